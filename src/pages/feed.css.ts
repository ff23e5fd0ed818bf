import type { APIRoute } from 'astro';
import feed from '../styles/feed.css?raw';
import tokens from '../styles/tokens.css?raw';

/** Its address is written into feeds, so it has no hash. */
export const GET: APIRoute = () =>
  new Response(`${tokens}\n${feed}`, { headers: { 'content-type': 'text/css; charset=utf-8' } });
