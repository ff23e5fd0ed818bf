import type { Rule } from './rule.ts';

export const oneAccountable: Rule = {
  code: 'RP001',
  name: 'Exactly one accountable',
  severity: 'warning',
  what: 'Each activity of the RACI matrix has exactly one A.',
  why: 'Where two answer for a thing, each waits for the other; where nobody does, it is found out on the day.',
  source: '000',
  fix: 'Leave one A in the row: the one who answers when it goes wrong. Helpers are R.',
  check: (plan) =>
    (plan.values.raci?.activities ?? []).flatMap(({ activity, assignments, place }) => {
      const roles = assignments.filter((each) => each.letters.includes('A')).map((each) => each.role);
      if (roles.length === 1) return [];
      const found = roles.length === 0 ? 'nobody' : `${roles.length} (${roles.join(', ')})`;
      return [{ text: `Unexpected ${found} accountable for “${activity}”, expected exactly one`, place }];
    }),
  examples: {
    ok: [
      '## RACI matrix\n\n| Activity | PM | Dev |\n| --- | --- | --- |\n| Build | A | R |\n| Ship | A/R | I |\n',
      '## RACI matrix\n\n- Build\n  - A: PM\n  - R: Dev\n',
    ],
    notOk: [
      '## RACI matrix\n\n| Activity | PM | Dev |\n| --- | --- | --- |\n| Build | A | A/R |\n',
      '## RACI matrix\n\n| Activity | PM | Dev |\n| --- | --- | --- |\n| Build | I | R |\n',
    ],
  },
};
