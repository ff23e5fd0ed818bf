import { getCompleteness } from '../completeness.ts';
import type { Rule } from './rule.ts';
import { wayBack } from './way-back.ts';

export const unfilledSection: Rule = {
  code: 'RP100',
  name: 'Unfilled section',
  severity: 'warning',
  what: 'The sections that the plan’s profile asks for are filled. A template’s prompt fills nothing.',
  why: 'The template asks what has been forgotten before.',
  source: '000',
  fix: 'Fill the section, write “None” where there is nothing, or choose the profile that fits.',
  check: (plan, context) =>
    getCompleteness(plan, context.settings.format)
      .sections.filter(({ filled }) => !filled)
      // A missing way back that matters has a rule of its own.
      .filter(({ key }) => key !== 'rollback' || wayBack.check(plan, context).length === 0)
      .map(({ key, heading, prompt }) => ({
        text: `Unfilled section “${heading}”`,
        place: plan.sections.find((section) => section.key === key)?.place,
        hint: prompt,
      })),
  examples: {
    ok: [
      '---\ntitle: T\nid: t\nprofile: hotfix\nsummary: The drawer opens again.\n---\n\n## Bug fixes\n\n- The drawer opens again.\n',
    ],
    notOk: [
      '---\ntitle: T\nid: t\nprofile: hotfix\n---\n\n## Summary\n\nTBD\n\n## Bug fixes\n\n<!-- What was broken -->\n',
    ],
  },
};
