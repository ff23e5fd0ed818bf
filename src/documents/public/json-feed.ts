import type { Feed, FeedNeighbours } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org) with the full text; older entries are behind `next_url`. `self` is the feed's own URL. */
export function renderJsonFeed(feed: Feed, self: string, { previous }: FeedNeighbours = {}): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    user_comment: feed.comment,
    title: feed.title,
    home_page_url: feed.page,
    feed_url: self,
    next_url: previous,
    description: feed.subtitle || undefined,
    icon: feed.icon,
    language: feed.language,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      summary: entry.summary || undefined,
      date_published: entry.published,
      date_modified: entry.updated === entry.published ? undefined : entry.updated,
      tags: entry.categories,
      language: entry.language,
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
