import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import type { Place } from './document.ts';
import { findLookAlike } from './headings.ts';
import { beginsInternal, beginsWithLock, isLabelledInternal, saysNote } from './internal-mark.ts';
import { plainText } from './markdown.ts';
import { report } from './message.ts';

/**
 * Tells an author of paragraphs, items, cells and lines of code that begin as notes do, and are published all the same: a lock often stands before
 * words about security that are for everybody, “Internal notes” may be what a product has, and code is an example.
 * @param nodes what readers may see of a section or field
 */
export function reportDoubtfulMarks(file: VFile, nodes: readonly Nodes[], place?: Place): void {
  for (const { text, node } of nodes.flatMap(findDoubtful).slice(0, MOST)) {
    const what = node.type === 'code' ? 'code' : 'a paragraph';
    report(file, {
      code: 'RP145',
      severity: 'info',
      text: `Doubtful mark before “${text.length > 60 ? `${text.slice(0, 57)}…` : text}”, which does not keep ${what} internal`,
      hint:
        node.type === 'code'
          ? 'Take it out of the code if readers must not see it.'
          : 'To keep it inside, write “Internal:” before it, or make it a quote: `> 🔒 …`. Words for customers need nothing.',
      place: place ?? node.position?.start,
    });
  }
}

/** Nobody reads more messages of one kind. */
const MOST = 100;

function findDoubtful(node: Nodes): { text: string; node: Nodes }[] {
  if (node.type === 'code') {
    const line = node.value.split('\n').find(isLabelledInternal);
    return line === undefined ? [] : [{ text: line.trim(), node }];
  }
  if (node.type === 'paragraph' || node.type === 'tableCell')
    return isDoubtful(node) ? [{ text: plainText(node).trim(), node }] : [];
  return 'children' in node ? node.children.flatMap(findDoubtful) : [];
}

/** In a cell the word may be data: “internal” is what a component can be. */
function isDoubtful(node: Nodes): boolean {
  const text = plainText(node).slice(0, 200);
  if (beginsWithLock(text)) return true;
  if (node.type !== 'paragraph' || isLabelledInternal(text)) return false;
  const isLabel = beginsInternal(text) && /^[^:.!?\n]{1,40}:/.test(text);
  return isLabel || saysNote(text) || findLookAlike(text)?.audience === 'never';
}
