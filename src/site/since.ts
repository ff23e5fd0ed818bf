import { familyOf, type Line } from '../release/compare-line.ts';
import { latestOf } from '../release/compare-versions.ts';
import { compareIn, type Comparison } from '../release/compare.ts';
import type { Release } from '../release/release.ts';
import { getLines, sinceAddress } from './compare-lines.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';

/** What has come since a release, in a page whose size does not grow with it. */
export interface Since {
  line: Line<Release>;
  release: Release;
  address: string;
  /** The newest release that follows it; absent where it is the newest itself. */
  latest?: Release;
}

export interface SinceView {
  /** Absent where more has come than a page can count. */
  comparison?: Comparison<Release>;
  /** The newest of the releases since, newest first, and how many there are in all. */
  releases: Release[];
  total: number;
}

/** A product with more releases has these pages for its newest ones. */
const MOST_PAGES = 2000;
/** Releases that are compared for one page. */
const MOST_COMPARED = 200;
/** Releases that are listed on it. */
const MOST_LISTED = 25;

export const getSincePages = once((content: Content): Since[] =>
  [...getLines(content).values()].flatMap((line) =>
    line.releases.slice(-MOST_PAGES).map((release): Since => {
      const latest = latestOf(line, undefined, release);
      const isOlder = latest && line.releases.indexOf(latest) > line.releases.indexOf(release);
      return { line, release, address: sinceAddress(content, release), ...(isOlder && { latest }) };
    }),
  ),
);

export function getSince({ line, release, latest }: Since): SinceView {
  if (!latest) return { releases: [], total: 0 };
  const after = line.releases.slice(line.releases.indexOf(release) + 1);
  const own = after.filter((each) => familyOf(each) === familyOf(latest));
  const isShort = after.length <= MOST_COMPARED;
  const comparison = isShort ? compareIn(line, release, latest) : undefined;
  const passed = comparison?.releases ?? own;
  return {
    ...(comparison && { comparison }),
    releases: passed.toReversed().slice(0, MOST_LISTED),
    total: passed.length,
  };
}
