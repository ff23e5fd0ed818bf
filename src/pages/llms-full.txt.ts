import type { APIRoute } from 'astro';
import { renderLlmsFull } from '../documents/public/llms.ts';
import { loadContent } from '../site/load.ts';

export const GET: APIRoute = async () =>
  new Response(renderLlmsFull(await loadContent()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
