import { countFitting } from './fitting.ts';

/** As many as readers of feeds load at once without harm. */
export const MOST_ENTRIES = 50;
const LIMITS = {
  most: MOST_ENTRIES,
  // Whoever looks once a week should miss none, however long they are.
  least: 10,
  // Changes of releases: half a megabyte or so.
  weight: 1_000,
};

/** How much an entry adds to the file that it stands in. */
type Weigh<Entry> = (entry: Entry) => number;
const alike = () => 1;

/** What a feed itself tells: the newest 50, or fewer where they are long. */
export function newestOf<Entry>(newestFirst: readonly Entry[], weigh: Weigh<Entry> = alike): Entry[] {
  return newestFirst.slice(0, countFitting(newestFirst, weigh, LIMITS));
}

/**
 * What is older than a feed tells of itself (RFC 5005 §4), the oldest first, as much in each as in a feed. Once written, none is filled anew unless
 * something is told late or taken away, or a long one changes its length.
 */
export function splitArchives<Entry>(newestFirst: readonly Entry[], weigh: Weigh<Entry> = alike): Entry[][] {
  const archives: Entry[][] = [];
  for (let left = newestFirst.toReversed(); ;) {
    const count = countFitting(left, weigh, LIMITS);
    // The last ones are all in the feed itself.
    if (count === left.length) return archives;
    archives.push(left.slice(0, count).toReversed());
    left = left.slice(count);
  }
}
