import { isSame } from './facts.ts';
import type { PlanActual } from './goals.ts';
import type { Comparator, PlanMetric } from './plan.ts';

export type MetricVerdict = 'met' | 'missed' | 'not read' | 'without a target' | 'in another unit';

/** The last value that was read of a metric. */
export function findActual({ name }: PlanMetric, actuals: readonly PlanActual[]): PlanActual | undefined {
  return actuals
    .filter(({ metric, value }) => value !== undefined && isSame(metric, name))
    .toSorted((a, b) => ((a.readOn ?? '') < (b.readOn ?? '') ? -1 : 1))
    .at(-1);
}

/** Whether a metric reached its target. Where nobody says which way is better, it is the way from where it was to the target. */
export function judgeMetric(metric: PlanMetric, actual: PlanActual | undefined): MetricVerdict {
  if (actual?.value === undefined) return 'not read';
  if (metric.target === undefined) return 'without a target';
  if (metric.unit && actual.unit && !isSame(metric.unit, actual.unit)) return 'in another unit';
  return holds[comparatorOf(metric)](actual.value, metric.target) ? 'met' : 'missed';
}

export function comparatorOf({ comparator, baseline, target }: PlanMetric): Comparator {
  if (comparator) return comparator;
  return baseline !== undefined && target !== undefined && target < baseline ? 'at most' : 'at least';
}

const holds: Record<Comparator, (value: number, target: number) => boolean> = {
  'at least': (value, target) => value >= target,
  'more than': (value, target) => value > target,
  'at most': (value, target) => value <= target,
  'less than': (value, target) => value < target,
  exactly: (value, target) => value === target,
};
