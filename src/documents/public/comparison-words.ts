import { comparison as english } from '../../languages/en.ts';
import { type Comparable, labelOf } from '../../release/compare-line.ts';
import { type Fault, wasTakenBack } from '../../release/compare-versions.ts';
import type { Comparison } from '../../release/compare.ts';

/** What a comparison says, in one language. */
export type ComparisonWords = typeof english;

/** `From 1.2.0 to 1.6.0: 9 releases, 3 actions, 2 breaking, 41 changes, 4 known issues still open.` */
export function renderComparisonSentence(
  { from, to, direction, counts }: Comparison,
  words: ComparisonWords = english,
): string {
  const [first, last] = [labelOf(from), labelOf(to)];
  if (direction === 'same') return words.same(first);
  const parts = [
    words.releases(counts.releases),
    ...(direction === 'up' ? [words.actions(counts.actions)] : []),
    words.breaking(counts.breaking),
    words.changes(counts.changes),
    words.openIssues(counts.openIssues),
  ];
  return words.sentence(words.title(first, last), words.list(parts));
}

/** What must be known beside the numbers: a way back, a target that was withdrawn, what was skipped. */
export function renderComparisonNotes(
  { from, to, direction, skipped }: Comparison,
  words: ComparisonWords = english,
): string[] {
  const others = skipped.filter((release: Comparable) => release !== to && release !== from);
  const ends = [...new Set([from, to])].filter(({ status }) => wasTakenBack(status));
  return [
    ...ends.map((end) => words.toTakenBack(labelOf(end))),
    ...(direction === 'down' ? [words.down(labelOf(from), labelOf(to))] : []),
    ...(others.length > 0 ? [words.skipped(words.list(others.map(labelOf)))] : []),
  ];
}

/** Why two versions cannot be compared, and what may have been meant. `nameOf` gives a product its name. */
export function renderFault(
  fault: Fault,
  nameOf: (product: string) => string = (product) => product,
  words: ComparisonWords = english,
): string {
  const names = (products: readonly string[]) => words.list(products.map(nameOf));
  switch (fault.fault) {
    case 'no-releases':
      return words.faults['no-releases']();
    case 'unknown-product':
      return words.faults['unknown-product'](fault.asked, names(fault.products));
    case 'unknown-channel':
      return words.faults['unknown-channel'](fault.asked, words.list(fault.channels));
    case 'several-products':
      return words.faults['several-products'](fault.asked, names(fault.products));
    case 'two-products':
      return words.faults['two-products'](names(fault.from), names(fault.to));
    case 'unknown-version': {
      const what = words.faults[fault.isComing ? 'coming-version' : 'unknown-version'](fault.asked);
      return fault.nearest.length > 0 ? `${what} ${words.faults.nearest(words.list(fault.nearest))}` : what;
    }
  }
}
