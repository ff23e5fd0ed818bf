import type { GetStaticPaths } from 'astro';
import { renderAtom } from '../documents/public/atom.ts';
import { describeFeed, type Feed, type FeedScope } from '../documents/public/feed.ts';
import { renderJsonFeed } from '../documents/public/json-feed.ts';
import { renderRss } from '../documents/public/rss.ts';
import { siteUrl } from '../documents/public/site-url.ts';
import { changeGroups } from '../release/order.ts';
import { loadContent } from './load.ts';

interface Format {
  file: string;
  type: string;
  render: (feed: Feed, self: string) => string;
}

export const feedFormats = {
  rss: { file: 'feed.xml', type: 'application/rss+xml', render: renderRss },
  atom: { file: 'atom.xml', type: 'application/atom+xml', render: renderAtom },
  json: { file: 'feed.json', type: 'application/feed+json', render: renderJsonFeed },
} satisfies Record<string, Format>;

/** A feed of all releases, or of one product or kind, as its file. */
export async function feedResponse(format: Format, scope: FeedScope = {}): Promise<Response> {
  const { shipped, site } = await loadContent();
  const below = scope.product
    ? `changelog/product/${scope.product}/`
    : scope.kind
      ? `changelog/kind/${scope.kind}/`
      : '';
  const self = siteUrl(site, `/${below}${format.file}`);
  return new Response(format.render(describeFeed(shipped, site, scope), self), {
    headers: { 'content-type': `${format.type}; charset=utf-8` },
  });
}

/** One feed for each product and each kind, beside the page that shows the same. */
export const getFeedPaths = (async () => {
  const { site } = await loadContent();
  return [
    ...site.products.map(({ id }) => ({ params: { axis: 'product', name: id }, props: { product: id } })),
    ...changeGroups.map((kind) => ({ params: { axis: 'kind', name: kind }, props: { kind } })),
  ];
}) satisfies GetStaticPaths;
