import type { Nodes } from 'mdast';
import { parseReadable } from './parse-text.ts';

/** The first paragraph of a text that is nothing but pictures, or films, as it was written; `undefined` where there is none. */
export function firstPicture(markdown: string): string | undefined {
  if (!markdown.includes('![')) return undefined;
  const paragraph = parseReadable(markdown)?.children.find(isPicture);
  const { start, end } = paragraph?.position ?? {};
  return start && end && markdown.slice(start.offset, end.offset);
}

function isPicture(node: Nodes): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.some(({ type }) => type === 'image') &&
    node.children.every(
      (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
    )
  );
}
