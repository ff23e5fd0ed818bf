import type { Blockquote, Html, Nodes, PhrasingContent } from 'mdast';
import {
  type Frame,
  type FrameEdge,
  nestFrames,
  readFrameEdge,
  readTitle,
  renderFrameEnd,
  renderFrameStart,
  type TitlePiece,
} from '../release/frames.ts';

declare module 'mdast' {
  interface BlockquoteData {
    /** What this block is instead of a quote. */
    frame?: Frame;
  }
}

/** Toggles and columns that were written as HTML around Markdown, as blocks. Tags without their other end, and other HTML, stay. */
export function readFrames(blocks: readonly Nodes[]): Nodes[] {
  if (!blocks.some((block) => block.type === 'html')) return [...blocks];
  return nestFrames(joinTitles(blocks.flatMap(splitTags)), edgeOf, make);
}

/** The frame that a block is. */
export function frameOf(block: Nodes): Frame | undefined {
  return block.type === 'blockquote' ? block.data?.frame : undefined;
}

/** Frames as the HTML that they are written as. */
export function unfoldFrames(blocks: readonly Nodes[]): Nodes[] {
  return blocks.flatMap((block) => {
    const frame = frameOf(block);
    if (!frame) return [block];
    const children = unfoldFrames((block as Blockquote).children);
    return [html(renderFrameStart(frame)), ...children, html(renderFrameEnd(frame))];
  });
}

/** The blocks that stand between the tags of a toggle. */
export function findToggled(nodes: readonly Nodes[]): Set<Nodes> {
  const open: number[] = [];
  const spans: [from: number, to: number][] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'html') continue;
    for (const [, slash] of node.value.matchAll(/<(\/?)details\b/gi)) {
      const from = slash ? open.pop() : void open.push(index);
      if (from !== undefined) spans.push([from, index]);
    }
  }
  const toggled = new Set<Nodes>();
  let end = 0;
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    nodes.slice(Math.max(from, end), to).forEach((node) => toggled.add(node));
    end = Math.max(end, to);
  }
  return toggled;
}

/** The title of a toggle as words in a line. */
export function titleNodes(title: readonly TitlePiece[]): PhrasingContent[] {
  return title.map(({ text, isCode }) => ({ type: isCode ? 'inlineCode' : 'text', value: text }));
}

const TAG =
  /<(details)(?:\s+(?:open|markdown)(?:="[\w-]*")?)*\s*>|<summary>[^]*?<\/summary\s*>|<(\/details|\/?columns?)\s*>/gi;

/** People write several tags into one block of HTML. Where a comment stands between them, they are left alone. */
function splitTags(block: Nodes): Nodes[] {
  if (block.type !== 'html' || block.value.includes('<!--')) return [block];
  const parts: Html[] = [];
  let end = 0;
  const add = (value: string) => value.trim() !== '' && parts.push({ ...block, value: value.trim() });
  for (const { 0: tag, 1: opening, 2: other, index } of block.value.matchAll(TAG)) {
    const name = (opening ?? other)?.toLowerCase();
    add(block.value.slice(end, index));
    add(name ? `<${name}>` : tag);
    end = index + tag.length;
  }
  add(block.value.slice(end));
  return parts;
}

/** `<details>` and the `<summary>` behind it become one. */
function joinTitles(blocks: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const summary = block.type === 'html' && /^<summary>([^]*?)<\/summary\s*>$/i.exec(block.value)?.[1];
    if (typeof summary === 'string' && last?.type === 'html' && last.value === '<details>') {
      const value = renderFrameStart({ name: 'details', title: readTitle(summary) });
      joined[joined.length - 1] = { ...last, value };
    } else joined.push(block);
  }
  return joined;
}

function edgeOf(block: Nodes): FrameEdge | undefined {
  if (block.type !== 'html') return undefined;
  return block.value === '<details>' ? { opens: { name: 'details', title: [] } } : readFrameEdge(block.value);
}

/** A toggle without a title is its content, and one without content its title; columns are two at least. */
function make(frame: Frame, children: Nodes[], [opening, closing]: [Nodes, Nodes]): Nodes[] {
  if (frame.name === 'details' && frame.title.length === 0) return children;
  if (frame.name === 'details' && children.length === 0)
    return [{ type: 'paragraph', children: [{ type: 'strong', children: titleNodes(frame.title) }] }];
  const columns = children.filter((child) => frameOf(child)?.name === 'column');
  if (frame.name === 'columns' && columns.length < 2) return children.flatMap(contentOf);
  const [start, end] = [opening.position?.start, closing.position?.end];
  const position = start && end && { position: { start, end } };
  return [{ type: 'blockquote', data: { frame }, children: children as Blockquote['children'], ...position }];
}

function contentOf(block: Nodes): Nodes[] {
  return frameOf(block)?.name === 'column' ? (block as Blockquote).children : [block];
}

function html(value: string): Html {
  return { type: 'html', value };
}
