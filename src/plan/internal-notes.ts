import type { Heading, Nodes, Parents, Root } from 'mdast';
import { findLookAlike } from './headings.ts';
import { findHidden, type Unclosed } from './hidden-text.ts';
import { beginsInternal } from './internal-mark.ts';
import { isBlock, plainText } from './markdown.ts';

export interface Visible {
  body: Root;
  /** Blocks that were taken out whole. */
  hidden: Nodes[];
  /** Comments and elements that begin and never end: what follows them is taken out. */
  unclosed: Unclosed[];
}

/**
 * A text without what its author keeps inside: comments, hidden HTML, and notes that begin with “Internal” or a lock, be they quotes, callouts,
 * toggles or other HTML around Markdown. They go with everything under them. Headings in HTML become headings.
 */
export function withoutInternalNotes(root: Root): Visible {
  const { remaining, unclosed } = findHidden(root);
  const context: Context = { remaining, hidden: [] };
  const children = keepAll(headingsOutOfHtml(root.children as Nodes[]), context);
  return { body: { ...root, children: children as Root['children'] }, hidden: context.hidden, unclosed };
}

interface Context {
  /** What remains of the words of a leaf; nothing is said of those that remain as they are. */
  remaining: ReadonlyMap<Nodes, string>;
  hidden: Nodes[];
}

function keepAll(nodes: readonly Nodes[], context: Context): Nodes[] {
  return nodes.flatMap((node) => {
    const kept = keep(node, context);
    if (!kept && isBlock(node)) context.hidden.push(node);
    return kept ?? [];
  });
}

function keep(node: Nodes, context: Context): Nodes | undefined {
  if (!('children' in node)) return keepLeaf(node, context);
  if (isInternalQuote(node)) return undefined;
  if (node.children.length === 0) return node;
  const children = keepAll(withoutInternalParts(node), context);
  const isCell = node.type === 'tableCell' || node.type === 'tableRow';
  return children.length > 0 || isCell ? ({ ...node, children } as Parents) : undefined;
}

function keepLeaf(node: Nodes, { remaining }: Context): Nodes | undefined {
  const words = remaining.get(node);
  if (words === undefined) return node;
  return words.trim() !== '' && 'value' in node ? { ...node, value: words } : undefined;
}

/** A toggle of Notion is a quote whose first paragraph is its title. */
function isInternalQuote(node: Nodes): boolean {
  if (node.type !== 'blockquote') return false;
  const [first] = node.children;
  const isToggle = (node.data as { slipway?: string } | undefined)?.slipway === 'toggle';
  return (
    beginsInternal(plainText(node)) || (isToggle && !!first && findLookAlike(plainText(first)) !== undefined)
  );
}

/** Inside of quotes and items, a heading of an internal section or note takes what stands under it with it. */
function withoutInternalParts(parent: Parents): Nodes[] {
  const nodes = parent.children as Nodes[];
  if (!nodes.some((node) => node.type === 'heading')) return nodes;
  let depth = 0;
  return nodes.filter((node) => {
    if (node.type === 'heading' && (depth === 0 || node.depth <= depth)) {
      const text = plainText(node);
      depth = beginsInternal(text) || findLookAlike(text) ? node.depth : 0;
    }
    return depth === 0;
  });
}

/** `<h2>Risks</h2>` is a heading to whoever writes it; so is one whose words stand in a paragraph between its tags. */
function headingsOutOfHtml(nodes: readonly Nodes[]): Nodes[] {
  return nodes.map((node, index) => {
    if (node.type === 'html') return htmlHeading(node) ?? node;
    const before = nodes[index - 1];
    const depth = before?.type === 'html' && /<h([1-6])(?:\s[^>]*)?>\s*$/i.exec(before.value)?.[1];
    if (!depth || node.type !== 'paragraph') return node;
    return { ...node, type: 'heading', depth: Number(depth) as Heading['depth'] };
  });
}

function htmlHeading(node: Extract<Nodes, { type: 'html' }>): Heading | undefined {
  const found = [...node.value.matchAll(/<h([1-6])(?:\s[^>]*)?>([\s\S]*?)<\/h\1\s*>/gi)].at(-1);
  const value = found?.[2]?.replace(/<[^>]*>/g, ' ').trim();
  if (!value) return undefined;
  return {
    type: 'heading',
    depth: Number(found?.[1]) as Heading['depth'],
    children: [{ type: 'text', value }],
    ...(node.position && { position: node.position }),
  };
}
