import { familyOf, type Line, orderReleases } from '../release/compare-line.ts';
import { latestOf } from '../release/compare-versions.ts';
import { compareIn, type Comparison } from '../release/compare.ts';
import type { Release } from '../release/release.ts';
import { askAddress, getLines, sinceAddress } from './compare-lines.ts';
import { type Compared, comparedIn, comparedOf } from './compared.ts';
import type { Content } from './content.ts';
import { getInstead } from './instead.ts';
import type { Lazy } from './lazy.ts';
import { groupBy, once } from './once.ts';

/** What has come since a release, in a page whose size does not grow with it. */
export interface Since {
  release: Compared;
  address: string;
  /** The newest release that follows it; absent where it is the newest itself. */
  latest?: Compared;
  /** Where its readers should go, as it was taken back or is at its end. */
  instead?: Compared;
  /** Present where `latest` is. */
  view?: Lazy<SinceView>;
}

export interface SinceView {
  comparison: Comparison<Compared>;
  /** The newest of the releases since, newest first, and how many there are in all. */
  releases: Compared[];
  total: number;
}

/** How much may have come since a release for it to have such a page; since older ones, it is `/compare/` that tells. */
const MOST_COMPARED = 100;
/** Releases that are listed on a page. */
const MOST_LISTED = 25;

export const getSincePages = once((content: Content): Since[] =>
  [...getLines(content).values()].flatMap((line) => describeLine(content, line)),
);

/** Where readers learn what has come since a release: its page, or else the comparison that is asked for. */
export function whereSince(content: Content, release: Release): string {
  const { site, shipped } = content;
  const { product } = release;
  const known = withPages(content);
  const own =
    known.get(product) ??
    new Set(newestOf(orderReleases(shipped.filter((each) => each.product === product))));
  known.set(product, own);
  return own.has(release) ? sinceAddress(site, release) : askAddress(site, release);
}

/** By product; to describe the whole line takes longer than the page of one release. */
const withPages = once<Content, Map<string, ReadonlySet<Release>>>(() => new Map());

function newestOf<T>(ordered: readonly T[]): T[] {
  return ordered.slice(-MOST_COMPARED - 1);
}

function describeLine(content: Content, line: Line<Release>): Since[] {
  const restsOn = comparedIn(line);
  const families = groupBy(line.releases, familyOf);
  const latestIn = new Map([...families].map(([family, [one]]) => [family, latestOf(line, undefined, one)]));
  const placeOf = new Map(line.releases.map((release, place) => [release, place]));
  return newestOf(line.releases).map((release): Since => {
    const newest = latestIn.get(familyOf(release));
    const isOlder = newest && (placeOf.get(newest) ?? 0) > (placeOf.get(release) ?? 0);
    const latest = isOlder ? newest : undefined;
    const instead = getInstead(content, release);
    return {
      release: comparedOf(release),
      address: sinceAddress(content.site, release),
      ...(instead && { instead: comparedOf(instead) }),
      ...(latest && {
        latest: comparedOf(latest),
        view: { restsOn, get: () => compare(line, release, latest) },
      }),
    };
  });
}

function compare(line: Line<Release>, from: Release, to: Release): SinceView {
  const comparison = compareIn(line, from, to);
  const { releases } = comparison;
  return {
    comparison,
    releases: releases.toReversed().slice(0, MOST_LISTED),
    total: releases.length,
  };
}
