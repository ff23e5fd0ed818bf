import { rfc822 } from './feed-moment.ts';
import type { Feed, FeedEntry, FeedNeighbours } from './feed.ts';
import { historyNamespace, type Xml, xml, xmlDocument } from './xml.ts';

/** RSS 2.0 with the full text in `content:encoded`, and with its archives (RFC 5005). `self` is the feed's own URL. */
export function renderRss(feed: Feed, self: string, neighbours: FeedNeighbours = {}): string {
  const { current, previous, next, style } = neighbours;
  const link = (rel: string, href?: string) =>
    href ? xml('atom:link', { href, rel, type: 'application/rss+xml' }) : undefined;
  return xmlDocument(
    xml(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:fh': current ? historyNamespace : undefined,
      },
      xml(
        'channel',
        {},
        xml('title', {}, feed.title),
        xml('link', {}, feed.page),
        xml('description', {}, feed.subtitle || feed.title),
        xml('language', {}, feed.language),
        feed.updated ? xml('lastBuildDate', {}, rfc822(feed.updated)) : undefined,
        xml('image', {}, xml('url', {}, feed.icon), xml('title', {}, feed.title), xml('link', {}, feed.page)),
        link('self', self),
        current ? xml('fh:archive', {}) : undefined,
        link('current', current),
        link('prev-archive', previous),
        link('next-archive', next),
        ...feed.entries.map((entry) => item(entry, feed)),
      ),
    ),
    style,
  );
}

function item(entry: FeedEntry, { language }: Feed): Xml {
  return xml(
    'item',
    { 'xml:lang': entry.language },
    xml('title', {}, entry.title),
    xml('link', {}, entry.url),
    xml('guid', { isPermaLink: 'false' }, entry.id),
    xml('pubDate', {}, rfc822(entry.published)),
    entry.updated === entry.published ? undefined : xml('atom:updated', {}, entry.updated),
    ...entry.categories.map((category) => xml('category', {}, category)),
    xml('description', { 'xml:lang': entry.summaryLanguage }, entry.summary || entry.title),
    // What it says in another language than the feed says so itself.
    xml('content:encoded', { 'xml:lang': entry.language && language }, entry.html),
  );
}
