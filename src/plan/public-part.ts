import type {
  Code,
  FootnoteDefinition,
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import { withoutBoxes } from './boxes.ts';
import { findToggled } from './frames.ts';
import { DEEPEST, findLookAlike, findMisspelt } from './headings.ts';
import { findFlag, type Flag, isFlaggedInside, isRowFlaggedInside } from './inside-flags.ts';
import {
  beginsInternal,
  beginsWithLock,
  endsInternal,
  isInternalMark,
  isInternalNote,
  isInternalTitle,
  isLabelledInternal,
} from './internal-mark.ts';
import { isNotion } from './link-kinds.ts';
import { isBreak, linesOf, withoutLineNotes } from './line-notes.ts';
import { plainText } from './markdown.ts';
import { holdsNames, speaksOfPeople } from './section-kinds.ts';
import type { SectionForm } from './sections.ts';
import { readTypedBullets } from './typed-bullets.ts';
import { readTypedQuestions } from './typed-questions.ts';

export interface PublicPart extends Inside {
  nodes: RootContent[];
  /** What keeps all of it inside. */
  flag?: Flag;
}

/** What was taken out. */
interface Inside {
  hidden: Nodes[];
  /** Headings that were taken out with what stands under them. */
  headings: Heading[];
  /** Paragraphs that were taken out because they only lead into Notion, as those that name a page below this one do. */
  pages: Paragraph[];
}

/**
 * Of a section that may be public, what its author does not keep inside without a quote or a toggle: what stands under words that are meant as the
 * heading of an internal section, be they bold, misspelt or without a space behind `##`; and boxes, paragraphs, lines, sentences, items, footnotes,
 * code, rows, cells, brackets and columns that begin with “Internal:”. The words of word processors' bullets are items, and paragraphs that ask
 * are questions.
 * @param form none where the text is no section
 */
export function keepPublicPart(blocks: readonly RootContent[], form?: SectionForm): PublicPart {
  const flag = form && !speaksOfPeople(form) ? findFlagAbove(blocks) : undefined;
  if (flag) return { nodes: [], hidden: [...blocks], headings: [], pages: [], flag };
  const pages = blocks.filter(isPage);
  const typed = readTypedBullets(blocks.filter((block) => !isPage(block)));
  const others = form === 'questions' ? readTypedQuestions(typed) : typed;
  const inside: Inside = { hidden: [...pages], headings: [], pages };
  return { nodes: keepAll(others, holdsNames(form), inside) as RootContent[], ...inside };
}

/** Above the first sub-heading, a line of a paragraph that speaks of all; among items it speaks of one. */
function findFlagAbove(blocks: readonly RootContent[]): Flag | undefined {
  return findFlag(blocksUnder(blocks, -1).filter(({ type }) => type === 'paragraph'));
}

function isPage(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false;
  const links = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return links.length > 0 && links.every((child) => child.type === 'link' && isNotion(child.url));
}

/**
 * @param mayBeNames true where “Internal” may be a name, as of a wave
 * @param item what the nodes are the blocks of; what it is called may be the mark and nothing else: “Internal” in a list of cohorts
 */
function keepAll(nodes: readonly Nodes[], mayBeNames: boolean, inside: Inside, item?: ListItem): Nodes[] {
  const first = item?.children[0];
  const title = first?.type === 'paragraph' ? first : undefined;
  const isName = (node: Nodes) => mayBeNames && (!item || node === title);
  const blocks = withoutBoxes(
    nodes.map((node) => lineAsHeading(node, node === title)),
    inside.hidden,
  );
  const marked = blocks.map((node) => (isName(node) || node === title ? node : markAsHeading(node)));
  return withoutParts(marked, inside).flatMap((node) => {
    const kept = isNote(node, isName(node)) ? undefined : keep(node, isName(node), inside);
    if (!kept) inside.hidden.push(node);
    return kept ?? [];
  });
}

/**
 * A paragraph whose first line is the heading of an internal part to whoever writes it, as that heading: `##Risks`, bold words or HTML such as `<u>` on
 * a line of their own, and a paragraph in italics. What stands below in the paragraph stands under it.
 * @param isTitle true where the paragraph is what an item is called
 */
function lineAsHeading(node: Nodes, isTitle: boolean): Nodes {
  if (node.type !== 'paragraph') return node;
  const [first, second, third, fourth] = node.children;
  const hashed = first?.type === 'text' && UNSPACED.exec(linesOf(node.children)[0] as string);
  if (hashed) {
    const [, hashes, words] = [...hashed] as [string, string, string];
    return isMeantAsInternal(words) ? headingOf(hashes.length, words, node) : node;
  }
  const isBold = first?.type === 'strong' && endsLine(second);
  const isSlanted = first?.type === 'emphasis' && !second;
  const isInHtml = first?.type === 'html' && third?.type === 'html' && endsLine(fourth);
  const words = plainText(node.children.slice(0, isInHtml ? 3 : 1));
  const isInside = isBold ? isInsideInBold(words, isTitle) : (isSlanted || isInHtml) && isNeverPublic(words);
  return isInside ? headingOf(DEEPEST, words, node) : node;
}

const UNSPACED = /^(#{1,6})([^#\s].*)/;

function endsLine(node: PhrasingContent | undefined): boolean {
  if (!node || isBreak(node)) return true;
  return node.type === 'text' && /^:?[ \t]*(?:\n|$)/.test(node.value);
}

function isMeantAsInternal(text: string): boolean {
  const isNamed = findLookAlike(text) !== undefined || findMisspelt(text) !== undefined;
  return isNamed || isInternalTitle(text) || beginsNeverPublic(text);
}

/** “Risks & mitigations”; “Upgrades and dependencies” may be for everybody. */
function beginsNeverPublic(text: string): boolean {
  return isNeverPublic(text.replace(/(?:[&+/,([]|\sand\s).*/is, ''));
}

function isNeverPublic(text: string): boolean {
  return findLookAlike(text)?.audience === 'never';
}

/** “Internal reviewers” and “Approvals and reminders” may be for everybody where an item is called so, and so may be words behind a lock. */
function isInsideInBold(words: string, isTitle: boolean): boolean {
  if (isTitle) return isInternalMark(words) || isLabelledInternal(words) || isNeverPublic(words);
  const begins = beginsInternal(words) && !beginsWithLock(words);
  return begins || isInternalMark(words) || isInternalNote(words) || beginsNeverPublic(words);
}

/** A paragraph that is nothing but the mark of a note says it of what follows, as in “Internal:” above a list. */
function markAsHeading(node: Nodes): Nodes {
  return node.type === 'paragraph' && isMark(plainText(node))
    ? headingOf(DEEPEST, plainText(node), node)
    : node;
}

/** A lock may stand before words for everybody. */
function isMark(text: string): boolean {
  return isInternalMark(text) && !beginsWithLock(text);
}

function headingOf(depth: number, value: string, paragraph: Paragraph): Heading {
  return {
    ...paragraph,
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [{ type: 'text', value }],
  };
}

/** Without what stands under headings that are meant as internal ones. */
function withoutParts(nodes: readonly Nodes[], inside: Inside): Nodes[] {
  let depth = 0;
  const toggled = findToggled(nodes);
  return nodes.filter((node, place) => {
    if (depth === DEEPEST && isNextBoldLine(node)) depth = 0;
    // What stands in a toggle does not end what stands around it.
    if (node.type === 'heading' && (depth === 0 || (node.depth <= depth && !toggled.has(node)))) {
      const isInside = isMeantAsInternal(plainText(node)) || isFlaggedInside(blocksUnder(nodes, place));
      depth = isInside ? node.depth : 0;
      if (depth > 0) inside.headings.push(node);
    }
    if (depth > 0) inside.hidden.push(node);
    return depth === 0;
  });
}

/** Bold words that end what stands under others; before `<br>` they might be no heading. */
function isNextBoldLine(node: Nodes): boolean {
  if (node.type !== 'paragraph') return false;
  const [first, second] = node.children;
  return first?.type === 'strong' && second?.type !== 'html' && endsLine(second);
}

/** The blocks up to the next heading. */
function blocksUnder(nodes: readonly Nodes[], heading: number): Nodes[] {
  const under = nodes.slice(heading + 1);
  const next = under.findIndex((node) => node.type === 'heading');
  return next < 0 ? under : under.slice(0, next);
}

function keep(node: Nodes, isName: boolean, inside: Inside): Nodes | undefined {
  if (!('children' in node) || node.children.length === 0) return node;
  if (node.type === 'table') return withoutInternalCells(node, isName);
  const children = keepChildren(node, isName, inside);
  return children.length > 0 ? ({ ...node, children } as Parents) : undefined;
}

function keepChildren(node: Parents, isName: boolean, inside: Inside): Nodes[] {
  if (node.type === 'paragraph' || node.type === 'heading') return withoutLineNotes(node.children);
  if (node.type === 'listItem') return keepAll(node.children, isName, inside, node);
  return keepAll(node.children, isName && node.type === 'list', inside);
}

/** True for a paragraph that begins with “Internal:” or with the bold word, and for an item or a footnote that does. */
function isNote(node: Nodes, isName = false): boolean {
  if (node.type === 'footnoteDefinition') return isInternalFootnote(node);
  if (node.type === 'code') return isMarkedCode(node) || isNoteInCode(node);
  if (node.type === 'listItem') return isFlaggedInside(node.children) || (!isName && isInternalItem(node));
  if (isName || (node.type !== 'paragraph' && node.type !== 'tableCell')) return false;
  const lines = linesOf(node.children);
  if (lines.length > 1 && isMark(lines[0] as string)) return true;
  return isInternalNote(plainText(node)) || isMarked(node.children);
}

function isInternalFootnote({ identifier, children: [first] }: FootnoteDefinition): boolean {
  return isInternalMark(identifier.replace(/[-\d]+$/, '')) || (first !== undefined && isNote(first));
}

function isInternalItem({ children: [first, ...rest] }: ListItem): boolean {
  return first !== undefined && (isNote(first) || (rest.length > 0 && isMark(plainText(first))));
}

/** True for words that begin with the mark in bold, in italics, in code or in HTML that says so. */
function isMarked([first, ...rest]: readonly PhrasingContent[]): boolean {
  if (first?.type === 'html') return isInternalMark(plainText(rest.slice(0, 1)));
  const isStyled = first?.type === 'strong' || first?.type === 'emphasis' || first?.type === 'inlineCode';
  return isStyled && (isInternalMark(plainText(first)) || endsInternal(plainText(first)));
}

/** “```internal”, “```js internal”, and “```ad-internal” as in Obsidian. */
function isMarkedCode({ lang, meta }: Code): boolean {
  if (/^(?:private|hidden|comment)$/i.test(String(lang))) return true;
  return isInternalMark(String(lang).replace('ad-', '')) || isInternalMark(String(meta));
}

/** Words in a box of code, or too far to the right, are a note where they begin so; in a language they are an example. */
function isNoteInCode({ lang, value }: Code): boolean {
  return /^(?:plain(?:text)?|te?xt|markdown|md)?$/i.test(lang ?? '') && isLabelledInternal(value);
}

/** Without the rows, cells and columns of a table that are notes. */
function withoutInternalCells(table: Table, areNames: boolean): Table | undefined {
  const [head, ...rows] = table.children as [TableRow, ...TableRow[]];
  const isOpen = head.children.map((cell) => areNames || !isInternalTitle(plainText(cell)));
  if (!isOpen.includes(true)) return undefined;
  const open = rows.filter((row) => areNames || !isNoteRow(row));
  const shown = [head, ...open.filter((row) => !isRowFlaggedInside(head, row))];
  const children = shown.map((row): TableRow => {
    // Nobody sees a cell beyond the head.
    const cells = row.children.filter((_, column) => isOpen[column]);
    return { ...row, children: cells.map((cell) => withoutNote(cell, areNames)) };
  });
  return { ...table, children };
}

/** A row that begins with the word, or with a label of it, is a note as a whole. */
function isNoteRow(row: TableRow): boolean {
  const text = plainText(row.children.slice(0, 1));
  return isInternalNote(text) || isMark(text);
}

function withoutNote(cell: TableCell, isName: boolean): TableCell {
  return { ...cell, children: isNote(cell, isName) ? [] : withoutLineNotes(cell.children) };
}
