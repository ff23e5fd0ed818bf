import type { Release } from '../release/release.ts';
import { wordsOfReaders } from './availability-file.ts';
import type { Content } from './content.ts';
import { getInstead } from './instead.ts';
import { getIssuesOf, type IssueLife } from './known-issues.ts';
import { getNeighbours, type Neighbours } from './neighbours.ts';
import { groupBy, once } from './once.ts';
import { whereSince } from './since.ts';

/** What the page of a release shows besides its record. */
export interface ReleaseView {
  neighbours: Neighbours;
  /** Where its readers learn what has come since. */
  since: string;
  /** Where its readers should go instead. */
  instead?: Release;
  issues: IssueLife[];
  /** Words to choose from in the question who gets it; absent where it is for everybody. */
  readers?: ReturnType<typeof wordsOfReaders>;
}

export function getReleaseView(content: Content, release: Release): ReleaseView {
  const instead = getInstead(content, release);
  const isForSome = release.audience ?? release.waves;
  return {
    neighbours: getNeighbours(content, release),
    since: whereSince(content, release),
    ...(instead && { instead }),
    issues: getIssuesOf(content, release),
    ...(isForSome && { readers: readersOf(content).get(release.product) }),
  };
}

const readersOf = once(({ shipped, upcoming }: Content) => {
  const products = groupBy([...shipped, ...upcoming], ({ product }) => product);
  return new Map([...products].map(([product, releases]) => [product, wordsOfReaders(releases)]));
});
