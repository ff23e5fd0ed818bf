import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { plainText } from './markdown.ts';

/**
 * Lists pasted from word processors and web pages: lines that begin with a bullet of type, such as `•`, are one paragraph to
 * Markdown. They become the list that they look like.
 */
export function readTypedBullets(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => (node.type === 'paragraph' ? (listOf(node) ?? node) : node));
}

const BULLET = /^\s*[•‣●▪◦⁃]\s+/;

function listOf(paragraph: Paragraph): List | undefined {
  if (!BULLET.test(plainText(paragraph))) return undefined;
  const items: { line: number; children: PhrasingContent[] }[] = [];
  let line = paragraph.position?.start.line ?? 0;
  let isLineStart = true;
  const add = (child: PhrasingContent) => {
    const begins = isLineStart && child.type === 'text' && BULLET.test(child.value);
    if (begins) items.push({ line, children: [{ ...child, value: child.value.replace(BULLET, '') }] });
    else {
      const glue: PhrasingContent[] = isLineStart ? [{ type: 'text', value: '\n' }] : [];
      items.at(-1)?.children.push(...glue, child);
    }
    isLineStart = false;
  };
  for (const child of paragraph.children) {
    const values = child.type === 'text' ? child.value.split('\n') : [];
    for (const [index, value] of values.entries()) {
      if (index > 0) [line, isLineStart] = [line + 1, true];
      if (value !== '') add({ type: 'text', value });
    }
    if (child.type === 'break') [line, isLineStart] = [line + 1, true];
    else if (child.type !== 'text') add(child);
  }
  const column = paragraph.position?.start.column ?? 1;
  return { type: 'list', ordered: false, spread: false, children: items.map((each) => itemOf(each, column)) };
}

function itemOf({ line, children }: { line: number; children: PhrasingContent[] }, column: number): ListItem {
  const point = { line, column };
  const position = line > 0 ? { start: point, end: point } : undefined;
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children, position }],
    position,
  };
}
