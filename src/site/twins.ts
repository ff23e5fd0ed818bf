import type { Release } from '../release/release.ts';
import { addressOf } from './addresses.ts';
import { loadContent } from './load.ts';

/** A path for every page of a release, for the files that say the same in another form. */
export async function getReleasePaths(): Promise<
  { params: { address: string }; props: { release: Release } }[]
> {
  const { releases, site } = await loadContent();
  return releases.map((release) => ({
    params: { address: addressOf(site, release).replace(/^\/|\/$/g, '') },
    props: { release },
  }));
}
