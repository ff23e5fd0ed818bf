import { notFound } from '../errors.ts';
import { readId } from '../ids.ts';
import type { WireBlock } from '../wire.ts';
import type { Asked, Route } from './route.ts';

export const blockRoutes: Route[] = [{ method: 'GET', path: /^\/v1\/blocks\/([^/]+)$/, answer: readBlock }];

function readBlock({ world, params }: Asked): WireBlock {
  const id = readId('path.block_id', params[0]);
  const block = world.blocks.get(id);
  if (!block?.shared) throw notFound('block', id);
  return block.facts;
}
