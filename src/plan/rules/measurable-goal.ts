import type { PlanObjective } from '../goals.ts';
import type { PlanMetric } from '../plan.ts';
import type { Plan } from '../plan.ts';
import type { Finding, Rule } from './rule.ts';
import { goalsOf } from '../facts.ts';

export const measurableGoal: Rule = {
  code: 'RP011',
  name: 'A goal with a number',
  severity: 'warning',
  what: 'Each metric has a target with a number, and each goal a metric or a number.',
  why: '“Make it faster” is met by a millisecond, and missed in the eyes of whoever hoped for a second.',
  source: '000',
  fix: 'Say from where to where: “Median cold start from 2.4 s to 1.2 s”.',
  check(plan) {
    const { metrics = [], audience } = plan.values;
    const vague = [...metrics, ...(audience?.metrics ?? [])].filter((metric) => !hasNumber(metric));
    return [
      ...vague.map((metric): Finding => ({
        text: `Unexpected metric “${metric.name}” without a number to reach`,
        place: metric.place,
      })),
      ...goalsOf(plan).flatMap((goal) => checkGoal(goal, plan)),
    ];
  },
  examples: {
    ok: [
      '## Metrics\n\n- 30 % adoption in kiosks within 30 days\n',
      '## Metrics\n\n| Metric | Baseline | Target | Segment |\n| --- | --- | --- | --- |\n| Cold start | 2.4 | 1.2 | Kiosks |\n',
    ],
    notOk: [
      '## Metrics\n\n- Make it faster for kiosks\n',
      '## Release objectives\n\n- Make it faster\n  - Metric: Speed\n  - Segment: Kiosks\n  - Achievable because: Others did.\n  - Relevant because: Queues.\n  - Deadline: 2027-01-31\n',
    ],
  },
};

/** A goal's own metrics must have numbers; a goal with none is measured by those of the plan, or by a number in its words. */
function checkGoal(goal: PlanObjective, { values }: Plan): Finding[] {
  const own = goal.metrics.filter((metric) => !hasNumber(metric));
  const hasMeasure = goal.metrics.length > 0 || (values.metrics ?? []).length > 0;
  const saysNumber = /\d/.test(`${goal.goal} ${goal.text ?? ''}`);
  if (!hasMeasure || own.length === 0 || saysNumber) return [];
  return [{ text: `Unexpected goal “${goal.goal}” without a number to reach`, place: goal.place }];
}

function hasNumber(metric: PlanMetric): boolean {
  return metric.target !== undefined;
}
