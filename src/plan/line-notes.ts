import type { PhrasingContent } from 'mdast';
import { findNotes } from './internal-mark.ts';
import { plainText } from './markdown.ts';

/**
 * A line or lines of text without the notes in it: from a line or a sentence that begins with “Internal:” on nothing is left, and no bracket that begins
 * so. Whether the text as a whole is such a note is not asked here.
 */
export function withoutLineNotes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const notes = findNotes(nodes.map(textOf).join(''));
  return notes.toReversed().reduce((rest, { from, to }) => cutOut(rest, from, to), [...nodes]);
}

/** The lines that a paragraph is written in. */
export function linesOf(nodes: readonly PhrasingContent[]): string[] {
  return nodes.map(textOf).join('').split('\n');
}

/** As `plainText`, with line breaks as such. */
function textOf(node: PhrasingContent): string {
  if (isBreak(node)) return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : plainText(node);
}

/** True for a line break, in HTML, too. */
export function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value));
}

/** Without the words between two places of the text. */
function cutOut(nodes: readonly PhrasingContent[], from: number, to: number): PhrasingContent[] {
  let at = 0;
  return nodes.flatMap((node): PhrasingContent[] => {
    const start = at;
    at += textOf(node).length;
    if (at <= from || start >= to) return [node];
    if ('children' in node) {
      const children = cutOut(node.children, from - start, to - start);
      return children.length > 0 ? [{ ...node, children } as PhrasingContent] : [];
    }
    if (node.type !== 'text') return [];
    const value = node.value.slice(0, Math.max(0, from - start)) + node.value.slice(to - start);
    return value === '' ? [] : [{ ...node, value }];
  });
}
