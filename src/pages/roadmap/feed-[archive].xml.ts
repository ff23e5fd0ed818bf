import type { APIRoute } from 'astro';
import { feedFormats } from '../../site/feeds.ts';
import { getRoadmapArchivePaths, roadmapFeedResponse } from '../../site/roadmap-feeds.ts';

export const getStaticPaths = getRoadmapArchivePaths;

export const GET: APIRoute = ({ params }) => roadmapFeedResponse(feedFormats.rss, Number(params['archive']));
