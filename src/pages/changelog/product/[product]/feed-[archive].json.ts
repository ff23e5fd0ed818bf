import type { APIRoute } from 'astro';
import {
  type Archive,
  archiveResponse,
  feedFormats,
  getProductArchivePaths,
} from '../../../../site/feeds.ts';

export const getStaticPaths = getProductArchivePaths;

export const GET: APIRoute<Archive> = ({ props }) => archiveResponse(feedFormats.json, props);
