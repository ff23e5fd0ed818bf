import type { APIRoute } from 'astro';
import { siteUrl } from '../documents/public/site-url.ts';
import { getSite } from '../site/load.ts';

/** RFC 9309. Everything here is meant to be found. */
export const GET: APIRoute = async () => {
  const site = getSite();
  const lines = ['User-agent: *', 'Allow: /', '', `Sitemap: ${siteUrl(site, '/sitemap-index.xml')}`, ''];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
