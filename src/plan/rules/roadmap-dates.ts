import type { VFile } from 'vfile';
import { isUpcoming } from '../../release/vocabulary.ts';
import type { InitiativePlan } from '../initiative.ts';
import type { Finding, Rule } from './rule.ts';

const MONTHS =
  '(?:january|february|march|april|june|july|august|september|october|november|december|may(?=\\s+20\\d\\d))';

const DATE_WORDS = new RegExp(
  [
    '\\b20\\d\\d(?:-\\d\\d(?:-\\d\\d)?)?\\b',
    '\\bQ[1-4]\\b',
    `\\b(?:in|by|until|from|since|before|early|mid|late|of)\\s+${MONTHS}\\b`,
    `\\b\\d{1,2}\\.?\\s+${MONTHS}\\b`,
    '\\b(?:next|this|coming|following)\\s+(?:week|month|quarter|year|spring|summer|autumn|winter)\\b',
    '\\b(?:in|by|before|early|late)\\s+(?:the\\s+)?(?:spring|summer|autumn|winter)\\b',
    '\\bend of (?:the )?(?:week|month|quarter|year)\\b',
  ].join('|'),
  'i',
);

export const roadmapDates: Rule = {
  code: 'RP080',
  name: 'No dates on the roadmap',
  severity: 'warning',
  what: 'Titles and summaries of what is still to come hold no dates; nor do roadmap items.',
  why: 'A roadmap says what and why. A date in a sentence cannot be made vaguer, and becomes a promise.',
  source: '001',
  fix: 'Leave the date to the field `target`: the site shows it as precisely as its settings allow.',
  check(plan) {
    const { title, summary, status, visibility, profile } = plan.fields;
    const isOnRoadmap = visibility === 'public' && status !== undefined && isUpcoming(status);
    // A maintenance or the end of something is about a day.
    if (!isOnRoadmap || profile === 'maintenance' || profile === 'deprecation') return [];
    const section = plan.sections.find((each) => each.key === 'summary');
    return [
      ...find(title, 'title', plan.places.title),
      ...find(summary, 'summary', plan.places.summary),
      ...find(plan.values.summary, 'summary', section?.place),
    ];
  },
  examples: {
    ok: [
      '---\ntitle: Faster tills\nid: t\nproduct: till\nstatus: planned\nvisibility: public\ntarget: 2027-03\nsummary: Tills start at once. You may wait less.\n---\n',
      '---\ntitle: T\nid: t\nproduct: till\nstatus: released\nreleased: 2026-11-01\nvisibility: public\nsummary: Since 2026 tills start at once.\n---\n\n## Approvals\n\n- PM: approved, 2026-10-20\n',
    ],
    notOk: [
      '---\ntitle: T\nid: t\nproduct: till\nstatus: planned\nvisibility: public\nsummary: Tills start at once, by the end of March 2027.\n---\n',
      '---\ntitle: Faster tills next summer\nid: t\nproduct: till\nstatus: planned\nvisibility: public\n---\n',
    ],
  },
};

/** The same for an item of the roadmap: whatever its readers see. */
export function findInitiativeDates(initiative: InitiativePlan): { file: VFile; findings: Finding[] } {
  const { file, title, problem, outcome, more, visibility } = initiative;
  const texts = [
    [title, 'title'],
    [problem, 'problem'],
    [outcome, 'outcome'],
    [more, 'text'],
  ] as const;
  const found = visibility === 'public' ? texts.flatMap(([text, what]) => find(text, what, undefined)) : [];
  const hint =
    'Take it out: a roadmap item has no date. The `target` of the plan that delivers it is shown as precisely as the settings of the site allow.';
  return { file, findings: found.map((finding) => ({ ...finding, hint })) };
}

function find(text: string | undefined, what: string, place: Finding['place']): Finding[] {
  // An address may hold a year.
  const words = DATE_WORDS.exec((text ?? '').replace(/\]\([^)]*\)|https?:\/\/\S+/g, ']'))?.[0];
  return words ? [{ text: `Unexpected date “${words}” in the ${what} of a roadmap item`, place }] : [];
}
