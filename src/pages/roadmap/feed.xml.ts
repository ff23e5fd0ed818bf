import type { APIRoute } from 'astro';
import { renderRss } from '../../documents/public/rss.ts';
import { describeRoadmapFeed } from '../../documents/public/roadmap-feed.ts';
import { siteUrl } from '../../documents/public/site-url.ts';
import { roadmapChangeStrings } from '../../site/compare-strings.ts';
import { feedFormats } from '../../site/feeds.ts';
import { href } from '../../site/href.ts';
import { loadContent } from '../../site/load.ts';
import { addressOfItem, getRoadmapChanges } from '../../site/roadmap-changes.ts';

export const GET: APIRoute = async () => {
  const content = await loadContent();
  const changes = getRoadmapChanges(content)
    .toReversed()
    .flatMap((day) => day.changes);
  const addressOf = (id: string) => addressOfItem(content, id) ?? '/roadmap/';
  const feed = describeRoadmapFeed(changes, content.site, roadmapChangeStrings, addressOf);
  return new Response(
    renderRss(feed, siteUrl(content.site, '/roadmap/feed.xml'), { style: href('/feed.xsl') }),
    {
      headers: { 'content-type': `${feedFormats.rss.type}; charset=utf-8` },
    },
  );
};
