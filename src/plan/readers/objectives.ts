import { compact } from '../compact.ts';
import type { PlanObjective } from '../goals.ts';
import type { Item } from '../items.ts';
import type { PlanMetric } from '../plan.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { metricLabels, metricOf, readLabelledMetrics } from './metrics.ts';
import { readLabelledMilestones } from './milestones.ts';
import { dateOf, plainOf, textOf } from './told.ts';

const form = titledItems({
  title: ['objective', 'goal', 'specific goal', 'what'],
  labels: {
    ...metricLabels,
    target: ['target value', 'to'],
    metric: ['kpi', 'measured by', 'measure', 'measurable'],
    metrics: ['measures', 'kpis', 'success measures'],
    achievability: [
      'achievable because',
      'achievable',
      'why achievable',
      'can be reached because',
      'feasibility',
    ],
    relevance: ['relevant because', 'relevant', 'why relevant', 'why it matters', 'relevance to strategy'],
    deadline: ['by', 'by when', 'due', 'due date', 'time-bound', 'until', 'completed by'],
    milestones: ['milestone', 'steps on the way'],
    specific: ['in detail'],
  },
});

/** Goals with the facets of SMART: how each is measured, why it can be reached, why it matters, by when. */
export function readObjectives(input: SectionInput): PlanObjective[] {
  return readTitled(input, form).map((item) =>
    compact({
      goal: item.title,
      text: [item.text, textOf(item, 'specific')].filter(Boolean).join('\n\n') || undefined,
      metrics: metricsOf(input, item),
      achievability: textOf(item, 'achievability'),
      relevance: textOf(item, 'relevance'),
      deadline: dateOf(input, item, 'deadline', 'the deadline of a goal'),
      milestones: item.labels
        .filter((label) => label.key === 'milestones')
        .flatMap((label) => readLabelledMilestones(input, label)),
      place: item.place,
    }),
  );
}

/** One metric told by labels beside the goal's own, and those that stand in a list of their own. */
function metricsOf(input: SectionInput, item: Item): PlanMetric[] {
  const listed = item.labels
    .filter((label) => label.key === 'metrics')
    .flatMap((label) => readLabelledMetrics(input, label));
  const name = plainOf(item, 'metric');
  if (!name && !plainOf(item, 'target')) return listed;
  const place = item.labels.find((label) => label.key === 'metric')?.place ?? item.place;
  return [metricOf({ title: name ?? item.title, text: '', labels: item.labels, place }), ...listed];
}
