import { channelOf } from '../release/channel.ts';
import type { Release } from '../release/release.ts';
import { productAddress } from './addresses.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';
import { type ListPage, pagesOf } from './pages-of.ts';
import { hasSeveralProducts } from './products.ts';

export interface ProductIndex {
  product: string;
  latest?: Release;
  /** By major version where versions are numbered that way, else by year. */
  parts: ReleasePart[];
  /** Releases in all parts. */
  total: number;
}

export interface ReleasePart {
  label: string;
  by: 'major' | 'year' | 'none';
  releases: Release[];
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
      total: releases.length,
      parts: [...groupBy(releases, semantic ? majorOf : yearOf)].map(([label, part]) => {
        return { label, by: label === '' ? 'none' : semantic ? 'major' : 'year', releases: part };
      }),
    };
  });
});

/** Releases on one page of a list. */
const MOST_ON_A_PAGE = 200;
/** Releases on the page of all products, and of each, however many there are. */
const MOST_OF_ALL = 300;
const FEWEST_OF_EACH = 10;

/** The newest releases of each product. */
export const getNewest = once((content: Content): ProductIndex[] => {
  const lists = listed(content);
  const most = hasSeveralProducts(content.site)
    ? Math.max(FEWEST_OF_EACH, Math.floor(MOST_OF_ALL / lists.length))
    : MOST_ON_A_PAGE;
  return lists.map((index) => ({ ...index, parts: cut(index.parts, 0, most) }));
});

/** The list of all releases of a product, in pages. That of a site with one product is the list of all, at `/releases/`. */
export const getReleaseLists = once((content: Content): ListPage<ProductIndex>[] =>
  listed(content).flatMap((index) => {
    const list = hasSeveralProducts(content.site) ? productAddress(index.product) : '/releases/';
    return pagesOf(list, index.total, MOST_ON_A_PAGE, (from, to) => ({
      ...index,
      parts: cut(index.parts, from, to),
    }));
  }),
);

/** A site with one product may have releases of another that is gone; it names none. */
function listed(content: Content): ProductIndex[] {
  const all = getReleaseIndex(content);
  const [first] = all;
  if (!first || hasSeveralProducts(content.site)) return all;
  const total = all.reduce((sum, each) => sum + each.total, 0);
  return [{ ...first, total, parts: all.flatMap(({ parts }) => parts) }];
}

function cut(parts: readonly ReleasePart[], from: number, to: number): ReleasePart[] {
  let start = 0;
  return parts.flatMap((part) => {
    const releases = part.releases.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += part.releases.length;
    return releases.length > 0 ? [{ ...part, releases }] : [];
  });
}

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
