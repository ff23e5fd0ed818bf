import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { joinFrames } from '../release/frames.ts';
import { unfoldFrames } from './frames.ts';
import { literalDollar } from './maths.ts';
import { renderPlain, renderPlainLine } from './plain-blocks.ts';
import { unwrap } from './unwrap.ts';

/** Markdown as it stands in records: one spelling for each construct and one paragraph a line, whatever its source looked like. */
const renderer = remark()
  .use(remarkGfm, { tablePipeAlign: false })
  .data('settings', {
    bullet: '-',
    emphasis: '_',
    listItemIndent: 'one',
    rule: '-',
    resourceLink: true,
    unsafe: [literalDollar],
    join: [joinFrames],
  })
  .freeze();

/** Markdown that stands in a field, such as a summary or a reason. */
export function parseMarkdown(text: string): Root {
  return renderer.parse(text);
}

/** Blocks as Markdown, without a final line break; empty where they hold nothing. */
export function renderMarkdown(nodes: readonly RootContent[]): string {
  const plain = renderPlain(nodes);
  if (plain !== undefined) return plain;
  const root: Root = { type: 'root', children: unfoldFrames(nodes).map(unwrapLines) as RootContent[] };
  return renderer.stringify(root).trimEnd();
}

/** One line of inline Markdown; a line break in it becomes a space. */
export function renderInline(nodes: readonly PhrasingContent[]): string {
  // Stryker disable next-line ConditionalExpression: saves time only.
  if (nodes.length === 0) return '';
  const plain = renderPlainLine(nodes);
  if (plain !== undefined) return plain;
  return renderMarkdown([{ type: 'paragraph', children: nodes.map(breakToSpace) }])
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** What a person would read of one line of Markdown, as the titles of links and the names of waves are published. */
export function plainLine(markdown: string): string {
  return /[\\`*_~[\]<&!]/.test(markdown) ? plainText(parseMarkdown(markdown)).trim() : markdown;
}

/** The text that a person would read, without any markup. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  if (!('type' in node)) return joinTexts(node, '');
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return ' ';
  if ('children' in node) return joinTexts(node.children, node.children.some(isBlock) ? '\n' : '');
  if ('value' in node && node.type !== 'html') return node.value;
  return 'alt' in node ? (node.alt ?? '') : '';
}

function joinTexts(nodes: readonly Nodes[], separator: string): string {
  const [only] = nodes;
  // Stryker disable next-line ConditionalExpression: saves time only.
  if (only && nodes.length === 1) return plainText(only);
  return nodes.map((node) => plainText(node)).join(separator);
}

/** True for nodes that stand on lines of their own. */
export function isBlock(node: Nodes): node is BlockContent {
  return BLOCKS.has(node.type);
}

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'code',
  'html',
  'table',
  'tableRow',
  'tableCell',
  'thematicBreak',
  'definition',
  'footnoteDefinition',
]);

function breakToSpace(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  if ('children' in node) return { ...node, children: node.children.map(breakToSpace) } as PhrasingContent;
  return node;
}

/**
 * White space means nothing but a gap: a line end is a space (or nothing between characters of scripts that write none), several spaces are
 * one, and none stand at the ends of a paragraph. Nor does the alignment of columns, which not every source can say.
 */
function unwrapLines<Node extends Nodes>(node: Node): Node {
  const bare = { ...node, position: undefined };
  if (bare.type === 'text') return { ...bare, value: unwrap(bare.value) };
  if (bare.type === 'table') delete bare.align;
  if (!('children' in bare)) return bare;
  const children = unfoldFrames(bare.children).map(unwrapLines);
  return { ...bare, children: LINES.has(bare.type) ? trimLine(children) : children };
}

const LINES = new Set(['paragraph', 'heading', 'tableCell']);

/** Where something was taken out between two texts, its gap and theirs are one. */
function trimLine(nodes: readonly Nodes[]): Nodes[] {
  const line: Nodes[] = [];
  for (const node of nodes) {
    const last = line.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      line[line.length - 1] = { ...last, value: unwrap(last.value + node.value) };
    } else line.push(node);
  }
  const [first] = line;
  if (first?.type === 'text') line[0] = { ...first, value: first.value.trimStart() };
  const last = line.at(-1);
  if (last?.type === 'text') line[line.length - 1] = { ...last, value: last.value.trimEnd() };
  return line.filter((node) => node.type !== 'text' || node.value !== '');
}
