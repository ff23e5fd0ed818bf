import type { APIRoute } from 'astro';
import { renderFeedStyle } from '../documents/public/feed-style.ts';
import { wordsOf } from '../languages/languages.ts';
import { textDirection } from '../languages/tags.ts';
import { href } from '../site/href.ts';
import { getSite } from '../site/load.ts';

export const GET: APIRoute = () => {
  const site = getSite();
  const words = wordsOf(site).documents.feed;
  return new Response(renderFeedStyle(href('/feed.css'), words, textDirection(site.locale)), {
    headers: { 'content-type': 'text/xsl; charset=utf-8' },
  });
};
