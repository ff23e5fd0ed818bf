import { childBlocks } from '../block-tree.ts';
import { notFound } from '../errors.ts';
import { readId } from '../ids.ts';
import { readPageSize } from '../validate.ts';
import type { WireBlock, WireBlocks } from '../wire.ts';
import type { Asked, Route } from './route.ts';

export const blockRoutes: Route[] = [
  { method: 'GET', path: /^\/v1\/blocks\/([^/]+)$/, answer: readBlock },
  { method: 'GET', path: /^\/v1\/blocks\/([^/]+)\/children$/, answer: listChildren },
];

function listChildren({ world, cursors, params, query }: Asked): WireBlocks {
  const id = readId('path.block_id', params[0]);
  const all = childBlocks(world, id);
  const from = cursors.take({ children: id }, query.get('start_cursor') ?? undefined)?.given ?? 0;
  const size = readPageSize(query.get('page_size'), 'query');
  const more = from + size < all.length;
  const position = { after: { createdAt: 0, id }, given: from + size };
  return {
    object: 'list',
    results: all.slice(from, from + size),
    next_cursor: more ? cursors.give({ children: id }, position) : null,
    has_more: more,
    type: 'block',
    block: {},
  };
}

function readBlock({ world, params }: Asked): WireBlock {
  const id = readId('path.block_id', params[0]);
  const block = world.blocks.get(id);
  if (!block?.shared) throw notFound('block', id);
  return block.facts;
}
