import type { Release } from '../release/release.ts';
import type { Product } from '../release/site.ts';
import { addressOf } from './addresses.ts';
import { changelogAddress } from './changelog-addresses.ts';
import type { Content } from './content.ts';
import { groupBy } from './once.ts';
import { getProduct } from './products.ts';

/** Up to here every release has a link of its own; beyond, every month has one, or the page would be a book. */
const MOST_LINKS = 500;

export interface BrowseYear {
  year: string;
  count: number;
  releases: { release: Release; address: string }[];
  months: { month: string; address: string; count: number }[];
}

/** Everything that is out, by product and year, for who has no script or would rather look than search. */
export function getBrowse(content: Content): { product: Product; years: BrowseYear[] }[] {
  const isBook = content.shipped.length > MOST_LINKS;
  const byProduct = groupBy(content.shipped, ({ product }) => product);
  return [...new Set([...content.site.products.map(({ id }) => id), ...byProduct.keys()])]
    .filter((id) => byProduct.has(id))
    .map((id) => ({
      product: getProduct(content.site, id),
      years: [...groupBy(byProduct.get(id) ?? [], yearOf)].map(([year, releases]) => ({
        year,
        count: releases.length,
        releases: isBook
          ? []
          : releases.map((release) => ({ release, address: addressOf(content.site, release) })),
        months: isBook ? monthsOf(releases) : [],
      })),
    }));
}

function yearOf({ released }: Release): string {
  return released?.slice(0, 4) ?? '';
}

function monthsOf(releases: readonly Release[]): BrowseYear['months'] {
  const months = groupBy(
    releases.filter(({ released }) => released),
    ({ released = '' }) => released.slice(0, 7),
  );
  return [...months].map(([month, own]) => ({
    month,
    address: changelogAddress({ kind: 'month', month }),
    count: own.length,
  }));
}
