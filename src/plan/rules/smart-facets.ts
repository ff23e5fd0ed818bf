import type { PlanObjective } from '../goals.ts';
import type { Plan } from '../plan.ts';
import type { Rule } from './rule.ts';
import { goalsOf } from '../facts.ts';

export const smartFacets: Rule = {
  code: 'RP010',
  name: 'Every facet of a goal',
  severity: 'warning',
  what: 'Each objective says how it is measured, why it can be reached, why it matters, and by when. A section may say it for all.',
  why: 'A goal without a measure cannot be missed, and one without a date need not be met.',
  source: '000',
  fix: 'Add the facets below the goal: Metric, Achievable because, Relevant because, Deadline.',
  check: (plan) =>
    goalsOf(plan).flatMap((goal) => {
      const missing = missingFacets(goal, plan);
      if (missing.length === 0) return [];
      return [{ text: `Unexpected goal “${goal.goal}” without ${missing.join(', ')}`, place: goal.place }];
    }),
  examples: {
    ok: [
      '## Release objectives\n\n- Tills start in 2 s\n  - Metric: Cold start\n  - Target: 2 s\n  - Segment: Kiosks\n  - Achievable because: A trial did.\n  - Relevant because: Queues.\n  - Deadline: 2027-01-31\n',
      '## Release objectives\n\n### Specific goals\n\n- Tills start in 2 s\n\n### Metrics\n\n- Cold start\n  - Target: 2 s\n  - Segment: Kiosks\n\n### Achievability\n\nA trial did.\n\n### Relevance\n\nQueues.\n\n### Timeline\n\n- Trial by 2027-01-31\n',
    ],
    notOk: [
      '## Release objectives\n\n- Tills start in 2 s\n  - Metric: Cold start\n  - Target: 2 s\n- Nobody waits\n\n### Metrics\n\n- Cold start\n  - Target: 2 s\n\n### Achievability\n\nA trial did.\n\n### Relevance\n\nQueues.\n\n### Timeline\n\n- Trial by 2027-01-31\n',
      '## Release objectives\n\n- Tills start in 2 s\n  - Metric: Cold start\n  - Target: 2 s\n  - Segment: Kiosks\n',
    ],
  },
};

function missingFacets(goal: PlanObjective, plan: Plan): string[] {
  const { metrics = [], achievability, relevance, timeline, audience } = plan.values;
  // A section of metrics speaks for all goals, unless the others have their own.
  const haveOwn = goalsOf(plan).some((each) => each.metrics.length > 0);
  const isMeasured = haveOwn
    ? goal.metrics.length > 0
    : [...metrics, ...(audience?.metrics ?? [])].length > 0;
  const isDated = goal.deadline ?? goal.milestones[0]?.date ?? timeline?.find(({ date }) => date);
  return [
    !isMeasured && 'a measure',
    !(goal.achievability ?? achievability) && 'why it can be reached',
    !(goal.relevance ?? relevance) && 'why it matters',
    !isDated && 'a deadline',
  ].filter((each) => each !== false);
}
