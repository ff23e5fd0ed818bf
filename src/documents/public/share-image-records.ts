import type { Initiative, Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { isShipped } from '../../release/vocabulary.ts';

/** What has pictures for shared links. */
export interface ShareRecords {
  site: Site;
  /** Every release that has a page, newest first. */
  releases: readonly Release[];
  initiatives: readonly Initiative[];
}

/** Which records have a picture of their own, as ids. */
export function recordsWithShareImage(records: ShareRecords): ReadonlySet<string> {
  return new Set(ownRecords(records).map(({ id }) => id));
}

/** Everything on the roadmap, and the newest releases. */
export function ownRecords({ releases, initiatives }: ShareRecords): (Release | Initiative)[] {
  const coming = releases.filter(({ status }) => !isShipped(status));
  const shipped = releases.filter(({ status }) => isShipped(status));
  return [...initiatives, ...coming, ...shipped].slice(0, MOST_OWN);
}

/**
 * So many records have a picture of their own; older releases share that of their product. Drawing one takes some thirty milliseconds, and a site
 * of ten thousand releases is to be built in seconds.
 */
const MOST_OWN = 100;
