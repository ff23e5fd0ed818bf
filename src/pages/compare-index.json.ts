import type { APIRoute } from 'astro';
import { getCompareFile } from '../site/compare-index.ts';
import { loadContent } from '../site/load.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(getCompareFile(await loadContent())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
