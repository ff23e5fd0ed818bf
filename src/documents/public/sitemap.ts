import { xml, xmlDocument } from './xml.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** sitemaps.org allows 50,000 addresses and 50 MB a file. */
export const MOST_IN_A_SITEMAP = 40_000;

export interface SitemapEntry {
  url: string;
  /** The day on which the text of the page last changed, where the records tell. */
  changed?: string;
  /** The same page in the languages that it is written in, itself among them. */
  languages?: readonly { locale: string; url: string }[];
}

export function renderSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, changed, languages = [] }) =>
    xml(
      'url',
      {},
      xml('loc', {}, url),
      changed ? xml('lastmod', {}, changed) : undefined,
      ...languages.map((each) =>
        xml('xhtml:link', { rel: 'alternate', hreflang: each.locale, href: each.url }),
      ),
    ),
  );
  const hasLanguages = entries.some(({ languages = [] }) => languages.length > 0);
  const names = {
    xmlns: namespace,
    'xmlns:xhtml': hasLanguages ? 'http://www.w3.org/1999/xhtml' : undefined,
  };
  return xmlDocument(xml('urlset', names, ...urls));
}

export function renderSitemapIndex(urls: readonly string[]): string {
  return xmlDocument(
    xml('sitemapindex', { xmlns: namespace }, ...urls.map((url) => xml('sitemap', {}, xml('loc', {}, url)))),
  );
}
