import { changeGroups, type ChangeGroup, groupOf } from '../release/order.ts';
import type { Release } from '../release/release.ts';
import { type ChangelogAxis, changelogAddress, type ChangelogView } from './changelog-addresses.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';
import { firstOfGrowing, type ListPage, pagesOf } from './pages-of.ts';

/** Entries on one page of the changelog; the first has those that fill no other, too. */
export const changelogPageSizes: Record<ChangelogView, number> = { cards: 20, rows: 200, table: 200 };

/** A release as the changelog shows it: on a page of one kind, with the changes of that kind only. */
export interface Entry {
  release: Release;
  kind?: ChangeGroup;
}

export interface ChangelogPage extends Omit<ListPage<never>, 'shown'> {
  axis: ChangelogAxis;
  /** Releases on all pages of this axis. Told on the first alone: each release would make the others anew, of which there are thousands. */
  total?: number;
  /** Newest month first: `2026-05`, or an empty text for releases without a day. */
  months: { month: string; entries: Entry[] }[];
}

export interface ChangelogCounts {
  releases: number;
  /** Changes of each kind that has any. */
  groups: { group: ChangeGroup; count: number }[];
  /** Releases of each product of the site that has any. */
  products: { product: string; count: number }[];
  /** Years, newest first, with the months that have releases. */
  years: { year: string; months: { month: string; count: number }[] }[];
}

/** Every page of the changelog: all releases in three densities, and one axis each. The whole is linear in the number of releases. */
export const getChangelogPages = once((content: Content): ChangelogPage[] => {
  const { site, shipped } = content;
  const entries = shipped.map((release): Entry => ({ release }));
  const byProduct = groupBy(entries, (entry) => entry.release.product);
  const byMonth = groupBy(entries, (entry) => monthOf(entry.release));
  const byKind = groupByKind(shipped);
  return [
    ...paginate({ kind: 'all' }, entries),
    ...paginate({ kind: 'all', view: 'rows' }, entries),
    ...paginate({ kind: 'all', view: 'table' }, entries),
    ...site.products.flatMap(({ id }) => paginate({ kind: 'product', product: id }, byProduct.get(id) ?? [])),
    ...changeGroups.flatMap((group) => paginate({ kind: 'group', group }, byKind.get(group) ?? [])),
    ...[...byMonth]
      .filter(([month]) => month !== '')
      .flatMap(([month, ofMonth]) => paginate({ kind: 'month', month }, ofMonth)),
  ];
});

/** The same, in an order in which pages with the same releases are made one after the other, so that few of their cards have to be kept. */
export function inOrderOfTime({ shipped }: Content, pages: readonly ChangelogPage[]): ChangelogPage[] {
  const places = new Map(shipped.map((release, place) => [release, place]));
  const placeOf = ({ months: [month] }: ChangelogPage) => {
    const newest = month?.entries[0]?.release;
    return (newest && places.get(newest)) ?? 0;
  };
  return pages.toSorted((a, b) => placeOf(a) - placeOf(b));
}

export const getChangelogCounts = once(({ site, shipped }: Content): ChangelogCounts => {
  const groups = new Map<ChangeGroup, number>();
  for (const release of shipped) {
    for (const change of release.changes ?? []) {
      groups.set(groupOf(change), (groups.get(groupOf(change)) ?? 0) + 1);
    }
  }
  const products = groupBy(shipped, (release) => release.product);
  const months = [...groupBy(shipped, monthOf)].filter(([month]) => month !== '');
  return {
    releases: shipped.length,
    groups: changeGroups
      .map((group) => ({ group, count: groups.get(group) ?? 0 }))
      .filter((each) => each.count > 0),
    products: site.products
      .map(({ id }) => ({ product: id, count: products.get(id)?.length ?? 0 }))
      .filter((each) => each.count > 0),
    years: [...groupBy(months, ([month]) => month.slice(0, 4))].map(([year, ofYear]) => ({
      year,
      months: ofYear.map(([month, releases]) => ({ month, count: releases.length })),
    })),
  };
});

function groupByKind(releases: readonly Release[]): Map<ChangeGroup, Entry[]> {
  const entries = releases.flatMap((release): Required<Entry>[] =>
    [...new Set((release.changes ?? []).map(groupOf))].map((kind) => ({ release, kind })),
  );
  return groupBy(entries, ({ kind }) => kind);
}

function paginate(axis: ChangelogAxis, entries: Entry[]): ChangelogPage[] {
  const size = changelogPageSizes[viewOf(axis)];
  return pagesOf(
    changelogAddress(axis),
    entries.length,
    size,
    (from, to) => groupBy(entries.slice(from, to), (entry) => monthOf(entry.release)),
    firstOfGrowing(entries.length, size),
  ).map(({ shown, ...page }) => ({
    ...page,
    axis,
    ...(page.page === 1 && { total: entries.length }),
    months: [...shown].map(([month, ofMonth]) => ({ month, entries: ofMonth })),
  }));
}

/** The address that search engines should know a list by, where it shows what another one shows. */
export function canonicalOf({ axis, page }: ChangelogPage): string | undefined {
  return axis.kind === 'all' && page === 1 ? changelogAddress({ kind: 'all' }) : undefined;
}

/** How densely a list is set. */
export function viewOf(axis: ChangelogAxis): ChangelogView {
  return (axis.kind === 'all' && axis.view) || 'cards';
}

function monthOf(release: Release): string {
  return release.released?.slice(0, 7) ?? '';
}
