import { createHash } from 'node:crypto';
import { notFound } from '../errors.ts';
import { readId, undashed } from '../ids.ts';
import type { WireMarkdown } from '../wire.ts';
import type { World } from '../world.ts';
import { findPage } from './pages.ts';
import type { Asked, Route } from './route.ts';

export const markdownRoutes: Route[] = [
  { method: 'GET', path: /^\/v1\/pages\/([^/]+)\/markdown$/, answer: readMarkdown },
];

/** The body of a page, or of a block that its page left out. */
function readMarkdown({ world, params, origin }: Asked): WireMarkdown {
  const id = readId('path.page_id', params[0]);
  const body = bodyOf(world, id);
  const leftOut = [...world.blocks.values()].filter(
    (block) => block.markdown !== undefined && block.id !== id && body.includes(undashed(block.id)),
  );
  return {
    object: 'page_markdown',
    id,
    markdown: body.replace(/\{\{file:([0-9a-f-]+)\}\}/g, (_, file: string) => signedUrl(world, origin, file)),
    truncated: leftOut.length > 0,
    unknown_block_ids: leftOut.map((block) => block.id),
  };
}

function bodyOf(world: World, id: string): string {
  const block = world.blocks.get(id);
  if (block) {
    if (!block.shared) throw notFound('block', id);
    return block.markdown ?? '';
  }
  return findPage(world, id).body;
}

/** Another URL at each reading, good for one hour of virtual time. */
export function signedUrl(world: World, origin: string, fileId: string): string {
  const now = new Date(world.clock.now());
  const date = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const signature = createHash('sha256').update(`${fileId}${date}${world.nextId()}`).digest('hex');
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Date': date,
    'X-Amz-Expires': '3600',
    'X-Amz-Signature': signature,
    'x-id': 'GetObject',
  });
  const name = world.files.get(fileId)?.name ?? 'file';
  return `${origin}/prod-files-secure/${fileId}/${encodeURIComponent(name)}?${query.toString()}`;
}
