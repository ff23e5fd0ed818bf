import type { GetStaticPaths } from 'astro';
import { splitArchives } from '../documents/public/feed-archives.ts';
import { describeRoadmapFeed } from '../documents/public/roadmap-feed.ts';
import { siteUrl } from '../documents/public/site-url.ts';
import type { ToldChange } from '../release/plan-history.ts';
import { roadmapChangeStrings } from './compare-strings.ts';
import type { Content } from './content.ts';
import { type FeedFormat, feedFile, feedStyle, respondFeed } from './feeds.ts';
import { loadOutlines } from './load.ts';
import { addressOfItem, getRoadmapChanges } from './roadmap-changes.ts';

/**
 * The feed of the changes of the roadmap as its file.
 * @param archive one of its archives instead, the oldest is 1
 */
export async function roadmapFeedResponse(format: FeedFormat, archive?: number): Promise<Response> {
  const content = await loadOutlines();
  const changes = changesOf(content);
  const count = splitArchives(changes).length;
  const addressOf = (id: string) => addressOfItem(content, id) ?? '/roadmap/';
  const url = (other?: number) => siteUrl(content.site, `/roadmap/${feedFile(format, other)}`);
  const older = archive ? archive - 1 : count;
  const feed = describeRoadmapFeed(changes, content.site, roadmapChangeStrings, addressOf, archive);
  const neighbours = {
    ...(archive && { current: url() }),
    previous: older > 0 ? url(older) : undefined,
    next: archive && archive < count ? url(archive + 1) : undefined,
    style: feedStyle,
  };
  return respondFeed(format, format.render(feed, url(archive), neighbours));
}

export const getRoadmapArchivePaths = (async () =>
  splitArchives(changesOf(await loadOutlines())).map((_, index) => ({
    params: { archive: String(index + 1) },
  }))) satisfies GetStaticPaths;

/** Oldest first. */
function changesOf(content: Content): ToldChange[] {
  return getRoadmapChanges(content)
    .toReversed()
    .flatMap((day) => day.changes);
}
