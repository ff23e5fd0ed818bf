import type { APIRoute } from 'astro';
import feed from '../styles/feed.css?raw';
import { textDirection } from '../languages/tags.ts';
import { getSite } from '../site/load.ts';
import tokens from '../styles/tokens.css?raw';

/** A feed that is shown as it is has nothing else to say it with. */
const RIGHT_TO_LEFT = '@layer parts { rss, feed { direction: rtl } }\n';

/** Its address is written into feeds, so it has no hash. */
export const GET: APIRoute = () =>
  new Response(`${tokens}\n${feed}${textDirection(getSite().locale) === 'rtl' ? RIGHT_TO_LEFT : ''}`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
