import { consequenceOf, type Consequence, consequences } from '../release/compare-consequences.ts';
import type { Passed } from '../release/compare-changes.ts';
import type { Comparable } from '../release/compare-line.ts';
import type { Comparison } from '../release/compare.ts';

/** The changes of a comparison by what they ask for, most urgent first; those that come back all together. */
export function groupByConsequence<R extends Comparable>({
  changes,
}: Pick<Comparison<R>, 'changes'>): { consequence: Consequence; changes: Passed<R>[] }[] {
  return consequences
    .map((consequence) => ({
      consequence,
      changes: changes.filter(({ change }) => consequenceOf(change) === consequence),
    }))
    .filter((group) => group.changes.length > 0);
}
