import type { Consequence } from '../../release/compare-consequences.ts';
import { type Comparable, labelOf } from '../../release/compare-line.ts';
import type { Fault } from '../../release/compare-versions.ts';
import type { Comparison } from '../../release/compare.ts';

/** What a comparison says, wherever it is said. */
export const comparisonWords = {
  title: (from: string, to: string) => `From ${from} to ${to}`,
  releases: (count: number) => (count === 1 ? '1 release' : `${count} releases`),
  actions: (count: number) => (count === 1 ? '1 action' : `${count} actions`),
  breaking: (count: number) => `${count} breaking`,
  changes: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  openIssues: (count: number) =>
    count === 1 ? '1 known issue still open' : `${count} known issues still open`,
  same: (version: string) => `This is ${version} itself: nothing lies between.`,
  down: (from: string, to: string) => `${to} is older than ${from}: what follows would be lost.`,
  skipped: (versions: string) => `Skipped, because withdrawn: ${versions}.`,
  toTakenBack: (version: string) => `${version} was withdrawn. Do not install it.`,
  todo: 'What you must do',
  consequences: {
    action: 'Requires action',
    behaviour: 'Changes behaviour',
    new: 'New, opt-in',
    none: 'No action',
  } satisfies Record<Consequence, string>,
  lost: 'What would be lost',
  removals: 'Deprecations that came to their end',
  announcedIn: (version: string) => `announced in ${version}`,
  removedIn: (version: string) => `ended in ${version}`,
  endedOn: (day: string) => `ended ${day}`,
  stillOpen: 'Known issues still open',
  mended: 'Known issues mended on the way',
  components: 'Components',
  undone: 'Came and went on the way',
  faults: {
    'no-releases': () => 'Nothing has been released yet.',
    'unknown-product': (asked: string, products: string) => `There is no product “${asked}”: ${products}.`,
    'unknown-channel': (asked: string, channels: string) => `There is no channel “${asked}”: ${channels}.`,
    'unknown-version': (asked: string) => `There is no version “${asked}”.`,
    'coming-version': (asked: string) => `${asked} is not out yet.`,
    nearest: (versions: string) => `Did you mean ${versions}?`,
    'several-products': (asked: string, products: string) =>
      `Several products have ${asked}: ${products}. Which do you mean?`,
    'two-products': (from: string, to: string) =>
      `These are versions of two products: ${from}, and ${to}. Only versions of one can be compared.`,
  },
} as const;
export type ComparisonWords = typeof comparisonWords;

/** `From 1.2.0 to 1.6.0: 9 releases, 3 actions, 2 breaking, 41 changes, 4 known issues still open.` */
export function renderComparisonSentence(
  { from, to, direction, counts }: Comparison,
  words: ComparisonWords = comparisonWords,
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
  return `${words.title(first, last)}: ${parts.join(', ')}.`;
}

/** What must be known beside the numbers: a way back, a target that was withdrawn, what was skipped. */
export function renderComparisonNotes(
  { from, to, direction, skipped }: Comparison,
  words: ComparisonWords = comparisonWords,
): string[] {
  const others = skipped.filter((release: Comparable) => release !== to && release !== from);
  return [
    ...(to.status === 'yanked' || to.status === 'rolled back' ? [words.toTakenBack(labelOf(to))] : []),
    ...(direction === 'down' ? [words.down(labelOf(from), labelOf(to))] : []),
    ...(others.length > 0 ? [words.skipped(others.map(labelOf).join(', '))] : []),
  ];
}

/** Why two versions cannot be compared, and what may have been meant. `nameOf` gives a product its name. */
export function renderFault(
  fault: Fault,
  nameOf: (product: string) => string = (product) => product,
  words: ComparisonWords = comparisonWords,
): string {
  const names = (products: readonly string[]) => products.map(nameOf).join(', ');
  switch (fault.fault) {
    case 'no-releases':
      return words.faults['no-releases']();
    case 'unknown-product':
      return words.faults['unknown-product'](fault.asked, names(fault.products));
    case 'unknown-channel':
      return words.faults['unknown-channel'](fault.asked, fault.channels.join(', '));
    case 'several-products':
      return words.faults['several-products'](fault.asked, names(fault.products));
    case 'two-products':
      return words.faults['two-products'](names(fault.from), names(fault.to));
    case 'unknown-version': {
      const what = words.faults[fault.isComing ? 'coming-version' : 'unknown-version'](fault.asked);
      return fault.nearest.length > 0 ? `${what} ${words.faults.nearest(fault.nearest.join(', '))}` : what;
    }
  }
}
