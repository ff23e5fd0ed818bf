import type { APIRoute } from 'astro';
import { archiveResponse, feedFormats, getArchivePaths } from '../site/feeds.ts';

export const getStaticPaths = getArchivePaths;

export const GET: APIRoute<{ archive: number }> = ({ props }) =>
  archiveResponse(feedFormats.rss, props.archive);
