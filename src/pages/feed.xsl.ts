import type { APIRoute } from 'astro';
import { renderFeedStyle } from '../documents/public/feed-style.ts';
import { feedWords } from '../site/feed-words.ts';
import { href } from '../site/href.ts';

export const GET: APIRoute = () =>
  new Response(renderFeedStyle(href('/feed.css'), feedWords), {
    headers: { 'content-type': 'text/xsl; charset=utf-8' },
  });
