import type { APIRoute } from 'astro';
import { chooseLinked, renderLlms } from '../documents/public/llms.ts';
import { getSite, pick } from '../site/load.ts';

export const getProps = pick(({ releases, initiatives }) => ({
  releases: chooseLinked(releases),
  initiatives,
}));

export const GET: APIRoute = () =>
  new Response(renderLlms({ site: getSite(), ...getProps() }), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
