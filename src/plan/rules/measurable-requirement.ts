import type { Rule } from './rule.ts';

export const measurableRequirement: Rule = {
  code: 'RP022',
  name: 'A requirement that can be measured',
  severity: 'warning',
  what: 'Each non-functional requirement says what is measured, or has a number as its target.',
  why: '“Fast” and “secure” cannot be tested.',
  source: '000',
  fix: 'Add the measure, the target and the test: “Seconds, median of 50”, “≤ 1.2 s”, “Start-up run in the build”.',
  check: (plan) =>
    (plan.values.requirements ?? [])
      .filter(({ requirement, measure, target }) => !measure && !/\d/.test(`${target ?? ''}${requirement}`))
      .map(({ requirement, place }) => ({
        text: `Unexpected requirement “${requirement}” without a measure`,
        place,
      })),
  examples: {
    ok: [
      '## Non-functional requirements\n\n| Requirement | Measure | Target |\n| --- | --- | --- |\n| Starts fast | Seconds | ≤ 2 |\n',
      '## Non-functional requirements\n\n- Starts within 2 seconds\n',
    ],
    notOk: ['## Non-functional requirements\n\n- The till must be fast\n'],
  },
};
