import type { Feed, FeedEntry, FeedNeighbours } from './feed.ts';
import { historyNamespace, type Xml, xml, xmlDocument } from './xml.ts';

/** Atom must have a date (RFC 4287 §4.2.15), and an empty feed has none to tell. */
const NEVER = '1970-01-01T00:00:00Z';

/** Atom 1.0 (RFC 4287) with the full text, and with its archives (RFC 5005). `self` is the feed's own URL. */
export function renderAtom(feed: Feed, self: string, neighbours: FeedNeighbours = {}): string {
  const { current, previous, next, style } = neighbours;
  const link = (rel: string, href?: string) =>
    href ? xml('link', { rel, type: 'application/atom+xml', href }) : undefined;
  return xmlDocument(
    xml(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:fh': current ? historyNamespace : undefined,
        'xml:lang': feed.language,
      },
      xml('id', {}, feed.id),
      xml('title', {}, feed.title),
      feed.subtitle ? xml('subtitle', {}, feed.subtitle) : undefined,
      xml('updated', {}, feed.updated ?? NEVER),
      xml('icon', {}, feed.icon),
      xml('author', {}, xml('name', {}, feed.author)),
      link('self', self),
      xml('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      current ? xml('fh:archive', {}) : undefined,
      link('current', current),
      link('prev-archive', previous),
      link('next-archive', next),
      ...feed.entries.map((entry) => entryXml(entry, feed)),
    ),
    style,
  );
}

function entryXml(entry: FeedEntry, { language }: Feed): Xml {
  return xml(
    'entry',
    { 'xml:lang': entry.language },
    xml('id', {}, entry.id),
    xml('title', {}, entry.title),
    xml('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    xml('published', {}, entry.published),
    xml('updated', {}, entry.updated),
    ...entry.categories.map((term) => xml('category', { term })),
    entry.summary ? xml('summary', { 'xml:lang': entry.summaryLanguage }, entry.summary) : undefined,
    // What it says in another language than the feed says so itself.
    xml('content', { type: 'html', 'xml:lang': entry.language && language }, entry.html),
  );
}
