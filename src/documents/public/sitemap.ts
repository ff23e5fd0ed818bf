import { xml, xmlDocument } from './xml.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** sitemaps.org allows 50,000 addresses and 50 MB a file. */
export const MOST_IN_A_SITEMAP = 40_000;

export interface SitemapEntry {
  url: string;
  /** The day on which the text of the page last changed, where the records tell. */
  changed?: string;
}

export function renderSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, changed }) =>
    xml('url', {}, xml('loc', {}, url), changed ? xml('lastmod', {}, changed) : undefined),
  );
  return xmlDocument(xml('urlset', { xmlns: namespace }, ...urls));
}

export function renderSitemapIndex(urls: readonly string[]): string {
  return xmlDocument(
    xml('sitemapindex', { xmlns: namespace }, ...urls.map((url) => xml('sitemap', {}, xml('loc', {}, url)))),
  );
}
