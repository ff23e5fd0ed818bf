import { lastDayOf, precisionOf } from '../release/date.ts';
import { type DeprecationLife, describeDeprecations } from '../release/deprecation-life.ts';
import type { Change, Release } from '../release/release.ts';
import { getLines } from './compare-lines.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';
import { type ListPage, pagesOf } from './pages-of.ts';

export type Deprecation = DeprecationLife<Release> & { change: Change };

export interface Deprecations {
  ending: Deprecation[];
  ended: Deprecation[];
}

/** Deprecations on one page. */
const MOST_ON_A_PAGE = 100;

/** The register in pages: what is going away, then what has gone. */
export const getDeprecationPages = once((content: Content): ListPage<Deprecations>[] => {
  const { ending, ended } = getDeprecations(content);
  return pagesOf('/deprecations/', ending.length + ended.length, MOST_ON_A_PAGE, (from, to) => ({
    ending: ending.slice(from, to),
    ended: ended.slice(Math.max(0, from - ending.length), Math.max(0, to - ending.length)),
  }));
});

/** What is going away: soonest first; then what has no date; what has gone is apart, newest announcement first. */
export const getDeprecations = once((content: Content): Deprecations => {
  const place = new Map(content.shipped.map((release, index) => [release, index]));
  const all = [...getLines(content).values()]
    .flatMap((line) => describeDeprecations(line, content.today) as Deprecation[])
    .sort((a, b) => (place.get(a.release) ?? 0) - (place.get(b.release) ?? 0));
  const ending = all.filter((each) => !each.ended).sort((a, b) => compare(endOf(a), endOf(b)));
  return { ending, ended: all.filter((each) => each.ended) };
});

function endOf({ change }: Deprecation): string {
  return change.removal && precisionOf(change.removal) ? lastDayOf(change.removal) : '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
