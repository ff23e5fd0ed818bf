import { lastDayOf, precisionOf } from '../release/date.ts';
import type { Change, Release } from '../release/release.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';

export interface Deprecation {
  change: Change;
  release: Release;
  /** Support has ended: its day has passed, the version that ends it is out, or a later release removed it. */
  ended: boolean;
}

/** What is going away: soonest first; then what has no date; what has gone is apart, newest first. */
export const getDeprecations = once((content: Content): { ending: Deprecation[]; ended: Deprecation[] } => {
  const versions = new Set(content.shipped.map((release) => `${release.product}/${release.version}`));
  const removed = new Set(
    content.shipped.flatMap((release) =>
      (release.changes ?? [])
        .filter((each) => each.kind === 'removed')
        .map((each) => `${release.product}/${each.id}`),
    ),
  );
  const all = content.shipped.flatMap((release) =>
    (release.changes ?? [])
      .filter((change) => change.kind === 'deprecated')
      .map((change): Deprecation => {
        const gone = removed.has(`${release.product}/${change.id}`);
        return { change, release, ended: gone || hasEnded(change, release, content.today, versions) };
      }),
  );
  const ending = all.filter((each) => !each.ended).sort((a, b) => compare(endOf(a), endOf(b)));
  return { ending, ended: all.filter((each) => each.ended) };
});

function hasEnded(change: Change, release: Release, today: string, versions: Set<string>): boolean {
  if (!change.removal) return false;
  if (precisionOf(change.removal)) return lastDayOf(change.removal) < today;
  return versions.has(`${release.product}/${change.removal}`);
}

function endOf({ change }: Deprecation): string {
  return change.removal && precisionOf(change.removal) ? lastDayOf(change.removal) : '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
