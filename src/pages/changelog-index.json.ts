import type { APIRoute } from 'astro';
import { getChangelogIndex } from '../site/changelog-index.ts';
import { loadOutlines } from '../site/load.ts';

export const GET: APIRoute = async () => Response.json(getChangelogIndex(await loadOutlines()));
