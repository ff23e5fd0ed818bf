import type { APIRoute } from 'astro';
import { feedFormats, feedResponse } from '../site/feeds.ts';

export const GET: APIRoute = () => feedResponse(feedFormats.atom);
