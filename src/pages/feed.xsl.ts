import type { APIRoute } from 'astro';
import { renderFeedStyle } from '../documents/public/feed-style.ts';
import { wordsOf } from '../languages/languages.ts';
import { href } from '../site/href.ts';

export const GET: APIRoute = () =>
  new Response(renderFeedStyle(href('/feed.css'), wordsOf(__SLIPWAY_SITE__).documents.feed), {
    headers: { 'content-type': 'text/xsl; charset=utf-8' },
  });
