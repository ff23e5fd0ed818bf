import type { APIRoute } from 'astro';
import { type Archive, archiveResponse, feedFormats, getScopeArchivePaths } from '../../../../site/feeds.ts';

export const getStaticPaths = getScopeArchivePaths;

export const GET: APIRoute<Archive> = ({ props }) => archiveResponse(feedFormats.atom, props);
