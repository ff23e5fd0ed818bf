import { createHash } from 'node:crypto';
import { readLines } from '../../src/sources/notion/dialect/lines.ts';
import { findPage } from './routes/pages.ts';
import { BOT } from './present.ts';
import { toMinute } from './clock.ts';
import { richText } from './values.ts';
import type { WireBlock } from './wire.ts';
import type { PageRecord, World } from './world.ts';

interface Block {
  id: string;
  text: string;
  children: Block[];
}

/**
 * The blocks below a page or block, as `blocks/{id}/children` gives them: a block for each line of the Markdown, those further in below it. Kinds of
 * blocks do not matter here: it is there to count what readers ask for that walk from block to block.
 */
export function childBlocks(world: World, id: string): WireBlock[] {
  const found = world.pages.has(id) ? treeOf(world, id) : findBelow(world, id);
  const time = toMinute(world.clock.now());
  return found.map((block) => ({
    object: 'block',
    id: block.id,
    parent: { type: 'page_id', page_id: id },
    type: 'paragraph',
    paragraph: { rich_text: richText(block.text), color: 'default', icon: null },
    created_time: time,
    last_edited_time: time,
    created_by: BOT,
    last_edited_by: BOT,
    has_children: block.children.length > 0,
    in_trash: false,
  }));
}

/** Blocks of a page, by their ids, for as long as its body stays as it is. */
const known = new Map<string, { body: string; byId: Map<string, Block> }>();

function findBelow(world: World, id: string): Block[] {
  for (const page of world.pages.values()) {
    const found = blocksOf(world, page).get(id);
    if (found) return found.children;
  }
  return [];
}

function blocksOf(world: World, page: PageRecord): Map<string, Block> {
  const before = known.get(page.id);
  if (before?.body === page.body) return before.byId;
  const byId = new Map<string, Block>();
  const open = [...treeOf(world, page.id)];
  for (let block = open.pop(); block; block = open.pop()) {
    byId.set(block.id, block);
    open.push(...block.children);
  }
  known.set(page.id, { body: page.body, byId });
  return byId;
}

function treeOf(world: World, pageId: string): Block[] {
  const roots: Block[] = [];
  const path: Block[] = [];
  for (const line of readLines(findPage(world, pageId).body)) {
    if (line.text.trim() === '' || /^<\/|^`{3}$/.test(line.text) || line.literal) continue;
    const block = { id: blockId(pageId, line.number), text: line.text, children: [] };
    path.length = Math.min(path.length, line.depth);
    (path.at(-1)?.children ?? roots).push(block);
    path.push(block);
  }
  return roots;
}

function blockId(pageId: string, line: number): string {
  const hex = createHash('sha256').update(`${pageId}/${line}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
