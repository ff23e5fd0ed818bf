import { undashed } from './ids.ts';

/** Addresses as Notion writes them since July 2026. */
export const pageUrl = (id: string) => `https://app.notion.com/p/${undashed(id)}`;
export const blockUrl = (pageId: string, blockId: string) => `${pageUrl(pageId)}#${undashed(blockId)}`;
