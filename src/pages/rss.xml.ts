import type { APIRoute } from 'astro';
import { feedFormats, feedResponse } from '../site/feeds.ts';

/** The address that people try; the feed names `/feed.xml` as its own. */
export const GET: APIRoute = () => feedResponse(feedFormats.rss);
