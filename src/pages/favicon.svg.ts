import type { APIRoute } from 'astro';
import { renderMark } from '../documents/public/mark.ts';
import { loadOutlines } from '../site/load.ts';

export const GET: APIRoute = async () => {
  const { site } = await loadOutlines();
  return new Response(renderMark(site.look.hue), { headers: { 'content-type': 'image/svg+xml' } });
};
