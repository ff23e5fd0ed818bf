import { rfc822 } from './feed-moment.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { type Xml, xml, xmlDocument } from './xml.ts';

/** RSS 2.0 with the full text in `content:encoded`. `self` is the feed's own URL. */
export function renderRss(feed: Feed, self: string): string {
  return xmlDocument(
    xml(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      },
      xml(
        'channel',
        {},
        xml('title', {}, feed.title),
        xml('link', {}, feed.page),
        xml('description', {}, feed.subtitle || feed.title),
        xml('language', {}, feed.language),
        feed.updated ? xml('lastBuildDate', {}, rfc822(feed.updated)) : undefined,
        xml('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
        ...feed.entries.map(item),
      ),
    ),
  );
}

function item(entry: FeedEntry): Xml {
  return xml(
    'item',
    {},
    xml('title', {}, entry.title),
    xml('link', {}, entry.url),
    xml('guid', { isPermaLink: 'false' }, entry.id),
    xml('pubDate', {}, rfc822(entry.published)),
    entry.updated === entry.published ? undefined : xml('atom:updated', {}, entry.updated),
    ...entry.categories.map((category) => xml('category', {}, category)),
    xml('description', {}, entry.summary || entry.title),
    xml('content:encoded', {}, entry.html),
  );
}
