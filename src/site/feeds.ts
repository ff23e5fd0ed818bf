import type { GetStaticPaths } from 'astro';
import { renderAtom } from '../documents/public/atom.ts';
import {
  countArchives,
  describeFeed,
  type Feed,
  type FeedNeighbours,
  type FeedScope,
} from '../documents/public/feed.ts';
import { renderJsonFeed } from '../documents/public/json-feed.ts';
import { renderRss } from '../documents/public/rss.ts';
import { siteUrl } from '../documents/public/site-url.ts';
import { changeGroups } from '../release/order.ts';
import { href } from './href.ts';
import { getSite, loadContent } from './load.ts';

interface Format {
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
} satisfies Record<string, Format>;

/** A feed of all releases, or of one product or kind, as its file. */
export async function feedResponse(format: Format, scope: FeedScope = {}): Promise<Response> {
  const { shipped, site } = await loadContent();
  const below = scope.product
    ? `changelog/product/${scope.product}/`
    : scope.kind
      ? `changelog/kind/${scope.kind}/`
      : '';
  // What is older stands in the archives of the whole site, once.
  const archives = below ? 0 : countArchives(shipped);
  const previous = archives > 0 ? siteUrl(site, archiveAddress(format, archives)) : undefined;
  const self = siteUrl(site, `/${below}${format.name}.${format.ending}`);
  return respond(format, format.render(describeFeed(shipped, site, scope), self, { previous, style }));
}

/** One archive of the feed of all releases, as its file. */
export async function archiveResponse(format: Format, archive: number): Promise<Response> {
  const { shipped, site } = await loadContent();
  const url = (other: number) => siteUrl(site, archiveAddress(format, other));
  const neighbours = {
    current: siteUrl(site, `/${format.name}.${format.ending}`),
    previous: archive > 1 ? url(archive - 1) : undefined,
    next: archive < countArchives(shipped) ? url(archive + 1) : undefined,
    style,
  };
  return respond(format, format.render(describeFeed(shipped, site, {}, archive), url(archive), neighbours));
}

/** One feed for each product and each kind, beside the page that shows the same. */
export const getFeedPaths = (async () => {
  const site = getSite();
  return [
    ...site.products.map(({ id }) => ({ params: { axis: 'product', name: id }, props: { product: id } })),
    ...changeGroups.map((kind) => ({ params: { axis: 'kind', name: kind }, props: { kind } })),
  ];
}) satisfies GetStaticPaths;

/** The archives of the feed of all releases, the oldest of which is 1. */
export const getArchivePaths = (async () => {
  const { shipped } = await loadContent();
  return Array.from({ length: countArchives(shipped) }, (_, index) => ({
    params: { archive: String(index + 1) },
    props: { archive: index + 1 },
  }));
}) satisfies GetStaticPaths;

const style = href('/feed.xsl');

function archiveAddress({ name, ending }: Format, archive: number): string {
  return `/${name}-${archive}.${ending}`;
}

function respond({ type }: Format, body: string): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
