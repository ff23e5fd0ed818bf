import { releaseAddress } from '../release/address.ts';
import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { hasSeveralProducts } from './products.ts';

/** Where everything stands that has no address of its own in `release`. */

export function addressOf(site: Site, release: Release): string {
  return releaseAddress(release, hasSeveralProducts(site));
}

export function productAddress(product: string): string {
  return `/releases/${product}/`;
}
