import type { ChangeGroup } from '../release/order.ts';
import type { ChangelogAxis } from './changelog-addresses.ts';
import { changelogAddress } from './changelog-addresses.ts';
import { type ChangelogPage, getChangelogCounts } from './changelog.ts';
import { filterChangelog, getChangelogIndex } from './changelog-index.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';

/**
 * The filters that a page of the changelog offers. Only the first page of a list that is none of a month says how many releases stand behind each:
 * each release would make all of the others anew, of which there are thousands.
 */
export interface Facets {
  /** `count` is what the page of that filter alone shows; `own` is what it leaves together with the filter of this page. */
  groups: { group: ChangeGroup; count?: number; own?: number }[];
  products: { product: string; count?: number; own?: number }[];
  /** Years, newest first, with the months that have releases. */
  years: { year: string; months: { month: string; count?: number }[] }[];
}

/** Worked out once for all pages of an axis that offer the same. */
export function getFacets(content: Content, { axis, page }: Pick<ChangelogPage, 'axis' | 'page'>): Facets {
  if (page > 1 || axis.kind === 'month') return getUncounted(content);
  const known = facetsOf(content);
  const key = changelogAddress(axis);
  const facets = known.get(key) ?? makeFacets(content, axis);
  known.set(key, facets);
  return facets;
}

const getUncounted = once((content: Content): Facets => {
  const { groups, products, years } = getChangelogCounts(content);
  return {
    groups: groups.map(({ group }) => ({ group })),
    products: products.map(({ product }) => ({ product })),
    years: years.map(({ year, months }) => ({ year, months: months.map(({ month }) => ({ month })) })),
  };
});

const facetsOf = once<Content, Map<string, Facets>>(() => new Map());
const indexOf = once(getChangelogIndex);

function makeFacets(content: Content, axis: ChangelogAxis): Facets {
  const counts = getChangelogCounts(content);
  const state = {
    ...(axis.kind === 'product' ? { product: axis.product } : {}),
    kinds: axis.kind === 'group' ? [axis.group] : [],
    q: '',
    view: 'cards',
    page: 1,
  } as const;
  const filtered = filterChangelog(indexOf(content), { ...state, kinds: [...state.kinds] }, new Set());
  return {
    groups: counts.groups.map((each) => ({ ...each, own: filtered.kinds[each.group] })),
    products: counts.products.map((each) => ({ ...each, own: filtered.products[each.product] ?? 0 })),
    years: counts.years,
  };
}
