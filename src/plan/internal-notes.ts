import type { Heading, Nodes, Parents, Root } from 'mdast';
import { DEEPEST, findLookAlike } from './headings.ts';
import { findHidden, mayHide, type Unclosed } from './hidden-text.ts';
import { beginsInternal, isInternalMark } from './internal-mark.ts';
import { decodeReferences } from './hidden-elements.ts';
import { plainText } from './markdown.ts';

export interface Visible {
  body: Root;
  /** Blocks that were taken out whole. */
  hidden: Nodes[];
  /** Comments and elements that begin and never end: what follows them is taken out. */
  unclosed: Unclosed[];
}

/**
 * A text without what its author keeps inside wherever it stands: comments, hidden HTML, and notes that begin with “Internal” or a lock, be they
 * quotes, callouts, toggles or other HTML around Markdown. They go with everything in them. Headings in HTML become headings.
 */
export function withoutInternalNotes(root: Root): Visible {
  const isPlain = !mayHide(root);
  const { remaining, unclosed } = isPlain ? NOTHING : findHidden(root.children);
  const context: Context = { remaining, isPlain, hidden: [] };
  const children = headingsOutOfHtml(keepAll(root.children as Nodes[], context));
  return { body: { ...root, children: children as Root['children'] }, hidden: context.hidden, unclosed };
}

const NOTHING: ReturnType<typeof findHidden> = { remaining: new Map(), unclosed: [] };

interface Context {
  /** What remains of the words of a leaf; nothing is said of those that remain as they are. */
  remaining: ReadonlyMap<Nodes, string>;
  /** True where there is neither HTML nor a comment. */
  isPlain: boolean;
  hidden: Nodes[];
}

/** @param isLine true where the nodes are parts of a line, of which the rest is public */
function keepAll(nodes: readonly Nodes[], context: Context, isLine = false): Nodes[] {
  let before: Nodes | undefined;
  return nodes.flatMap((node) => {
    const goesOn = isMarkAlone(before) && node.type === 'blockquote';
    before = node;
    const kept = goesOn ? undefined : keep(node, context);
    if (!kept && !isLine) context.hidden.push(node);
    return kept ?? [];
  });
}

function keep(node: Nodes, context: Context): Nodes | undefined {
  if (!('children' in node)) return keepLeaf(node, context);
  // Stryker disable next-line ConditionalExpression: saves time only.
  if (context.isPlain && isLine(node)) return node;
  if (isInternalQuote(node)) return undefined;
  if (node.children.length === 0) return node;
  const children = headingsOutOfHtml(keepAll(node.children as Nodes[], context, isLine(node)));
  return children.length > 0 || node.type === 'tableCell' ? ({ ...node, children } as Parents) : undefined;
}

/** True for a node whose children are words, not blocks. */
export function isLine({ type }: Nodes): boolean {
  return !CONTAINERS.has(type);
}

const CONTAINERS = new Set<Nodes['type']>(
  'root blockquote list listItem footnoteDefinition table tableRow'.split(' ') as Nodes['type'][],
);

function keepLeaf(node: Nodes, { remaining }: Context): Nodes | undefined {
  const words = remaining.get(node);
  if (words === undefined) return node;
  return words.trim() !== '' && 'value' in node ? { ...node, value: words } : undefined;
}

function isInternalQuote(node: Nodes): boolean {
  if (node.type !== 'blockquote') return false;
  const text = plainText(node);
  return beginsInternal(text) || /^\[!(?:private|hidden|secret|comment)\]/i.test(text);
}

/** True for a quote that holds nothing but the mark of a note: the quote behind it is the note. */
function isMarkAlone(node: Nodes | undefined): boolean {
  return node?.type === 'blockquote' && isInternalMark(plainText(node));
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
  const found = [...node.value.matchAll(/<h([1-6])(?:\s[^>]*)?>([\s\S]*?)(?:<\/h\1\s*>|$)/gi)].at(-1);
  const value = decodeReferences((found?.[2] ?? node.value).replace(/<[^>]*>/g, ' ')).trim();
  if (!found && findLookAlike(value)?.audience !== 'never') return undefined;
  if (!value) return undefined;
  return {
    type: 'heading',
    depth: Number(found?.[1] ?? DEEPEST) as Heading['depth'],
    children: [{ type: 'text', value }],
    ...(node.position && { position: node.position }),
  };
}
