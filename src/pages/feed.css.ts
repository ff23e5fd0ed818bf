import type { APIRoute } from 'astro';
import { renderFeedWords } from '../documents/public/feed-style.ts';
import { wordsOf } from '../languages/languages.ts';
import feed from '../styles/feed.css?raw';
import { getSite } from '../site/load.ts';
import { textDirection } from '../languages/tags.ts';
import tokens from '../styles/tokens.css?raw';

/** Its address is written into feeds, so it has no hash. */
export const GET: APIRoute = () => {
  const site = getSite();
  const words = renderFeedWords(wordsOf(site).documents.feed, textDirection(site.locale));
  return new Response(`${tokens}\n${feed}${words}`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
};
