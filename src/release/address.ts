import { channelledSlug } from './channel.ts';
import type { Release } from './release.ts';
import { isShipped } from './vocabulary.ts';

/** Addresses are paths below the site's base, with a slash at both ends. Once published, an address is never broken. */

/** Only what an address is made from, so that a list of addresses needs no whole records. */
export type Addressed = Pick<Release, 'id' | 'product' | 'version' | 'channel' | 'status'>;

/**
 * The last part of a release's address: its version, with the channel where that is not the stable one, or its id where it has no version. No
 * other release takes part, so that what comes later never moves it. Two releases of one product with the same slug are a mistake that
 * `publish` reports.
 */
export function releaseSlug(release: Pick<Addressed, 'id' | 'version' | 'channel'>): string {
  const known = slugs.get(release);
  if (known !== undefined) return known;
  const slug = channelledSlug(release) || release.id;
  slugs.set(release, slug);
  return slug;
}

/** Everything that leads to a release asks for it. */
const slugs = new WeakMap<object, string>();

/** Where a release has its page: in the changelog once customers have it, on the roadmap before. */
export function releaseAddress(release: Addressed, severalProducts: boolean): string {
  if (!isShipped(release.status)) return `/roadmap/${release.id}/`;
  const slug = releaseSlug(release);
  return severalProducts ? `/releases/${release.product}/${slug}/` : `/releases/${slug}/`;
}

export function initiativeAddress(initiative: { id: string }): string {
  return `/roadmap/${initiative.id}/`;
}
