import type { APIRoute } from 'astro';
import { feedFormats, feedResponse, getSiteFeed } from '../site/feeds.ts';

export const getProps = getSiteFeed;

/** The address that people try; the feed names `/feed.xml` as its own. */
export const GET: APIRoute = () => feedResponse(feedFormats.rss, getProps());
