import { channelOf } from './channel.ts';
import type { Comparable, Line } from './compare-line.ts';
import { wasTakenBack } from './compare-versions.ts';
import { isPrerelease, compareVersions } from './version.ts';

/** The way from one release of a line to another. */
export interface Path<R extends Comparable> {
  direction: 'up' | 'down' | 'same';
  /** The place of the older end in its line. */
  start: number;
  /** What is passed, oldest first: without the older of the two ends, with the newer one. */
  passed: { release: R; at: number }[];
  /** Taken back, so that nothing of it counts. Not where the way back begins. */
  skipped: R[];
  /** Tells whether a release belongs to what the two ends follow. */
  belongs: (release: R) => boolean;
}

/**
 * Everything between two releases. Pre-releases count only where one of the ends is a pre-release of the same version: who goes from 2.7 to
 * 3.0 reads the notes of 3.0, and who tried 3.0.0-beta.1 reads those of 3.0.0-rc.1 too.
 */
export function findPath<R extends Comparable>(line: Line<R>, from: R, to: R, channel?: string): Path<R> {
  const [start, end] = [line.releases.indexOf(from), line.releases.indexOf(to)];
  const direction = start < end ? 'up' : start > end ? 'down' : 'same';
  const [first, last] = [Math.min(start, end), Math.max(start, end)];
  const belongs = isOnTheWay(from, to, channel);
  const all = line.releases
    .slice(first + 1, last + 1)
    .map((release, index) => ({ release, at: first + 1 + index }))
    .filter(({ release, at }) => at === last || belongs(release));
  // Who has what was taken back loses it on the way back, too.
  const isSkipped = (release: R) =>
    wasTakenBack(release.status) && !(direction === 'down' && release === from);
  return {
    direction,
    start: first,
    passed: all.filter(({ release }) => !isSkipped(release)),
    skipped: all.flatMap(({ release }) => (isSkipped(release) ? [release] : [])),
    belongs,
  };
}

function isOnTheWay<R extends Comparable>(from: R, to: R, channel?: string): (release: R) => boolean {
  const isPre = ({ version }: Comparable) => version !== undefined && isPrerelease(version);
  const pre = [from, to].filter(isPre);
  const channels = new Set(channel === undefined ? [from, to].map(channelOf) : [channelOf({ channel })]);
  if (channel === undefined && pre.length > 0) channels.add('stable');
  return (release) =>
    isPre(release) ? pre.some((end) => sameCore(end, release)) : channels.has(channelOf(release));
}

/** 3.0.0-beta.1 and 3.0.0-rc.1 are on the way to one version. */
function sameCore(a: Comparable, b: Comparable): boolean {
  const core = ({ version = '' }: Comparable) => version.replace(/[-+].*$/, '');
  return compareVersions(core(a), core(b)) === 0;
}
