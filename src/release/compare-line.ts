import { channelOf, versionLabel } from './channel.ts';
import type { Change, KnownIssue, Release, Step, Component } from './release.ts';
import { compareVersions, isNumbered, isPrerelease } from './version.ts';
import { isShipped } from './vocabulary.ts';

/** What a comparison looks at, so that it works on whole records and on a compact index alike. */
export type Comparable = Pick<
  Release,
  'id' | 'product' | 'title' | 'version' | 'channel' | 'status' | 'released' | 'locale'
> & {
  changes?: readonly ComparableChange[];
  knownIssues?: readonly Pick<KnownIssue, 'id' | 'title' | 'discoveredIn' | 'fixedIn' | 'locale'>[];
  components?: readonly Pick<Component, 'name' | 'kind' | 'from' | 'to'>[];
  upgrade?: readonly Pick<Step, 'text'>[];
};
export type ComparableChange = Pick<
  Change,
  'id' | 'kind' | 'title' | 'breaking' | 'action' | 'removal' | 'replacement' | 'locale' | 'untranslated'
>;

/** The shipped releases of one product, oldest first, with what a comparison asks again and again worked out once. */
export interface Line<R extends Comparable = Comparable> {
  product: string;
  releases: readonly R[];
  /** Where each change is listed, by its id and by its title: places in `releases`. */
  listings: ReadonlyMap<string, readonly Listing[]>;
  /** The deprecations among them, in order. */
  deprecations: readonly Listing[];
  /** Versions that were announced and are not out. */
  awaited: ReadonlySet<string>;
}

export interface Listing {
  at: number;
  change: ComparableChange;
}

/**
 * One line for each product, in the order of the products' ids. The order of the releases handed in never matters.
 */
export function describeLines<R extends Comparable>(releases: readonly R[]): Line<R>[] {
  const products = [...new Set(releases.map(({ product }) => product))].sort();
  const byProduct = new Map(products.map((product) => [product, [] as R[]]));
  for (const release of releases) byProduct.get(release.product)?.push(release);
  return products.map((product) => {
    const all = byProduct.get(product) ?? [];
    const ordered = orderReleases(all.filter(({ status }) => isShipped(status)));
    const out = new Set(ordered.map(({ version }) => version));
    let listings: Line['listings'] | undefined;
    const coming = all.flatMap(({ version, status }) => (version && !isShipped(status) ? [version] : []));
    return {
      product,
      releases: ordered,
      // Only comparisons ask for them, and they take longest.
      get listings() {
        return (listings ??= collectListings(ordered));
      },
      deprecations: ordered.flatMap(({ changes = [] }, at) =>
        changes.flatMap((change) => (change.kind === 'deprecated' ? [{ at, change }] : [])),
      ),
      awaited: new Set(coming.filter((version) => !out.has(version))),
    };
  });
}

/**
 * Oldest first. Numbered versions stand in the order of their numbers, whenever they came out: 1.2.1 before 1.3.0. A name has no order of
 * its own, so it stands behind the last release that was out when it came out; a preview of what was to come is none, where there are others.
 */
export function orderReleases<R extends Comparable>(releases: readonly R[]): R[] {
  const isOfNumbers = ({ version }: R) => version !== undefined && isNumbered(version);
  const ordered = releases.filter(isOfNumbers).sort(byNumber);
  for (const named of releases.filter((each) => !isOfNumbers(each)).sort(byDay)) {
    const { released } = named;
    const isBefore = (each: R) => !released || (each.released !== undefined && each.released <= released);
    const stable = ordered.findLastIndex((each) => isBefore(each) && !isPrerelease(each.version ?? ''));
    ordered.splice((stable < 0 ? ordered.findLastIndex(isBefore) : stable) + 1, 0, named);
  }
  return ordered;
}

/** The key under which a change's title is found, whoever wrote it: `Page numbers` and `page  numbers.` are one. */
export function titleKey(title: string): string {
  const known = titleKeys.get(title);
  if (known !== undefined) return known;
  if (titleKeys.size >= MOST_TITLES) titleKeys.clear();
  const key = `=${title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()}`;
  titleKeys.set(title, key);
  return key;
}

/** Every comparison asks for the titles on its way. */
const titleKeys = new Map<string, string>();
const MOST_TITLES = 20_000;

/** The versions that one release is followed by: pre-releases lead to the stable ones, other channels stand for themselves. */
export function familyOf(release: Pick<Comparable, 'channel' | 'version'>): string {
  return release.version && isPrerelease(release.version) ? 'stable' : channelOf(release);
}

/** What a release is called in a comparison: its version, or its title where it has none. */
export function labelOf(release: Pick<Comparable, 'version' | 'channel' | 'title'>): string {
  return versionLabel(release) ?? release.title;
}

function collectListings(ordered: readonly Comparable[]): Map<string, Listing[]> {
  const listings = new Map<string, Listing[]>();
  const add = (key: string, listing: Listing) => {
    const known = listings.get(key);
    if (known) known.push(listing);
    else listings.set(key, [listing]);
  };
  for (const [at, { changes = [] }] of ordered.entries()) {
    for (const change of changes) {
      add(change.id, { at, change });
      add(titleKey(change.title), { at, change });
    }
  }
  return listings;
}

function byNumber(a: Comparable, b: Comparable): number {
  return compareVersions(a.version ?? '', b.version ?? '') || byDay(a, b);
}

function byDay(a: Comparable, b: Comparable): number {
  return (
    compareText(a.released ?? '9999', b.released ?? '9999') ||
    (a.version && b.version ? (compareVersions(a.version, b.version) ?? 0) : 0) ||
    compareText(channelOf(a), channelOf(b)) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
