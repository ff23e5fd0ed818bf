import type { Nodes, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { markdownToMdast } from 'satteri';
import { parseWithMaths } from '../plan/maths.ts';
import { findUnreadable, type Unreadable } from '../release/readable.ts';
import { isPlainMarkdown } from '../release/plain-markdown.ts';
import { splitText, type TextPart } from './split-text.ts';

const processor = remark().use(remarkGfm).freeze();

/**
 * The text of a plan as mdast with GFM. Markdown with nothing to interpret goes through a parser that is fifty times as fast and gives the
 * same tree; what leaves something goes through remark, whose reading is the one that counts, from the heading above it to the next one.
 */
export function parseBody(text: string): Root {
  return isPlainMarkdown(text) ? parsePlain(text) : parseParts(text);
}

/** The same, or what would keep remark from ever being through with the text. */
export function parseReadable(text: string): Root | Unreadable {
  return isPlainMarkdown(text) ? parsePlain(text) : (findUnreadable(text) ?? parseParts(text));
}

function parseParts(text: string): Root {
  const parts = splitText(text);
  return parts.length === 1 ? parseAny(text) : { type: 'root', children: parts.flatMap(parsePart) };
}

function parsePart(part: TextPart): RootContent[] {
  const { children } = isPlainMarkdown(part.text) ? parsePlain(part.text) : parseAny(part.text);
  for (const node of children) moveDown(node, part);
  return children;
}

function moveDown(node: Nodes, part: TextPart): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += part.lines;
      if (point.offset !== undefined) point.offset += part.length;
    }
  }
  if ('children' in node) for (const child of node.children) moveDown(child, part);
}

function parsePlain(text: string): Root {
  const root = markdownToMdast(text, { features: { frontmatter: false } }) as Root;
  return hasIndentedCode(root, text) ? parseAny(text) : root;
}

function parseAny(text: string): Root {
  return parseWithMaths(text, (markdown) => processor.parse(markdown));
}

/** The two parsers do not agree on where code ends that is indented and has no fences. */
function hasIndentedCode(node: Nodes, text: string): boolean {
  if (node.type === 'code') return text[node.position?.start.offset ?? 0] !== '`';
  return 'children' in node && node.children.some((child) => hasIndentedCode(child, text));
}
