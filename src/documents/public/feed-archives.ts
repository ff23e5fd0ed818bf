/** As many as readers of feeds load at once without harm. */
export const MOST_ENTRIES = 50;

/**
 * What the newest 50 of a feed leave out (RFC 5005 §4), the oldest first, as many in each. Once written, none is filled anew unless something is told
 * late or taken away.
 */
export function splitArchives<Entry>(newestFirst: readonly Entry[]): Entry[][] {
  const count = Math.max(0, Math.ceil(newestFirst.length / MOST_ENTRIES) - 1);
  return Array.from({ length: count }, (_, index) => {
    const end = newestFirst.length - index * MOST_ENTRIES;
    return newestFirst.slice(end - MOST_ENTRIES, end);
  });
}
