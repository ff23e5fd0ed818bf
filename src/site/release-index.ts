import { channelOf } from '../release/channel.ts';
import type { Release } from '../release/release.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';

export interface ProductIndex {
  product: string;
  latest?: Release;
  /** By major version where versions are numbered that way, else by year. */
  parts: { label: string; by: 'major' | 'year' | 'none'; releases: Release[] }[];
}

/** All releases of each product, newest first, in parts that a reader can hold in view. */
export const getReleaseIndex = once((content: Content): ProductIndex[] => {
  const byProduct = groupBy(content.shipped, (release) => release.product);
  const products = new Set([...content.site.products.map((product) => product.id), ...byProduct.keys()]);
  return [...products].map((product) => {
    const releases = byProduct.get(product) ?? [];
    const semantic =
      releases.length > 0 && releases.every(({ version }) => version && SEMANTIC.test(version));
    return {
      product,
      latest: getLatest(releases),
      parts: [...groupBy(releases, semantic ? majorOf : yearOf)].map(([label, part]) => {
        return { label, by: label === '' ? 'none' : semantic ? 'major' : 'year', releases: part };
      }),
    };
  });
});

/** The newest release that a reader can be sent to: not one that was taken back, nor a pre-release while there is another. */
export function getLatest(releases: readonly Release[]): Release | undefined {
  const standing = releases.filter(({ status }) => status !== 'yanked' && status !== 'rolled back');
  const final = standing.filter((release) => channelOf(release) === 'stable');
  return final[0] ?? standing[0] ?? releases[0];
}

/** Numbers below 1000 in front: `3.4.0` has a major version, `2026.05` has a year. */
const SEMANTIC = /^v?\d{1,3}\./;

function majorOf(release: Release): string {
  return /\d+/.exec(release.version ?? '')?.[0] ?? '';
}

function yearOf(release: Release): string {
  return release.released?.slice(0, 4) ?? '';
}
