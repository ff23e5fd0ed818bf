import { keptText } from '../documents/public/kept-text.ts';
import { familyOf, labelOf, type Line } from '../release/compare-line.ts';
import { wasTakenBack } from '../release/compare-versions.ts';
import { describeIssues, type IssueLife as Life, isOpenAt } from '../release/issue-life.ts';
import type { KnownIssue, Release } from '../release/release.ts';
import { getLines } from './compare-lines.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';
import { type ListPage, pagesOf } from './pages-of.ts';

/** A known issue through its whole life, which may span many releases. */
export interface IssueLife {
  issue: KnownIssue;
  product: string;
  /** The oldest release that mentions it. */
  since: Release;
  /** The newest release that mentions it. */
  latest: Release;
  discoveredIn?: string;
  /** The versions that mend it, oldest first. */
  fixedIn?: string;
  /** `coming` where the fix was announced for a version that is not out. */
  state: 'open' | 'coming' | 'fixed';
  /** Places in the product's line of releases that have it, first and last. */
  spans: [number, number][];
  /** The same by name. */
  openIn: { first: string; last: string }[];
}

export interface IssueRegister {
  open: Map<string, IssueLife[]>;
  fixed: Map<string, IssueLife[]>;
}

/** Every known issue once, by product: an issue lives until a version that is out fixes it. */
export const getIssueRegister = once((content: Content): IssueRegister => {
  const lives = allLives(content);
  return {
    open: groupBy(
      lives.filter((life) => life.state !== 'fixed'),
      (life) => life.product,
    ),
    fixed: groupBy(
      lives.filter((life) => life.state === 'fixed'),
      (life) => life.product,
    ),
  };
});

/** Where each issue was told last, as the ids of release and issue: it rests on outlines, and is kept for as long as they are the same. */
export const getLastTold = once((content: Content): ReadonlySet<string> => {
  const make = () => JSON.stringify(allLives(content).map(({ latest, issue }) => `${latest.id}/${issue.id}`));
  const outlines = globalThis.__SLIPWAY_OUTLINES__;
  const told = outlines ? keptText(`told last ${outlines}`, make) : make();
  return new Set(JSON.parse(told) as string[]);
});

/** Issues on one page. */
const MOST_ON_A_PAGE = 100;

/** The register in pages: what is open, then what is fixed. */
export const getIssuePages = once((content: Content): ListPage<IssueRegister>[] => {
  const { open, fixed } = getIssueRegister(content);
  const stillOpen = [...open.values()].flat();
  const all = [...stillOpen, ...[...fixed.values()].flat()];
  const byProduct = (lives: IssueLife[]) => groupBy(lives, ({ product }) => product);
  return pagesOf('/known-issues/', all.length, MOST_ON_A_PAGE, (from, to) => ({
    open: byProduct(stillOpen.slice(from, to)),
    fixed: byProduct(all.slice(Math.max(from, stillOpen.length), to)),
  }));
});

/** The issues of a release, as it told them, each with what has become of it: an old page, too, tells what was fixed since. */
export function getIssuesOf(content: Content, release: Release): IssueLife[] {
  return (release.knownIssues ?? []).flatMap((issue) => {
    const line = getLines(content).get(release.product);
    const life = line && livesIn(line).get(issue.id);
    return life ? [{ ...life, issue }] : [];
  });
}

/** The anchor of an issue on the page of a release, where a change may have the same id. */
export function anchorInRelease(
  { changes = [] }: { changes?: readonly { id: string }[] },
  id: string,
): string {
  return changes.some((change) => change.id === id) ? `Issue-${id}` : id;
}

/** Versions of a product that stand on the page; the others come when the list is opened. */
export const MOST_LISTED_VERSIONS = 25;

/** The versions that a reader may have of a product, newest first. */
export interface IssueVersions {
  product: string;
  versions: { label: string; place: number }[];
}

/** For the products that have issues. */
export const getIssueVersions = once((content: Content): IssueVersions[] => {
  const products = new Set(allLives(content).map(({ product }) => product));
  return [...products].map((product) => {
    const releases = getLines(content).get(product)?.releases ?? [];
    return {
      product,
      versions: releases.map((each, place) => ({ label: labelOf(each), place })).toReversed(),
    };
  });
});

/** The anchor of an issue in the register: its id, with its product in front where two products have the same id. */
export function issueAnchor(
  content: Content,
  { product, issue }: Pick<IssueLife, 'product' | 'issue'>,
): string {
  return anchorOfIssue(getIssueAnchors(content), product, issue.id);
}

/** Which product has which issue's id for itself. */
export type IssueAnchors = ReadonlyMap<string, string>;

export function anchorOfIssue(anchors: IssueAnchors, product: string, id: string): string {
  return anchors.get(id) === product ? id : `${product}.${id}`;
}

export const getIssueAnchors = once((content: Content): IssueAnchors => {
  const lives = allLives(content).toReversed();
  return new Map(lives.map(({ issue, product }) => [issue.id, product]));
});

const allLives = once((content: Content): IssueLife[] => {
  const lives = [...getLines(content).values()].flatMap((line) => [...livesIn(line).values()]);
  const place = new Map(content.shipped.map((release, index) => [release, index]));
  return lives.sort((a, b) => (place.get(a.latest) ?? 0) - (place.get(b.latest) ?? 0));
});

/** Those of one product, by their ids: the page of a release asks for no more. */
const livesIn = once((line: Line<Release>): Map<string, IssueLife> => {
  const newest = newestPlaces(line);
  return new Map(describeIssues(line).map((life) => [life.issue.id, describeLife(line, life, newest)]));
});

/** The place of the newest release of each family that stands; where all were taken back, of the first. */
function newestPlaces({ releases }: Line<Release>): Map<string, number> {
  const newest = new Map<string, number>();
  for (const [place, release] of releases.entries()) {
    const family = familyOf(release);
    if (!wasTakenBack(release.status) || !newest.has(family)) newest.set(family, place);
  }
  return newest;
}

/** @param newest the place of the newest release of each family that stands */
function describeLife(
  line: Line<Release>,
  life: Life<Release>,
  newest: ReadonlyMap<string, number>,
): IssueLife {
  const { issue, since, latest, discoveredIn, fixes, coming, spans } = life;
  const labelAt = (at: number) => labelOf(line.releases[at] ?? latest);
  return {
    issue: issue as KnownIssue,
    product: line.product,
    since,
    latest,
    discoveredIn,
    ...(fixes.length > 0 && { fixedIn: fixes.join(', ') }),
    state: !isOpenAt(life, newest.get(familyOf(latest)) ?? -1)
      ? 'fixed'
      : coming.length > 0
        ? 'coming'
        : 'open',
    spans,
    openIn: spans.map(([first, last]) => ({ first: labelAt(first), last: labelAt(last) })),
  };
}
