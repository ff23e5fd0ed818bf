import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { markdownToMdast } from 'satteri';
import { parseWithMaths } from '../plan/maths.ts';
import { findUnreadable, type Unreadable } from '../release/readable.ts';
import { isPlainMarkdown } from './plain-markdown.ts';

const processor = remark().use(remarkGfm).freeze();

/**
 * The text of a plan as mdast with GFM. Markdown with nothing to interpret goes through a parser that is fifty times as fast and gives the
 * same tree; everything else through remark, whose reading is the one that counts.
 */
export function parseBody(text: string): Root {
  if (isPlainMarkdown(text)) {
    const root = markdownToMdast(text, { features: { frontmatter: false } }) as Root;
    if (!hasCode(root)) return root;
  }
  return parseWithMaths(text, (markdown) => processor.parse(markdown));
}

/** What would keep remark from ever being through with a text, if anything. */
export function findEndless(text: string): Unreadable | undefined {
  return isPlainMarkdown(text) ? undefined : findUnreadable(text);
}

/** Where code is indented the two do not agree on where it ends. */
function hasCode(node: Nodes): boolean {
  return node.type === 'code' || ('children' in node && node.children.some(hasCode));
}
