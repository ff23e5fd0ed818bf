import { familyOf, type Line } from '../release/compare-line.ts';
import { latestOf } from '../release/compare-versions.ts';
import { compareIn, type Comparison } from '../release/compare.ts';
import type { Release } from '../release/release.ts';
import { getLines, sinceAddress } from './compare-lines.ts';
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
  view: Lazy<SinceView>;
}

export interface SinceView {
  /** Absent where more has come than a page can count. */
  comparison?: Comparison<Compared>;
  /** The newest of the releases since, newest first, and how many there are in all. */
  releases: Compared[];
  total: number;
}

/** A product with more releases has these pages for its newest ones. */
const MOST_PAGES = 2000;
/** Releases that are compared for one page. */
const MOST_COMPARED = 200;
/** Releases that are listed on it. */
const MOST_LISTED = 25;

export const getSincePages = once((content: Content): Since[] =>
  [...getLines(content).values()].flatMap((line) => describeLine(content, line)),
);

function describeLine(content: Content, line: Line<Release>): Since[] {
  const all = comparedIn(line);
  const placeOf = new Map(line.releases.map((release, place) => [release, place]));
  const families = groupBy(line.releases, familyOf);
  const latestIn = new Map([...families].map(([family, [one]]) => [family, latestOf(line, undefined, one)]));
  const newestIn = new Map([...families].map(([family, own]) => [family, newestOf(own)]));
  const left = new Map([...families].map(([family, own]) => [family, own.length]));
  return line.releases
    .map((release, place): Since => {
      const family = familyOf(release);
      left.set(family, (left.get(family) ?? 1) - 1);
      const latest = latestIn.get(family);
      const view = (): Lazy<SinceView> => {
        if (!latest || (placeOf.get(latest) ?? 0) <= place)
          return { restsOn: 0, get: () => ({ releases: [], total: 0 }) };
        if (line.releases.length - place - 1 <= MOST_COMPARED)
          return { restsOn: all, get: () => compare(line, release, latest) };
        // Nothing but what follows it in its own family, of which the newest are told.
        const total = left.get(familyOf(latest)) ?? 0;
        const { releases = [], compared = [] } = newestIn.get(familyOf(latest)) ?? {};
        // Most pages rest on the very same ones, so that these are looked through once.
        if (total >= releases.length) return { restsOn: [compared, total], get: () => ({ releases, total }) };
        const restsOn = [compared.slice(0, total), total];
        return { restsOn, get: () => ({ releases: releases.slice(0, total), total }) };
      };
      const instead = getInstead(content, release);
      const isOlder = latest && (placeOf.get(latest) ?? 0) > place;
      return {
        release: comparedOf(release),
        address: sinceAddress(content.site, release),
        ...(isOlder && { latest: comparedOf(latest) }),
        ...(instead && { instead: comparedOf(instead) }),
        view: view(),
      };
    })
    .slice(-MOST_PAGES);
}

function newestOf(own: readonly Release[]): { releases: Release[]; compared: Compared[] } {
  const releases = own.slice(-MOST_LISTED).toReversed();
  return { releases, compared: releases.map(comparedOf) };
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
