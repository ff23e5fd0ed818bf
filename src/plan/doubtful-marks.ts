import type { Heading, Nodes, Paragraph } from 'mdast';
import type { VFile } from 'vfile';
import type { Place } from './document.ts';
import { findLookAlike } from './headings.ts';
import {
  beginsInternal,
  beginsWithLock,
  beginsWithWord,
  findWord,
  isLabelledInternal,
  saysNote,
} from './internal-mark.ts';
import { linesOf } from './line-notes.ts';
import { plainText } from './markdown.ts';
import { report } from './message.ts';
import { findSeen } from './seen-marks.ts';
import { holdsItems, holdsNames } from './section-kinds.ts';
import type { SectionForm } from './sections.ts';
import { type Around, findStrayLabel } from './stray-labels.ts';
import { beginsUnfinished } from './unfinished-mark.ts';

/**
 * Tells an author of what begins as a note does, and is published all the same: a lock often stands before words about security that are for
 * everybody, “Internal notes” may be what a product has, code is an example, and “TODO:” says nothing of readers.
 * @param nodes what readers may see of a section or field
 * @param form of a section
 * @param place of a field
 */
export function reportDoubtfulMarks(
  file: VFile,
  nodes: readonly Nodes[],
  { form, place }: { form?: SectionForm; place?: Place | undefined } = {},
): void {
  for (const { text, what, node } of nodes.flatMap((each) => findDoubtful(each, form)).slice(0, MOST))
    reportDoubtful(file, text, what, place ?? node.position?.start);
  for (const seen of nodes.flatMap((each) => findSeen(each, form === 'changes')).slice(0, MOST))
    report(file, { code: 'RP145', severity: 'warning', ...seen, place: place ?? seen.place });
}

/** The same of the title of a plan or a roadmap item. */
export function reportDoubtfulTitle(file: VFile, title: string, place: Place | undefined): void {
  const text = doubtfulWords(title, title.split('\n'), true) ?? findStrayLabel(title);
  if (text !== undefined) reportDoubtful(file, text, 'a title', place);
}

function reportDoubtful(file: VFile, text: string, what: What, place: Place | undefined): void {
  report(file, {
    code: 'RP145',
    severity: 'warning',
    text: `Doubtful mark before “${text.length > 60 ? `${text.slice(0, 57)}…` : text}”, which does not keep ${what} internal`,
    hint: HINTS[what] ?? HINT,
    place,
  });
}

/** Nobody reads more messages of one kind. */
const MOST = 100;

const HINT =
  'To keep it inside, write “Internal:” before it, or make it a quote: `> 🔒 …`. Words for customers need nothing.';
const HINTS: Partial<Record<What, string>> = {
  code: 'Take it out of the code if readers must not see it.',
  'the rest of its line':
    'Give it a line or a bullet of its own, as “Owner: …”, or take it out. Words for customers need nothing.',
  'a title': 'Readers see it. To keep the whole plan inside, write `visibility: internal`.',
};

type What =
  | 'code'
  | 'a title'
  | 'a paragraph'
  | 'a part'
  | 'an item'
  | 'a quote'
  | 'a cell'
  | 'a row'
  | 'the rest of its line';

interface Doubtful {
  text: string;
  what: What;
  node: Nodes;
}

const WHOLES = { listItem: 'an item', blockquote: 'a quote' } as const;

/** @param within what the node is the first of */
function findDoubtful(
  node: Nodes,
  form: SectionForm | undefined,
  within?: 'listItem' | 'blockquote',
): Doubtful[] {
  if (node.type === 'code') {
    const line = node.value.split('\n').find(isLabelledInternal);
    return line === undefined ? [] : [{ text: line.trim(), what: 'code', node }];
  }
  if (node.type === 'paragraph' || node.type === 'heading') {
    const what = within ? WHOLES[within] : node.type === 'paragraph' ? 'a paragraph' : 'a part';
    const mayBeTitle = isTitle(node, within === 'listItem' && holdsItems(form)) || what === 'a quote';
    const text = doubtfulWords(plainText(node), linesOf(node.children), !holdsNames(form) && mayBeTitle);
    if (text !== undefined) return [{ text, what, node }];
    const stray = strayLabel(node, { isCut: holdsItems(form), isQuoted: what === 'a quote' });
    return stray === undefined
      ? []
      : [{ text: stray, what: what === 'a quote' ? what : 'the rest of its line', node }];
  }
  if (node.type === 'tableCell') {
    // A word alone may be data: “internal” is what a component can be, and “TBD” a date.
    const text = plainText(node).trim();
    const isDoubtful = beginsWithLock(text) || (beginsUnfinished(text) && /\s/.test(text));
    if (isDoubtful) return [{ text, what: 'a cell', node }];
    const stray = findStrayLabel(text);
    return stray === undefined ? [] : [{ text: stray, what: 'the rest of its line', node }];
  }
  if (node.type === 'tableRow' && holdsItems(form)) {
    const text = plainText(node.children.slice(0, 1)).trim();
    if (beginsWithWord(text)) return [{ text, what: 'a row', node }];
  }
  if (!('children' in node)) return [];
  const isWhole = node.type === 'listItem' || node.type === 'blockquote';
  return node.children.flatMap((each, place) =>
    findDoubtful(each, form, isWhole && place === 0 ? node.type : undefined),
  );
}

/** What stands behind the title of an item is a text of its own. */
function strayLabel({ children }: Paragraph | Heading, around: Around): string | undefined {
  const [first, ...rest] = children;
  const isTitled = around.isCut && first?.type === 'strong';
  const lines = isTitled ? linesOf(rest).map((line) => line.replace(/^[\s.:–—-]+/, '')) : linesOf(children);
  return lines.map((line) => findStrayLabel(line.trim(), around)).find(Boolean);
}

/** True for what its first words are the name of: in a list of changes, of each item. */
function isTitle(node: Paragraph | Heading, isNamed: boolean): boolean {
  return isNamed || node.type === 'heading' || node.children[0]?.type === 'strong';
}

function doubtfulWords(words: string, lines: readonly string[], mayBeTitle: boolean): string | undefined {
  const text = words.trim().replace(/\s+/g, ' ');
  const isNamed =
    mayBeTitle && (beginsWithWord(text) || isSection(text.replace(/(?:[:.](?:\s|$)|\s[–—-]\s).*/s, '')));
  if (isNamed || beginsWithLock(text) || isNoteOrSection(text)) return text;
  const place = findWord(text);
  return place >= 0 ? text.slice(place) : lines.find(beginsUnfinished)?.trim();
}

function isNoteOrSection(text: string): boolean {
  if (isLabelledInternal(text)) return false;
  const isLabel = beginsInternal(text) && /^[^:.!?\n]{1,40}:/.test(text);
  return isLabel || saysNote(text) || isSection(text);
}

function isSection(text: string): boolean {
  return text.length < LONGEST_NAME && findLookAlike(text)?.audience === 'never';
}

/** Characters: more than the name of any section has, with whatever stands around it. */
const LONGEST_NAME = 120;
