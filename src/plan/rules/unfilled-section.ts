import { getCompleteness } from '../completeness.ts';
import { standardFormat } from '../format.ts';
import { hasStatus } from '../facts.ts';
import type { Plan } from '../plan.ts';
import { HISTORY } from '../profiles.ts';
import type { Finding, PlanContext, Rule } from './rule.ts';
import { wayBack } from './way-back.ts';

export const unfilledSection: Rule = {
  code: 'RP100',
  name: 'Unfilled section',
  severity: 'warning',
  what: 'The sections that the plan’s profile asks for are filled. A template’s prompt fills nothing.',
  why: 'The template asks what has been forgotten before.',
  source: '000',
  fix: 'Fill the section, write “None” where there is nothing, or choose the profile that fits.',
  check(plan, context) {
    const unfilled = getCompleteness(plan, context.settings.format)
      .sections.filter(({ filled }) => !filled)
      // A missing way back that matters has a rule of its own.
      .filter(({ key }) => key !== 'rollback' || wayBack.check(plan, context).length === 0)
      .map((section) => ({
        ...section,
        place: plan.sections.find(({ key }) => key === section.key)?.place,
      }));
    const missing = unfilled.filter(({ place }) => !place);
    const alone = missing.length > 1 ? unfilled.filter(({ place }) => place) : unfilled;
    return [
      ...(missing.length > 1
        ? [
            tellAll(
              missing.map(({ heading }) => heading),
              profilesBeside(plan, context),
            ),
          ]
        : []),
      ...alone.map(({ heading, prompt, place }) => ({
        text: `Unfilled section “${heading}”`,
        place,
        hint: prompt,
      })),
    ];
  },
  examples: {
    ok: [
      '---\ntitle: T\nid: t\nprofile: hotfix\nsummary: The drawer opens again.\n---\n\n## Bug fixes\n\n- The drawer opens again.\n',
    ],
    notOk: [
      '---\ntitle: T\nid: t\nprofile: hotfix\n---\n\n## Summary\n\nTBD\n\n## Bug fixes\n\n<!-- What was broken -->\n',
    ],
  },
};

/** Sections that a plan does not even begin have no place, and would be a wall of messages. */
function tellAll(headings: readonly string[], profiles: readonly string[]): Finding {
  return {
    text: `${headings.length} missing sections: ${headings.join(', ')}`,
    hint: `Write them, “None” where there is nothing, or choose the \`profile\` that fits: ${profiles.join(', ')}.`,
  };
}

function profilesBeside(plan: Plan, { settings }: PlanContext): string[] {
  const own = plan.fields.profile ?? 'feature';
  const all = (settings.format ?? standardFormat).profiles.keys();
  const others = [...all].filter((name) => name !== own).map((name) => `\`${name}\``);
  return isDone(plan) ? [...others, `\`${HISTORY}\` where it is long done`] : others;
}

function isDone(plan: Plan): boolean {
  return hasStatus(plan, 'released', 'rolled back', 'yanked', 'end of life');
}
