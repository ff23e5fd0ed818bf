import type { APIRoute } from 'astro';
import { feedFormats, feedResponse, getSiteFeed } from '../site/feeds.ts';

export const getProps = getSiteFeed;

export const GET: APIRoute = () => feedResponse(feedFormats.json, getProps());
