import type { APIRoute } from 'astro';
import { loadContent } from '../site/load.ts';
import { getSearchDocuments } from '../site/search-documents.ts';
import { renderSearchIndex } from '../site/search-index.ts';

export const GET: APIRoute = async () => {
  const content = await loadContent();
  return new Response(renderSearchIndex(getSearchDocuments(content), content.site), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
