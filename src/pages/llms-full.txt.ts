import type { APIRoute } from 'astro';
import { chooseFullTexts, renderLlmsFull } from '../documents/public/llms.ts';
import { getSite, pick } from '../site/load.ts';

export const getProps = pick(({ shipped }) => chooseFullTexts(shipped));

export const GET: APIRoute = () =>
  new Response(renderLlmsFull(getProps(), getSite()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
