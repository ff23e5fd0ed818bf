import type { GetStaticPaths } from 'astro';
import { renderAtom } from '../documents/public/atom.ts';
import {
  archiveFeed,
  describeFeed,
  type Feed,
  type FeedNeighbours,
  type FeedScope,
  newestInFeed,
} from '../documents/public/feed.ts';
import { renderJsonFeed } from '../documents/public/json-feed.ts';
import { renderRss } from '../documents/public/rss.ts';
import { siteUrl } from '../documents/public/site-url.ts';
import { changeGroups } from '../release/order.ts';
import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import type { Content } from './content.ts';
import { href } from './href.ts';
import { getSite, loadOutlines, pick } from './load.ts';
import { once } from './once.ts';
import { hasSeveralProducts } from './products.ts';

export interface FeedFormat {
  /** The name of the feed's file without its ending; archives have a number behind it. */
  name: string;
  ending: string;
  type: string;
  render: (feed: Feed, self: string, neighbours: FeedNeighbours) => string;
}

export const feedFormats = {
  rss: { name: 'feed', ending: 'xml', type: 'application/rss+xml', render: renderRss },
  atom: { name: 'atom', ending: 'xml', type: 'application/atom+xml', render: renderAtom },
  json: { name: 'feed', ending: 'json', type: 'application/feed+json', render: renderJsonFeed },
} satisfies Record<string, FeedFormat>;

/** A feed of all releases, or of one product or kind, as its file. */
export function feedResponse(format: FeedFormat, { scope, releases, archives }: ShownFeed): Response {
  const site = getSite();
  const previous = archives > 0 ? siteUrl(site, feedAddress(format, scope, archives)) : undefined;
  const self = siteUrl(site, feedAddress(format, scope));
  return respondFeed(
    format,
    format.render(describeFeed(releases, site, scope), self, { previous, style: feedStyle }),
  );
}

/** What the feed of all releases is made from. */
export const getSiteFeed = pick(({ shipped, site }) => describeShown(shipped, site, {}));

/** What a feed is made from; a type, because props of paths are. */
export type ShownFeed = {
  scope: FeedScope;
  releases: Release[];
  /** How many archives hold what is older. */
  archives: number;
};

function describeShown(shipped: readonly Release[], site: Site, scope: FeedScope): ShownFeed {
  const archives = hasArchives(scope, site) ? archiveFeed(shipped, scope).length : 0;
  return { scope, releases: newestInFeed(shipped, scope), archives };
}

/** What an archive is made from; a type, because props of paths are. */
export type Archive = {
  scope: FeedScope;
  /** The oldest is 1. */
  archive: number;
  count: number;
  releases: Release[];
};

/** One archive of the feed of all releases or of one product, as its file. It changes with nothing but what is in it. */
export function archiveResponse(format: FeedFormat, { scope, archive, count, releases }: Archive): Response {
  const site = getSite();
  const url = (other?: number) => siteUrl(site, feedAddress(format, scope, other));
  const neighbours = {
    current: url(),
    previous: archive > 1 ? url(archive - 1) : undefined,
    next: archive < count ? url(archive + 1) : undefined,
    style: feedStyle,
  };
  return respondFeed(format, format.render(describeFeed(releases, site, scope), url(archive), neighbours));
}

/** One feed for each product and each kind, beside the page that shows the same. */
export const getFeedPaths = (async () => {
  const { shipped, site } = await loadOutlines();
  return [
    ...site.products.map(({ id }) => ({
      params: { axis: 'product', name: id },
      props: describeShown(shipped, site, { product: id }),
    })),
    ...changeGroups.map((kind) => ({
      params: { axis: 'kind', name: kind },
      props: describeShown(shipped, site, { kind }),
    })),
  ];
}) satisfies GetStaticPaths;

/** The archives of the feed of all releases. */
export const getArchivePaths = (async () => {
  return describeArchives(await loadOutlines(), {}).map((props) => ({
    params: { archive: String(props.archive) },
    props,
  }));
}) satisfies GetStaticPaths;

/** The archives of the feeds of each product, where there are several. */
export const getProductArchivePaths = (async () => {
  const content = await loadOutlines();
  const products = content.site.products.filter(({ id }) => hasArchives({ product: id }, content.site));
  return products.flatMap(({ id }) =>
    describeArchives(content, { product: id }).map((props) => ({
      params: { product: id, archive: String(props.archive) },
      props,
    })),
  );
}) satisfies GetStaticPaths;

/** What is older of the only product, or of a kind, stands in the archives of the whole site, once. */
function hasArchives({ product, kind }: FeedScope, site: Site): boolean {
  return !kind && (!product || hasSeveralProducts(site));
}

/** Handed to each format as they are, so that a build makes all forms of an archive in one go. */
function describeArchives(content: Content, scope: FeedScope): Archive[] {
  const known = archivesOf(content);
  const key = feedAddress(feedFormats.atom, scope);
  const archives = known.get(key) ?? makeArchives(content, scope);
  known.set(key, archives);
  return archives;
}

const archivesOf = once<Content, Map<string, Archive[]>>(() => new Map());

function makeArchives({ shipped }: Content, scope: FeedScope): Archive[] {
  const archives = archiveFeed(shipped, scope);
  return archives.map((releases, index) => ({
    scope,
    archive: index + 1,
    count: archives.length,
    releases,
  }));
}

function feedAddress(format: FeedFormat, { product, kind }: FeedScope, archive?: number): string {
  const below = product ? `/changelog/product/${product}/` : kind ? `/changelog/kind/${kind}/` : '/';
  return below + feedFile(format, archive);
}

/** The name of the file of a feed, or of one of its archives. */
export function feedFile({ name, ending }: FeedFormat, archive?: number): string {
  return `${name}${archive ? `-${archive}` : ''}.${ending}`;
}

/** Where the style sheet of feeds stands. */
export const feedStyle = href('/feed.xsl');

export function respondFeed({ type }: FeedFormat, body: string): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
