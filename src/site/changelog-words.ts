import type { Site } from '../release/site.ts';
import { type ChangelogAxis, changelogAddress } from './changelog-addresses.ts';
import { formatDate } from './dates.ts';
import { getProduct } from './products.ts';
import { strings } from './strings.ts';

/** What a list of the changelog is called. */
export function titleOfAxis(site: Site, axis: ChangelogAxis): string {
  switch (axis.kind) {
    case 'all':
      return strings.changelog;
    case 'product':
      return strings.changelogOfProduct(getProduct(site, axis.product).name);
    case 'group':
      return strings.changelogOfGroup[axis.group];
    case 'month':
      return strings.changelogOfMonth(formatDate(axis.month, site.locale));
  }
}

/** The address that the feeds of this very list stand below; a month has none, because it never grows. */
export function feedsOf(axis: ChangelogAxis): string | undefined {
  return axis.kind === 'product' || axis.kind === 'group' ? changelogAddress(axis) : undefined;
}

/** What those feeds tell of, in a word. */
export function nameOfFeeds(site: Site, axis: ChangelogAxis): string | undefined {
  if (axis.kind === 'product') return getProduct(site, axis.product).name;
  return axis.kind === 'group' ? strings.groups[axis.group] : undefined;
}
