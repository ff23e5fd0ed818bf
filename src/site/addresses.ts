import { releaseAddress } from '../release/address.ts';
import type { ChangeGroup } from '../release/order.ts';
import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { hasSeveralProducts } from './products.ts';

/** Where everything stands that has no address of its own in `release`. */

export function addressOf(site: Site, release: Release): string {
  return releaseAddress(release, hasSeveralProducts(site));
}

/** How densely the changelog is set: a card each, a line each, or a table. */
export const changelogViews = ['cards', 'rows', 'table'] as const;
export type ChangelogView = (typeof changelogViews)[number];

/** One axis of the changelog; each has pre-rendered pages of its own. */
export type ChangelogAxis =
  | { kind: 'all'; view?: ChangelogView }
  | { kind: 'product'; product: string }
  | { kind: 'group'; group: ChangeGroup }
  /** `2026-05` */
  | { kind: 'month'; month: string };

/** Pages are counted from 1. `page` cannot be mistaken for a year, a product or a kind. */
export function changelogAddress(axis: ChangelogAxis, page = 1): string {
  return pageAddress(`/changelog/${axisPath(axis)}`, page);
}

export function productAddress(product: string): string {
  return `/releases/${product}/`;
}

/**
 * A page of a list, counted from 1, which may be the list of releases: no release stands so deep below a product.
 * @param list the address of its first page
 */
export function pageAddress(list: string, page: number): string {
  return page > 1 ? `${list}page/${page}/` : list;
}

function axisPath(axis: ChangelogAxis): string {
  switch (axis.kind) {
    case 'all':
      return axis.view && axis.view !== 'cards' ? `${axis.view}/` : '';
    case 'product':
      return `product/${axis.product}/`;
    case 'group':
      return `kind/${axis.group}/`;
    case 'month':
      return `${axis.month.replace('-', '/')}/`;
  }
}
