import type { APIRoute } from 'astro';
import { getIssueVersions } from '../site/known-issues.ts';
import { loadOutlines } from '../site/load.ts';

/** By product: every version, newest first. The last one has the place 0. */
export const GET: APIRoute = async () => {
  const products = getIssueVersions(await loadOutlines());
  return Response.json(
    Object.fromEntries(
      products.map(({ product, versions }) => [product, versions.map(({ label }) => label)] as const),
    ),
  );
};
