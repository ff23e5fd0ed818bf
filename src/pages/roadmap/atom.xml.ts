import type { APIRoute } from 'astro';
import { feedFormats } from '../../site/feeds.ts';
import { roadmapFeedResponse } from '../../site/roadmap-feeds.ts';

export const GET: APIRoute = () => roadmapFeedResponse(feedFormats.atom);
