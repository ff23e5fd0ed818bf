import { normaliseName } from '../fields.ts';
import type { Rule } from './rule.ts';
import { inclusionsOf, segmentsOf } from '../facts.ts';

export const contactSegment: Rule = {
  code: 'RP034',
  name: 'Contacts from the cohort',
  severity: 'warning',
  what: 'Those who try a release before the others belong to a segment that it is for.',
  why: 'Whoever will not use it says little about those who will.',
  source: '004',
  fix: 'Find somebody from the segment, or correct the segment.',
  check(plan) {
    const known = [...segmentsOf(plan), ...inclusionsOf(plan).map(({ text }) => text)].map(normaliseName);
    if (known.length === 0) return [];
    return (plan.values.validationContacts ?? []).flatMap(({ role, segment, place }) => {
      const name = normaliseName(segment ?? '');
      if (name === '' || known.some((each) => each.includes(name) || name.includes(each))) return [];
      return [
        {
          text: `Unexpected validation contact “${role}” from “${segment}”, expected one of the segments`,
          place,
        },
      ];
    });
  },
  examples: {
    ok: [
      '## Target audience\n\n- Kiosks\n\n## Validation contacts\n\n| Role | Segment |\n| --- | --- |\n| Owner of a corner shop | Kiosks |\n',
    ],
    notOk: [
      '## Target audience\n\n- Kiosks\n\n## Validation contacts\n\n| Role | Segment |\n| --- | --- |\n| Buyer of a chain | Department stores |\n',
    ],
  },
};
