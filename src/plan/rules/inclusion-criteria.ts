import type { Rule } from './rule.ts';
import { inclusionsOf, placeOfSection, segmentsOf } from '../facts.ts';

export const inclusionCriteria: Rule = {
  code: 'RP030',
  name: 'Who gets it',
  severity: 'warning',
  what: 'A plan that names segments or exclusions also says what puts a customer in.',
  why: 'A segment is a picture; only a criterion can be checked for one customer.',
  source: '004',
  fix: 'Add “Inclusion criteria”: region, plan tier, channel, device.',
  check(plan) {
    const { audience, exclusion } = plan.values;
    const says = segmentsOf(plan).length > 0 || (exclusion ?? audience?.exclude ?? []).length > 0;
    if (inclusionsOf(plan).length > 0 || !(says || audience)) return [];
    return [
      {
        text: 'Unexpected target audience without inclusion criteria',
        place: placeOfSection(plan, 'audience', 'segments', 'exclusion'),
      },
    ];
  },
  examples: {
    ok: [
      '## Target audience\n\n### Segments\n\n- Kiosks\n\n### Inclusion criteria\n\n- Shops with one till\n',
    ],
    notOk: [
      '## Target audience\n\n### Segments\n\n- Kiosks\n',
      '## Target audience\n\nEverybody who has waited for it.\n',
    ],
  },
};
