import type { APIRoute } from 'astro';
import { renderReleasesJson } from '../documents/public/releases-json.ts';
import { loadContent } from '../site/load.ts';

export const GET: APIRoute = async () => {
  const { releases, initiatives, dropped, site } = await loadContent();
  return new Response(renderReleasesJson(releases, [...initiatives, ...dropped], site), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
