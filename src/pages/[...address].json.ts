import type { APIRoute } from 'astro';
import { renderReleaseJson } from '../documents/public/releases-json.ts';
import type { Release } from '../release/release.ts';
import { getSite } from '../site/load.ts';
import { getReleasePaths } from '../site/twins.ts';

export const getStaticPaths = getReleasePaths;

export const GET: APIRoute<{ release: Release }> = async ({ props }) => {
  const site = getSite();
  return new Response(renderReleaseJson(props.release, site), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
