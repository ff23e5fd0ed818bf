import type { ChangeGroup } from '../release/order.ts';
import type { ChangelogAxis } from './changelog-addresses.ts';
import { changelogAddress } from './changelog-addresses.ts';
import { getChangelogCounts } from './changelog.ts';
import { filterChangelog, getChangelogIndex } from './changelog-index.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';

export interface Facets {
  /** `count` is what the page of that filter alone shows; `own` is what it leaves together with the filter of this page. */
  groups: { group: ChangeGroup; count: number; own: number }[];
  products: { product: string; count: number; own: number }[];
}

/** The filters that a page of the changelog offers. Worked out once for all pages of an axis. */
export function getFacets(content: Content, axis: ChangelogAxis): Facets {
  const known = facetsOf(content);
  const key = changelogAddress(axis.kind === 'month' ? { kind: 'all' } : axis);
  const facets = known.get(key) ?? makeFacets(content, axis);
  known.set(key, facets);
  return facets;
}

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
  };
}
