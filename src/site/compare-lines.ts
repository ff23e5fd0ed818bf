import { releaseSlug } from '../release/address.ts';
import { describeLines, labelOf, type Line } from '../release/compare-line.ts';
import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';
import { hasSeveralProducts } from './products.ts';

/** The releases of each product in the order in which they follow each other. */
export const getLines = once((content: Content): Map<string, Line<Release>> => {
  const lines = describeLines(content.releases);
  return new Map(lines.map((line) => [line.product, line]));
});

/** `/compare/1-2-0...1-6-0/`, with the product in front where the site has several. */
export function pairAddress(site: Site, from: Release, to: Release): string {
  const product = hasSeveralProducts(site) ? `${from.product}/` : '';
  return `/compare/${product}${releaseSlug(from)}...${releaseSlug(to)}/`;
}

export function sinceAddress(site: Site, release: Release): string {
  return `/since/${hasSeveralProducts(site) ? `${release.product}/` : ''}${releaseSlug(release)}/`;
}

/** Where any two releases are compared, page of their own or not. */
export function askAddress(site: Site, from: Release, to?: Release): string {
  const asked = new URLSearchParams({ from: from.version ? labelOf(from) : releaseSlug(from) });
  if (to) asked.set('to', to.version ? labelOf(to) : releaseSlug(to));
  if (hasSeveralProducts(site)) asked.set('product', from.product);
  return `/compare/?${asked}`;
}
