import type { Blockquote, Html, Nodes, Paragraph, Parents } from 'mdast';
import {
  type Frame,
  nestFrames,
  readFrameEdge,
  renderFrameEnd,
  renderFrameStart,
} from '../../release/frames.ts';

declare module 'mdast' {
  interface BlockquoteData {
    frame?: Frame;
  }
}

/** Makes each toggle and each row of columns in a text one block, deep inside too: a quote that says what it is. */
export function nestAll(parent: Parents): void {
  if (!('children' in parent)) return;
  const read = (node: Nodes) => (node.type === 'html' ? readFrameEdge(node.value) : undefined);
  if (parent.children.some(read)) parent.children = nestFrames<Nodes>(parent.children, read, make) as never;
  for (const child of parent.children) if ('children' in child) nestAll(child);
}

/** A remark plugin: toggles and columns as the elements that they are on a page. */
export function frameElements() {
  return (tree: Parents): void => {
    nestAll(tree);
    shape(tree);
  };
}

/** Toggles as the HTML that Markdown has for them. Columns are for pages: elsewhere their content is one below the other. */
export function unfoldFrame(node: Nodes): Nodes[] {
  if (node.type !== 'blockquote' || !node.data?.frame) return [node];
  const { frame } = node.data;
  if (frame.name !== 'details') return node.children;
  return [html(renderFrameStart(frame)), ...node.children, html(renderFrameEnd(frame))];
}

function make(frame: Frame, children: Nodes[]): Nodes[] {
  return [{ type: 'blockquote', data: { frame }, children: children as Blockquote['children'] }];
}

function shape(node: Nodes): void {
  if (!('children' in node)) return;
  node.children.forEach(shape);
  const frame = node.type === 'blockquote' ? node.data?.frame : undefined;
  if (node.type !== 'blockquote' || !frame) return;
  if (frame.name === 'details') {
    Object.assign(node.data ?? {}, { hName: 'details' });
    node.children.unshift(summary(frame));
  } else Object.assign(node.data ?? {}, { hName: 'div', hProperties: { className: [frame.name] } });
}

function summary({ title }: Frame & { name: 'details' }): Paragraph {
  return {
    type: 'paragraph',
    data: { hName: 'summary' } as Paragraph['data'],
    children: title.map(({ text, isCode }) => ({ type: isCode ? 'inlineCode' : 'text', value: text })),
  };
}

function html(value: string): Html {
  return { type: 'html', value };
}
