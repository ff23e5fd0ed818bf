import type { APIRoute } from 'astro';
import { getCompareFile } from '../site/compare-index.ts';
import { loadOutlines } from '../site/load.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(getCompareFile(await loadOutlines())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
