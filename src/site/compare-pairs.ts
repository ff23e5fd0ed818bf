import { familyOf, type Line } from '../release/compare-line.ts';
import { wasTakenBack } from '../release/compare-versions.ts';
import type { Release } from '../release/release.ts';
import { isPrerelease } from '../release/version.ts';
import { getLines, pairAddress } from './compare-lines.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';

/** Two releases whose comparison has a page of its own. */
export interface Pair {
  line: Line<Release>;
  from: Release;
  to: Release;
  address: string;
  /** `major`: from the last release of one major version to the last of the next. */
  kind: 'next' | 'major';
}

/** Releases of a product whose comparison with the one before has a page; for older ones, it is `/compare/` that tells. */
const MOST_NEXT = 100;

/**
 * The newest releases with the one after them, and every major version with the next, newest first. Each page holds what one release or one major
 * version brought, so that the whole grows no faster than the releases.
 */
export const getPairs = once((content: Content): Pair[] =>
  [...getLines(content).values()].flatMap((line) => {
    // Work on the data centre that has no version is no step from one version to the next.
    const versioned = line.releases.filter(({ version }) => version);
    const families = [...groupBy(versioned.length > 0 ? versioned : line.releases, familyOf).values()];
    const pairs = [
      ...families.flatMap((family) => nextPairs(family)),
      ...families.flatMap((family) => majorPairs(family)),
    ].map(({ from, to, kind }): Pair => ({
      line,
      from,
      to,
      kind,
      address: pairAddress(content.site, from, to),
    }));
    const unique = [...new Map(pairs.toReversed().map((pair) => [pair.address, pair])).values()];
    const placeOf = new Map(line.releases.map((release, place) => [release, place]));
    const oldest = line.releases.length - MOST_NEXT;
    return unique
      .filter(({ kind, to }) => kind === 'major' || (placeOf.get(to) ?? 0) >= oldest)
      .sort((a, b) => (placeOf.get(b.to) ?? 0) - (placeOf.get(a.to) ?? 0));
  }),
);

type Ends = Pick<Pair, 'from' | 'to' | 'kind'>;

/** What was taken back leads to the release after it, and nothing leads there. */
function nextPairs(family: readonly Release[]): Ends[] {
  return [isAny, isFinal].flatMap((isMeant) =>
    family.flatMap((from, place) => {
      if (!isMeant(from)) return [];
      const to = family.slice(place + 1).find((each) => isMeant(each) && !wasTakenBack(each.status));
      return to ? [{ from, to, kind: 'next' as const }] : [];
    }),
  );
}

function majorPairs(family: readonly Release[]): Ends[] {
  const standing = family.filter((each) => isFinal(each) && !wasTakenBack(each.status));
  const majors = [...groupBy(standing.filter(isSemantic), ({ version }) => /\d+/.exec(version ?? '')?.[0])];
  const last = majors.map(([, releases]) => releases.at(-1));
  return last.slice(1).flatMap((to, place) => {
    const from = last[place];
    return from && to ? [{ from, to, kind: 'major' as const }] : [];
  });
}

function isAny(): boolean {
  return true;
}

function isFinal({ version }: Release): boolean {
  return !version || !isPrerelease(version);
}

/** Numbers below 1000 in front: `3.4.0` has a major version, `2026.05` has a year. */
function isSemantic({ version }: Release): boolean {
  return /^v?\d{1,3}(?:\.|$)/.test(version ?? '');
}
