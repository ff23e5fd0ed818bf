import type { Rule } from './rule.ts';
import { exclusionsOf } from '../facts.ts';

export const criterionReason: Rule = {
  code: 'RP031',
  name: 'A reason for who is kept out',
  severity: 'warning',
  what: 'Each exclusion criterion has a reason.',
  why: 'Customers who do not get it will ask why, and support must not invent an answer.',
  source: '004',
  fix: 'Add “Reason: …” below the criterion. It is public, so write it for the customer.',
  check: (plan) =>
    exclusionsOf(plan)
      .filter(({ reason }) => !reason)
      .map(({ text, place }) => ({
        text: `Unexpected exclusion of “${text}” without a reason`,
        place,
      })),
  examples: {
    ok: [
      '## Target audience\n\n- Shops with one till\n\n### Exclusion criteria\n\n- Tills from before 2015\n  - Reason: They have no memory for it.\n',
    ],
    notOk: [
      '## Target audience\n\n- Shops with one till\n\n### Exclusion criteria\n\n- Tills from before 2015\n',
    ],
  },
};
