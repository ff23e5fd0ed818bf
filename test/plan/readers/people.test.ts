import { describe, expect, it } from 'vitest';
import { messagesOf, planOf } from '../../plans.ts';
import { without } from '../without.ts';

describe('people', () => {
  const wanted = [
    {
      role: 'Release manager',
      team: 'Delivery',
      responsibility: 'Runs the waves',
      communication: 'Release channel',
    },
  ];

  it.each([
    '| Role | Team | Responsibility | Kept informed by |\n|-|-|-|-|\n| Release manager | Delivery | Runs the waves | Release channel |',
    '- **Release manager.** Runs the waves\n  - Team: Delivery\n  - Kept informed by: Release channel',
    '- Release manager: Runs the waves\n  - Team: Delivery\n  - Communication plan: Release channel',
    '### Delivery\n\n- Release manager: Runs the waves\n  - Updates: Release channel',
    '- Role: Release manager\n- Team: Delivery\n- Responsibility: Runs the waves\n- Kept informed by: Release channel',
  ])('are the same in each form: %j', (markdown) => {
    const plan = planOf(`## Stakeholders\n\n${markdown}\n`);
    expect(messagesOf(plan)).toEqual([]);
    expect(without('place', plan.values.stakeholders)).toEqual(wanted);
  });

  it('know on which side they stand, from their section or from a column', () => {
    const plan = planOf(
      '## Stakeholders\n\n| Name | Role | Type |\n|-|-|-|\n| Till Inc. | Vendor | external |\n\n### Internal stakeholders\n\n- Support\n\n### External stakeholders\n\n- Printer maker\n',
    );
    expect(without('place', plan.values)).toEqual({
      stakeholders: [{ role: 'Vendor', name: 'Till Inc.', side: 'external' }],
      internalStakeholders: [{ role: 'Support', side: 'internal' }],
      externalStakeholders: [{ role: 'Printer maker', side: 'external' }],
    });
  });

  it('may be known by their team alone', () => {
    const plan = planOf(
      '## Stakeholders\n\n| Team | Responsibility |\n|-|-|\n| Support | Answers |\n| | Nobody |\n',
    );
    expect(without('place', plan.values.stakeholders)).toEqual([
      { role: 'Support', responsibility: 'Answers' },
    ]);
    expect(messagesOf(plan)).toEqual([
      'RP126 6:1 Unexpected entry without a role or a name in “Stakeholders and responsibilities”',
    ]);
  });
});

describe('a RACI matrix', () => {
  const wanted = {
    activities: [
      {
        activity: 'Agree the scope',
        assignments: [
          { role: 'PM', letters: ['R', 'A'] },
          { role: 'Dev', letters: ['C'] },
        ],
      },
      { activity: 'Build', assignments: [{ role: 'Dev', letters: ['R', 'A'] }] },
    ],
  };
  const sorted = (value: unknown) =>
    JSON.parse(JSON.stringify(value), (key, each: unknown) =>
      key === 'assignments' && Array.isArray(each)
        ? each.toSorted((a: { role: string }, b: { role: string }) => b.role.localeCompare(a.role))
        : each,
    ) as unknown;

  it.each([
    '| Activity | PM | Dev |\n|-|-|-|\n| Agree the scope | A/R | C |\n| Build | | **R, A** |',
    '| Activity | PM | Dev |\n|-|-|-|\n| Agree the scope | AR | Consulted |\n| Build | – | Responsible / Accountable |',
    '| Activity | Responsible | Accountable | Consulted | Informed |\n|-|-|-|-|-|\n| Agree the scope | PM | PM | Dev | |\n| Build | Dev | Dev | | – |',
    '- Agree the scope\n  - A/R: PM\n  - C: Dev\n- Build\n  - R: Dev\n  - A: Dev',
    '### Agree the scope\n\nAccountable: PM\nResponsible: PM\nConsulted: Dev\n\n### Build\n\n- A/R: Dev',
    '- Agree the scope — A/R: PM; C: Dev\n- Build — R/A: Dev.',
  ])('is the same in each form: %j', (markdown) => {
    const plan = planOf(`## RACI matrix\n\n${markdown}\n`);
    expect(messagesOf(plan)).toEqual([]);
    expect(sorted(without('place', plan.values.raci))).toEqual(wanted);
  });

  it('goes on with the activity above where cells are merged', () => {
    const plan = planOf(
      '## RACI\n\n| Activity | PM | Dev |\n|-|-|-|\n| Build | A | |\n| | | R |\n| Ship | | |\n',
    );
    expect(without('place', plan.values.raci)).toEqual({
      activities: [
        {
          activity: 'Build',
          assignments: [
            { role: 'PM', letters: ['A'] },
            { role: 'Dev', letters: ['R'] },
          ],
        },
        { activity: 'Ship', assignments: [] },
      ],
    });
  });

  it('reports what is no letter, with its place', () => {
    const plan = planOf(
      '## RACI\n\n| Activity | PM | Dev |\n|-|-|-|\n| Build | X | R |\n| Ship | A | R | I |\n',
    );
    expect(messagesOf(plan)).toEqual([
      'RP120 5:11 Unknown letter `X` for PM, expected R, A, C or I',
      'RP120 6:18 Unexpected `I` in a column without a role',
    ]);
  });
});

describe('dependencies, risks and readiness', () => {
  it('are read as tables and as lists', () => {
    const table = planOf(
      '## Dependencies\n\n| Dependency | Owner | Status | Needed by |\n|-|-|-|-|\n| Tax engine | Vendor | 96 % | 2026-05-01 |\n\n## Risks\n\n| Risk | Likelihood | Impact | Mitigation | Owner |\n|-|-|-|-|-|\n| Late | low | high | Two suppliers | PM |\n\n## Readiness\n\n| Team | Ready | What is missing |\n|-|-|-|\n| Support | no | Second training |\n',
    );
    const list = planOf(
      '## Dependencies\n\n- **Tax engine**\n  - Owner: Vendor\n  - Status: 96 %\n  - Needed by: 2026-05-01\n\n## Risks\n\n- **Late.** Two suppliers\n  - Probability: low\n  - Impact: high\n  - Owner: PM\n\n## Readiness\n\n- [ ] **Support** — Second training\n',
    );
    for (const plan of [table, list]) {
      expect(messagesOf(plan)).toEqual([]);
      expect(without('place', plan.values)).toEqual({
        dependencies: [{ name: 'Tax engine', owner: 'Vendor', status: '96 %', neededBy: '2026-05-01' }],
        risks: [
          { risk: 'Late', probability: 'low', impact: 'high', mitigation: 'Two suppliers', owner: 'PM' },
        ],
        readiness: [{ team: 'Support', ready: false, missing: 'Second training' }],
      });
    }
  });

  it('may be none', () => {
    const plan = planOf('## Dependencies\n\nNone.\n\n## Risks\n\n- None\n');
    expect(plan.values).toEqual({ dependencies: [], risks: [] });
    expect(messagesOf(plan)).toEqual([]);
  });

  it('report an answer that is none, and only tell of words beside a list that nobody outside sees', () => {
    const plan = planOf(
      '## Readiness\n\nWe train twice.\n\n| Team | Ready |\n|-|-|\n| Support | perhaps |\n',
    );
    expect(messagesOf(plan)).toEqual([
      'RP124 3:1 Unexpected text beside the items of “Readiness”: “We train twice.”',
      'RP120 7:13 Unknown answer `perhaps` to whether a team is ready, expected yes or no',
    ]);
    expect(plan.file.messages[0]?.fatal).toBeUndefined();
  });
});

describe('approvals', () => {
  it.each([
    '| Role | Decision | Date |\n|-|-|-|\n| Product manager | approved | 2026-05-24 |\n| Legal | open | |',
    '- Product manager: approved, 2026-05-24\n- Legal: pending',
    '- [x] Product manager (2026-05-24)\n- [ ] Legal',
    '- **Product manager** — approved on 2026-05-24\n- **Legal** — pending',
  ])('are the same in each form: %j', (markdown) => {
    const plan = planOf(`## Approvals\n\n${markdown}\n`);
    expect(messagesOf(plan)).toEqual([]);
    expect(without('place', plan.values.approvals)).toEqual([
      { role: 'Product manager', decision: 'approved', date: '2026-05-24' },
      { role: 'Legal', decision: 'pending' },
    ]);
  });

  it('report a misspelt decision', () => {
    const plan = planOf('## Approvals\n\n| Role | Decision |\n|-|-|\n| PM | aproved |\n');
    expect(messagesOf(plan)).toEqual(['RP120 5:8 Unknown decision `aproved`; did you mean `approved`?']);
    expect(without('place', plan.values.approvals)).toEqual([{ role: 'PM' }]);
  });
});
