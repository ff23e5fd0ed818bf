import { changeGroups, groupOf, type ChangeGroup } from '../release/order.ts';
import { addressOf } from './addresses.ts';
import type { ChangelogState } from './changelog-state.ts';
import type { Content } from './content.ts';

/** What combinations of filters are answered from in the browser: no words, only what decides. */
export interface ChangelogIndex {
  products: string[];
  /** Newest first, as in the lists: address, place of the product, number of changes of each kind in page order. */
  releases: [address: string, product: number, ...counts: number[]][];
}

export interface FilteredChangelog {
  /** Places of the releases that match, newest first. */
  places: number[];
  /** For each kind: its changes, were the kinds not filtered. */
  kinds: Record<ChangeGroup, number>;
  /** For each product: its releases, were the products not filtered. */
  products: Record<string, number>;
}

export function getChangelogIndex({ site, shipped }: Content): ChangelogIndex {
  const products = [...new Set(shipped.map(({ product }) => product))].sort();
  return {
    products,
    releases: shipped.map((release) => {
      const groups = (release.changes ?? []).map(groupOf);
      const counts = changeGroups.map((group) => groups.filter((each) => each === group).length);
      return [addressOf(site, release), products.indexOf(release.product), ...counts];
    }),
  };
}

/**
 * `found` holds the addresses of the releases that have the words of the state, and without words it is not asked; `notMine` those that are to be left
 * out.
 */
export function filterChangelog(
  { products, releases }: ChangelogIndex,
  { product, kinds, q }: ChangelogState,
  found: ReadonlySet<string>,
  notMine: ReadonlySet<string> = new Set(),
): FilteredChangelog {
  const own = product === undefined ? -1 : products.indexOf(product);
  const wanted = kinds.map((kind) => changeGroups.indexOf(kind));
  const result: FilteredChangelog = {
    places: [],
    kinds: Object.fromEntries(changeGroups.map((group) => [group, 0])) as Record<ChangeGroup, number>,
    products: Object.fromEntries(products.map((id) => [id, 0])),
  };
  releases.forEach(([address, place, ...counts], index) => {
    if ((q && !found.has(address)) || notMine.has(address)) return;
    const isOfProduct = product === undefined || place === own;
    const isOfKind = wanted.length === 0 || wanted.some((group) => (counts[group] ?? 0) > 0);
    if (isOfProduct) changeGroups.forEach((group, at) => (result.kinds[group] += counts[at] ?? 0));
    const id = products[place];
    if (isOfKind && id !== undefined) result.products[id] = (result.products[id] ?? 0) + 1;
    if (isOfProduct && isOfKind) result.places.push(index);
  });
  return result;
}
