import type { APIRoute } from 'astro';
import { renderReleaseMarkdown } from '../../documents/public/release-markdown.ts';
import type { Release } from '../../release/release.ts';
import { getSite } from '../../site/load.ts';
import { getReleasePaths } from '../../site/twins.ts';

export const getStaticPaths = getReleasePaths;

export const GET: APIRoute<{ release: Release }> = async ({ props }) => {
  const site = getSite();
  return new Response(renderReleaseMarkdown(props.release, site), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
