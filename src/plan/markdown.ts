import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { joinFrames } from '../release/frames.ts';
import { unfoldFrames } from './frames.ts';
import { literalDollar } from './maths.ts';

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
  const plain = nodes.map(plainParagraph);
  if (!plain.includes(undefined)) return plain.join('\n\n');
  const root: Root = { type: 'root', children: unfoldFrames(nodes).map(unwrapLines) as RootContent[] };
  return renderer.stringify(root).trimEnd();
}

/** One line of inline Markdown; a line break in it becomes a space. */
export function renderInline(nodes: readonly PhrasingContent[]): string {
  const plain = plainParagraph({ type: 'paragraph', children: [...nodes] });
  if (plain !== undefined) return plain;
  return renderMarkdown([{ type: 'paragraph', children: nodes.map(breakToSpace) }])
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** A paragraph without anything that Markdown could read in another way: most are like this, and need no renderer. */
function plainParagraph(node: RootContent): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const parts: PlainPart[] = [];
  for (const child of node.children) {
    const part = plainPart(child);
    if (!part || (child.type === 'text' && parts.at(-1)?.isText)) return undefined;
    parts.push(part);
  }
  const bare = parts
    .map((part) => part.bare)
    .join('')
    .trim()
    .replace(LONE_MARK, '$1x');
  return PLAIN.test(bare)
    ? parts
        .map(({ words }) => words)
        .join('')
        .trim()
    : undefined;
}

interface PlainPart {
  words: string;
  /** The same with a letter for what has marks of its own, or with a sign where these must not touch other words. */
  bare: string;
  isText?: true;
}

function plainPart(node: PhrasingContent): PlainPart | undefined {
  if (node.type === 'text') {
    const words = unwrap(node.value);
    return { words, bare: words, isText: true };
  }
  if (node.type === 'inlineCode') {
    return CODE.test(node.value) ? { words: `\`${node.value}\``, bare: 'x' } : undefined;
  }
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'link') return undefined;
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0 || !MARKED.test(only.value)) return undefined;
  const words = only.value.normalize('NFC');
  if (node.type === 'strong') return { words: `**${words}**`, bare: MARK };
  if (node.type === 'emphasis') return { words: `_${words}_`, bare: MARK };
  return ADDRESS.test(node.url) && !node.title ? { words: `[${words}](${node.url})`, bare: MARK } : undefined;
}

const PLAIN =
  /^(?!www\b)(?:\p{L}|\d(?!\d*\)|\d*\.(?!\d)))(?:[\p{L}\p{N} ,;()'"’‘“”„–—…?!%€§°≤≥→×·#={}/+-]|[.:](?=[ )]|$)|(?<=\d)[.:](?=\d))*$/iu;
const CODE = /^[^\s`](?:[^`\s]| (?! ))*(?<! )$/;
const MARKED = /^[\p{L}\p{N}](?:[\p{L}\p{N},'’–-]| (?! ))*(?<=[\p{L}\p{N}])$/u;
const ADDRESS = /^https?:\/\/[a-z0-9./-]+$/i;
const MARK = '\u0001';
const LONE_MARK = /(^|[ (])\u0001(?=$|[ ,.;:!?)])/g;

/** What a person would read of one line of Markdown, as the titles of links and the names of waves are published. */
export function plainLine(markdown: string): string {
  return /[\\`*_~[\]<&!]/.test(markdown) ? plainText(parseMarkdown(markdown)).trim() : markdown;
}

/** The text that a person would read, without any markup. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  if (!('type' in node)) return node.map((each) => plainText(each)).join('');
  if (node.type === 'break') return ' ';
  if ('value' in node && node.type !== 'html') return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  const separator = node.children.some((child) => isBlock(child)) ? '\n' : '';
  return (node.children as Nodes[]).map((child) => plainText(child)).join(separator);
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

function unwrap(text: string): string {
  const composed = text.normalize('NFC');
  if (!/[\t\n]| {2}/.test(composed)) return composed;
  return composed
    .replace(
      /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])\n(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])/gu,
      '',
    )
    .replace(/[ \t\n]+/g, ' ')
    .replace(ALERT, '$1\n');
}

/** `[!NOTE]` at the beginning of a quote is an alert, as GitHub writes them, only on a line of its own. */
const ALERT = /^(\[!(?:note|tip|important|warning|caution)\]) (?=\S)/i;

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
