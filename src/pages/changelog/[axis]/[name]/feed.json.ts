import type { APIRoute } from 'astro';
import { feedFormats, feedResponse, getFeedPaths } from '../../../../site/feeds.ts';

export const getStaticPaths = getFeedPaths;

export const GET: APIRoute = ({ props }) => feedResponse(feedFormats.json, props);
