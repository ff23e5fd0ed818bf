import type { ChangeGroup } from '../release/order.ts';
import { pageAddress } from './page-address.ts';

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
