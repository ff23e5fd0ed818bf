import type { Rule } from './rule.ts';

export const somebodyResponsible: Rule = {
  code: 'RP002',
  name: 'Somebody responsible',
  severity: 'warning',
  what: 'Each activity of the RACI matrix has at least one R.',
  why: 'An activity that nobody does is a wish.',
  source: '000',
  fix: 'Give an R to whoever does the work; A/R where it is the one who answers for it.',
  check: (plan) =>
    (plan.values.raci?.activities ?? [])
      .filter(({ assignments }) => !assignments.some((each) => each.letters.includes('R')))
      .map(({ activity, place }) => ({
        text: `Unexpected activity “${activity}” without anybody responsible, expected at least one R`,
        place,
      })),
  examples: {
    ok: [
      '## RACI matrix\n\n| Activity | PM | Dev | QA |\n| --- | --- | --- | --- |\n| Build | A | R | R |\n',
    ],
    notOk: ['## RACI matrix\n\n| Activity | PM | Dev |\n| --- | --- | --- |\n| Build | A | C |\n'],
  },
};
