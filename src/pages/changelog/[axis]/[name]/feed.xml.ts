import type { APIRoute } from 'astro';
import { feedFormats, feedResponse, getFeedPaths, type ShownFeed } from '../../../../site/feeds.ts';

export const getStaticPaths = getFeedPaths;

export const GET: APIRoute<ShownFeed> = ({ props }) => feedResponse(feedFormats.rss, props);
