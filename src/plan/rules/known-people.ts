import { nearest } from '../nearest.ts';
import type { Plan } from '../plan.ts';
import type { Rule } from './rule.ts';
import { isSame, peopleOf } from '../facts.ts';

export const knownPeople: Rule = {
  code: 'RP003',
  name: 'Known people',
  severity: 'warning',
  what: 'Roles in the RACI matrix are among the plan’s stakeholders, where it lists any.',
  why: 'A role that nobody introduced is a misspelling, or a person who does not know of it yet.',
  source: '000',
  fix: 'Add the role to the stakeholders, or spell it as it is spelt there.',
  check(plan) {
    const known = namesIn(plan);
    if (peopleOf(plan).length === 0) return [];
    const seen = new Set<string>();
    return (plan.values.raci?.activities ?? []).flatMap(({ assignments, place }) =>
      assignments.flatMap(({ role }) => {
        if (seen.has(role) || known.some((name) => isSame(name, role))) return [];
        seen.add(role);
        const guess = nearest(role, known);
        return [
          {
            text: `Unknown role “${role}” in the RACI matrix${guess ? `; did you mean “${guess}”?` : ', expected one of the stakeholders'}`,
            place,
          },
        ];
      }),
    );
  },
  examples: {
    ok: [
      '## Stakeholders\n\n- PM\n- Development\n\n## RACI matrix\n\n| Activity | PM | Development |\n| --- | --- | --- |\n| Build | A | R |\n',
      '## RACI matrix\n\n| Activity | Anybody |\n| --- | --- |\n| Build | A/R |\n',
    ],
    notOk: [
      '## Stakeholders\n\n- PM\n- Development\n\n## RACI matrix\n\n| Activity | PM | Developmnet |\n| --- | --- | --- |\n| Build | A | R |\n',
    ],
  },
};

function namesIn(plan: Plan): string[] {
  const people = peopleOf(plan).flatMap(({ role, name, team }) => [role, name, team]);
  return [...people, plan.fields.owner, plan.fields.releaseManager].filter((name) => name !== undefined);
}
