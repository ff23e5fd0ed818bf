import type { APIRoute } from 'astro';
import { renderSitemapIndex } from '../documents/public/sitemap.ts';
import { siteUrl } from '../documents/public/site-url.ts';
import { loadOutlines } from '../site/load.ts';
import { getSitemaps } from '../site/sitemap.ts';

export const GET: APIRoute = async () => {
  const content = await loadOutlines();
  const urls = getSitemaps(content).map((_, file) => siteUrl(content.site, `/sitemap-${file}.xml`));
  return new Response(renderSitemapIndex(urls), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
