import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { markdownToMdast } from 'satteri';
import { isPlainMarkdown } from '../../release/plain-markdown.ts';
import { isReadable } from '../../release/readable.ts';

const processor = remark().use(remarkGfm).freeze();

/**
 * A text of a record as mdast with GFM. Markdown with nothing to interpret goes through a parser that is fifty times as fast and gives the same
 * tree; everything else through remark, whose reading is the one that counts. The tree is the caller's own.
 */
export function parseText(text: string): Root {
  return parsePlain(text) ?? processor.parse(text);
}

/** The same, or nothing where no parser should be given the text (`findUnreadable`). */
export function parseReadable(text: string): Root | undefined {
  return parsePlain(text) ?? (isReadable(text) ? processor.parse(text) : undefined);
}

function parsePlain(text: string): Root | undefined {
  if (!isPlainMarkdown(text)) return undefined;
  const root = markdownToMdast(text, { features: { frontmatter: false } }) as Root;
  return hasIndentedCode(root, text) ? undefined : root;
}

/** The two parsers do not agree on where code ends that is indented. */
function hasIndentedCode(node: Nodes, text: string): boolean {
  if (node.type === 'code') return text[node.position?.start.offset ?? 0] !== '`';
  return 'children' in node && node.children.some((child) => hasIndentedCode(child, text));
}
