import type { APIRoute } from 'astro';
import { getChangelogIndex } from '../site/changelog-index.ts';
import { loadContent } from '../site/load.ts';

export const GET: APIRoute = async () => Response.json(getChangelogIndex(await loadContent()));
