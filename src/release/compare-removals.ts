import { type Comparable, type ComparableChange, type Line, titleKey } from './compare-line.ts';
import type { Passed, Undone } from './compare-changes.ts';
import type { Path } from './compare-path.ts';
import { versionKey } from './version.ts';

/** A deprecation whose end lies on the way. */
export interface EndedDeprecation<R extends Comparable> {
  announced: { change: ComparableChange; release: R };
  /** The removal, where a release lists it. */
  removal?: Passed<R>;
  /** The release that ended it. */
  release?: R;
  /** The date on which it ended, where no release did. */
  day?: string;
}

/**
 * Deprecations that became removals: the removal has the same id or the same title, or the deprecation named the version, or the date, that
 * lies on the way.
 */
export function collectRemovals<R extends Comparable>(
  line: Line<R>,
  path: Path<R>,
  changes: readonly Passed<R>[],
  undone: readonly Undone<R>[],
): EndedDeprecation<R>[] {
  const listed = changes
    .filter(({ change }) => change.kind === 'removed')
    .flatMap((removal): EndedDeprecation<R>[] => {
      const announced = announcementOf(line, removal);
      return announced ? [{ announced, removal, release: removal.release }] : [];
    });
  const done = new Set([...listed, ...undone.map((each) => ({ announced: each }))].map(keyOf));
  const last = path.passed.at(-1);
  const endOf = endsOnTheWay(path, line);
  const due = line.deprecations.flatMap(({ at, change }) => {
    const end = last && at <= last.at && change.removal && endOf(change.removal);
    const release = line.releases[at];
    if (!end || !release) return [];
    const each = { announced: { change, release }, ...end };
    return !done.has(keyOf(each)) && !isGone(line, path, each) ? [each] : [];
  });
  return [...listed, ...due];
}

function keyOf({ announced }: { announced: { change: ComparableChange } }): string {
  return titleKey(announced.change.title);
}

/** The last deprecation, before a removal, of what it removes. */
function announcementOf<R extends Comparable>(
  line: Line<R>,
  { change, release }: Passed<R>,
): EndedDeprecation<R>['announced'] | undefined {
  const at = line.releases.indexOf(release);
  const listing = [
    ...(line.listings.get(change.id) ?? []),
    ...(line.listings.get(titleKey(change.title)) ?? []),
  ]
    .filter((each) => each.at <= at && each.change.kind === 'deprecated')
    .at(-1);
  const announcer = listing && line.releases[listing.at];
  return listing && announcer ? { change: listing.change, release: announcer } : undefined;
}

/** What is passed, by its version as it is written and by what that means. */
function byVersion<R extends Comparable>(path: Path<R>): Map<string, R> {
  const releases = new Map<string, R>();
  for (const { release } of path.passed) {
    if (!release.version) continue;
    for (const key of [`=${release.version}`, versionKey(release.version)]) {
      if (key !== undefined && !releases.has(key)) releases.set(key, release);
    }
  }
  return releases;
}

/** Where on the way a deprecation ends by what it says itself. A line has many deprecations, which end at few places. */
function endsOnTheWay<R extends Comparable>(
  path: Path<R>,
  line: Line<R>,
): (removal: string) => Pick<EndedDeprecation<R>, 'release' | 'day'> | undefined {
  const named = byVersion(path);
  const [from, to] = [line.releases[path.start]?.released, path.passed.at(-1)?.release.released];
  const find = (removal: string) => {
    const release = named.get(versionKey(removal) ?? `=${removal}`);
    if (release) return { release };
    return from && to && endsBefore(removal, to) && !endsBefore(removal, from) ? { day: removal } : undefined;
  };
  const known = new Map<string, ReturnType<typeof find>>();
  return (removal) => {
    if (!known.has(removal)) known.set(removal, find(removal));
    return known.get(removal);
  };
}

/** It was removed, and said so, before the way began. */
function isGone<R extends Comparable>(
  line: Line<R>,
  path: Path<R>,
  { announced: { change } }: EndedDeprecation<R>,
): boolean {
  const listings = [
    ...(line.listings.get(change.id) ?? []),
    ...(line.listings.get(titleKey(change.title)) ?? []),
  ];
  return listings.some((each) => each.at <= path.start && each.change.kind === 'removed');
}

/** True where a partial date is over before a day begins: `2026-Q1` before 2026-04-01. */
function endsBefore(date: string, day: string): boolean {
  if (!/^\d{4}(?:-(?:Q[1-4]|\d{2}(?:-\d{2})?))?$/.test(date)) return false;
  const quarter = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return date < (date.includes('Q') ? quarter : day.slice(0, date.length));
}
