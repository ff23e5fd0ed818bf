import { type Comparable, type Line, titleKey } from './compare-line.ts';
import { wasTakenBack } from './compare-versions.ts';
import { daysBetween, lastDayOf, precisionOf } from './date.ts';
import { compareVersions, isPrerelease } from './version.ts';

/** A deprecation from its announcement to its end. */
export interface DeprecationLife<R extends Comparable> {
  change: NonNullable<R['changes']>[number];
  /** The release that announced it. */
  release: R;
  /** It is over: removed, or the date or version that it named has passed. */
  ended: boolean;
  /** The release that removed it, where one says so or is the version that was named. */
  removedBy?: R;
  /** Days until the last day that was named, 0 on that day; absent where no date was named or it is over. */
  daysLeft?: number;
}

/** The deprecations of a line, oldest first. `today` is a day such as 2026-11-21. */
export function describeDeprecations<R extends Comparable>(
  line: Line<R>,
  today: string,
): DeprecationLife<R>[] {
  return line.deprecations.flatMap(({ at, change }) => {
    const release = line.releases[at];
    if (!release || wasTakenBack(release.status)) return [];
    const removedBy = removerOf(line, at, change) ?? namedBy(line, at, change.removal);
    const lastDay = change.removal && precisionOf(change.removal) ? lastDayOf(change.removal) : undefined;
    const ended = removedBy !== undefined || (lastDay !== undefined && lastDay < today);
    return [
      {
        change,
        release,
        ended,
        ...(removedBy && { removedBy }),
        ...(!ended && lastDay !== undefined && { daysLeft: daysBetween(today, lastDay) }),
      },
    ];
  });
}

/** The first later release that lists the removal, by the same id or the same title. */
function removerOf<R extends Comparable>(
  line: Line<R>,
  at: number,
  change: { id: string; title: string },
): R | undefined {
  const listings = [change.id, titleKey(change.title)].flatMap((key) => line.listings.get(key) ?? []);
  const places = listings
    .filter((each) => each.change.kind === 'removed' && each.at > at)
    .map((each) => each.at)
    .filter((place) => !wasTakenBack(line.releases[place]?.status ?? 'released'));
  return places.length > 0 ? line.releases[Math.min(...places)] : undefined;
}

/** The first release that is out and has reached the version that a deprecation named. */
function namedBy<R extends Comparable>(
  line: Line<R>,
  at: number,
  removal: string | undefined,
): R | undefined {
  if (!removal || precisionOf(removal)) return undefined;
  return line.releases
    .slice(at + 1)
    .find(
      ({ version, status }) =>
        version &&
        !wasTakenBack(status) &&
        !isPrerelease(version) &&
        (version === removal || (compareVersions(version, removal) ?? -1) >= 0),
    );
}
