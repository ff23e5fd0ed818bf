import type { APIRoute } from 'astro';
import { renderSitemap, type SitemapEntry } from '../documents/public/sitemap.ts';
import { loadOutlines } from '../site/load.ts';
import { getSitemaps } from '../site/sitemap.ts';

export const getStaticPaths = async () =>
  getSitemaps(await loadOutlines()).map((entries, file) => ({
    params: { file: String(file) },
    props: { entries },
  }));

export const GET: APIRoute<{ entries: SitemapEntry[] }> = ({ props }) =>
  new Response(renderSitemap(props.entries), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
