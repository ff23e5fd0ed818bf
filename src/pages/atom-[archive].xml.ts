import type { APIRoute } from 'astro';
import { type Archive, archiveResponse, feedFormats, getArchivePaths } from '../site/feeds.ts';

export const getStaticPaths = getArchivePaths;

export const GET: APIRoute<Archive> = ({ props }) => archiveResponse(feedFormats.atom, props);
