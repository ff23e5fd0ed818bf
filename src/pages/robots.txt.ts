import type { APIRoute } from 'astro';
import { siteLanguages } from '../release/language.ts';
import { siteUrl } from '../documents/public/site-url.ts';
import { getSite } from '../site/load.ts';

/** RFC 9309. Everything here is meant to be found. */
export const GET: APIRoute = async () => {
  const site = getSite();
  const sitemaps = siteLanguages(site).map((each) => `Sitemap: ${siteUrl(each, '/sitemap-index.xml')}`);
  const lines = ['User-agent: *', 'Allow: /', '', ...sitemaps, ''];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
