import type {
  Code,
  Heading,
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
import { isFlaggedInside, isRowFlaggedInside } from './inside-flags.ts';
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
import { linesOf, withoutLineNotes } from './line-notes.ts';
import { plainText } from './markdown.ts';
import type { SectionForm } from './sections.ts';
import { readTypedBullets } from './typed-bullets.ts';

export interface PublicPart {
  nodes: RootContent[];
  /** Blocks that were taken out. */
  hidden: Nodes[];
  /** Headings that were taken out with what stands under them. */
  headings: Heading[];
  /** Paragraphs that were taken out because they only lead into Notion, as those that name a page below this one do. */
  pages: Paragraph[];
}

/**
 * Of a section that may be public, what its author does not keep inside without a quote or a toggle: what stands under words that are meant as the
 * heading of an internal section, be they bold, misspelt or without a space behind `##`; and boxes, paragraphs, lines, sentences, items, footnotes,
 * code, rows, cells, brackets and columns that begin with “Internal:”. The words of word processors' bullets are items.
 */
export function keepPublicPart(blocks: readonly RootContent[], form: SectionForm): PublicPart {
  const pages = blocks.filter(isPage);
  const part: PublicPart = { nodes: [], hidden: [...pages], headings: [], pages };
  const others = blocks.filter((block) => !isPage(block));
  part.nodes = keepAll(readTypedBullets(others), kindOf(form), part) as RootContent[];
  return part;
}

function isPage(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false;
  const links = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return links.length > 0 && links.every((child) => child.type === 'link' && isNotion(child.url));
}

/** What blocks are: prose; items with labels; names, of which “Internal” may be one, as of a wave; or what is said of one of these. */
export type Kind = 'prose' | 'items' | 'names' | 'name';
const KINDS: Partial<Record<SectionForm, Kind>> = {
  text: 'prose',
  steps: 'prose',
  questions: 'prose',
  excluded: 'prose',
  validation: 'prose',
  rollout: 'names',
  waves: 'names',
  segments: 'names',
  words: 'names',
};

/** How the blocks of a section of a form are read. */
export function kindOf(form: SectionForm): Kind {
  return KINDS[form] ?? 'items';
}

function isNames(kind: Kind): boolean {
  return kind === 'names' || kind === 'name';
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

/**
 * A paragraph whose first line is a heading to whoever writes it, as that heading and the rest, where it is one of an internal part.
 * @param isName true where its bold words are what an item is called
 */
function headingOut(node: Nodes, isName = false): Nodes[] {
  const line = titleLine(node);
  if (node.type !== 'paragraph' || !line || !isInside(line, isName)) return [node];
  const heading = headingOf(line.depth, line.words, node);
  return line.below.length > 0 ? [heading, { ...node, children: line.below }] : [heading];
}

/** A line that stands for a heading, and what stands below it in its paragraph. */
interface TitleLine {
  style: 'hashes' | 'bold' | 'slanted';
  depth: number;
  words: string;
  below: PhrasingContent[];
}

/** `##Risks`, bold words or HTML such as `<u>` on a line of their own, and a paragraph in italics. */
function titleLine(node: Nodes): TitleLine | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [first, ...rest] = node.children;
  if (first?.type === 'text' && rest.length === 0) {
    const found = UNSPACED.exec(first.value);
    if (!found) return undefined;
    const [line, signs, words] = [...found] as [string, string, string];
    const below = first.value.slice(line.length);
    return {
      style: 'hashes',
      depth: signs.length,
      words,
      below: below ? [{ ...first, value: below }] : [],
    };
  }
  if (first?.type === 'strong' && endsLine(rest[0]))
    return { style: 'bold', depth: DEEPEST, words: plainText(first), below: rest };
  if (first?.type === 'emphasis' && rest.length === 0)
    return { style: 'slanted', depth: DEEPEST, words: plainText(first), below: [] };
  if (first?.type === 'html' && rest[1]?.type === 'html' && endsLine(rest[2]))
    return { style: 'slanted', depth: DEEPEST, words: plainText(rest.slice(0, 2)), below: rest.slice(2) };
  return undefined;
}

const UNSPACED = /^(#{1,6})([^#\s][^\n]*)(?:\n|$)/;

function endsLine(node: PhrasingContent | undefined): boolean {
  if (!node || node.type === 'break') return true;
  return node.type === 'text' && /^:?[ \t]*(?:\n|$)/.test(node.value);
}

/** “Internal reviewers” and “Approvals and reminders” may be for everybody where an item is called so, and so may be words behind a lock. */
function isInside({ style, words }: TitleLine, isName: boolean): boolean {
  if (style === 'hashes') return isMeantAsInternal(words);
  if (style === 'slanted') return isNeverPublic(words);
  if (isName) return isInternalMark(words) || isLabelledInternal(words) || isNeverPublic(words);
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

function headingOf(depth: number, value: string, { position }: Paragraph): Heading {
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [{ type: 'text', value }],
    ...(position && { position }),
  };
}

/** @param isItem true where the nodes are those of an item, whose first words may be the mark and nothing else: “Internal” in a list of cohorts */
function keepAll(nodes: readonly Nodes[], kind: Kind, part: PublicPart, isItem = false): Nodes[] {
  const blocks = withoutBoxes(
    nodes.flatMap((node, place) => headingOut(node, isItem && place === 0)),
    part.hidden,
  );
  const marked = blocks.map((node, place) =>
    isNames(kind) || (isItem && place === 0) ? node : markAsHeading(node),
  );
  return withoutParts(marked, part).flatMap((node, place) => {
    const own = kind === 'name' && place > 0 ? 'items' : kind;
    const kept = isNote(node, own) ? undefined : keep(node, own, part);
    if (!kept) part.hidden.push(node);
    return kept ?? [];
  });
}

function keep(node: Nodes, kind: Kind, part: PublicPart): Nodes | undefined {
  if (!('children' in node) || node.children.length === 0) return node;
  if (node.type === 'table') return withoutInternalCells(node, kind);
  if (node.type === 'paragraph' || node.type === 'heading') {
    const children = withoutLineNotes(node.children);
    return children.length > 0 ? { ...node, children } : undefined;
  }
  const isText = node.type === 'blockquote' || node.type === 'footnoteDefinition';
  const inside = isText ? 'prose' : node.type === 'listItem' && kind === 'names' ? 'name' : kind;
  const children = keepAll(node.children, inside, part, node.type === 'listItem');
  return children.length > 0 ? ({ ...node, children } as Parents) : undefined;
}

/** Without what stands under headings that are meant as internal ones. */
function withoutParts(nodes: readonly Nodes[], part: PublicPart): Nodes[] {
  let depth = 0;
  const toggled = findToggled(nodes);
  return nodes.filter((node, place) => {
    if (depth === DEEPEST && titleLine(node)?.style === 'bold') depth = 0;
    // What stands in a toggle does not end what stands around it.
    if (node.type === 'heading' && (depth === 0 || (node.depth <= depth && !toggled.has(node)))) {
      const isInside = isMeantAsInternal(plainText(node)) || isFlaggedInside(blocksUnder(nodes, place));
      depth = isInside ? node.depth : 0;
      if (depth > 0) part.headings.push(node);
    }
    if (depth > 0) part.hidden.push(node);
    return depth === 0;
  });
}

/** The blocks up to the next heading. */
function blocksUnder(nodes: readonly Nodes[], heading: number): Nodes[] {
  const under = nodes.slice(heading + 1);
  const next = under.findIndex((node) => node.type === 'heading');
  return next < 0 ? under : under.slice(0, next);
}

/** True for a paragraph that begins with “Internal:” or with the bold word, and for an item or a footnote that does. */
function isNote(node: Nodes, kind: Kind): boolean {
  if (node.type === 'footnoteDefinition')
    return (
      isInternalMark(node.identifier.replace(/[-\d]+$/, '')) ||
      node.children.slice(0, 1).some((first) => isNote(first, 'prose'))
    );
  if (node.type === 'code') return isMarkedCode(node) || isNoteInCode(node);
  if (node.type === 'listItem' && isFlaggedInside(node.children)) return true;
  if (isNames(kind)) return false;
  if (node.type === 'listItem') {
    const [first, ...rest] = node.children;
    return first !== undefined && (isNote(first, kind) || (rest.length > 0 && isMark(plainText(first))));
  }
  if (node.type !== 'paragraph' && node.type !== 'tableCell') return false;
  const [line = '', ...lines] = linesOf(node.children);
  const text = plainText(node);
  if (isInternalNote(text) || isMarked(node.children)) return true;
  return lines.length > 0 && isMark(line);
}

/** True for words that begin with the mark in bold, in italics, in code or in HTML that says so. */
function isMarked([first, second]: readonly PhrasingContent[]): boolean {
  if (first?.type === 'html') return second?.type === 'text' && isInternalMark(second.value);
  const isStyled = first?.type === 'strong' || first?.type === 'emphasis' || first?.type === 'inlineCode';
  return isStyled && (isInternalMark(plainText(first)) || endsInternal(plainText(first)));
}

/** “```internal”, “```js internal”, and “```ad-internal” as in Obsidian. */
function isMarkedCode({ lang, meta }: Code): boolean {
  if (/^(?:private|hidden|comment)$/i.test(String(lang))) return true;
  return isInternalMark(String(lang).replace(/^ad-/, '')) || isInternalMark(String(meta));
}

/** Words in a box of code, or too far to the right, are a note where they begin so; in a language they are an example. */
function isNoteInCode({ lang, value }: Code): boolean {
  return /^(?:plain(?:text)?|te?xt|markdown|md)?$/i.test(lang ?? '') && isLabelledInternal(value);
}

/** Without the rows, cells and columns of a table that are notes. */
function withoutInternalCells(table: Table, kind: Kind): Table | undefined {
  const [head, ...rows] = table.children as [TableRow, ...TableRow[]];
  const isOpen = head.children.map((cell) => isNames(kind) || !isInternalTitle(plainText(cell)));
  if (!isOpen.includes(true)) return undefined;
  const open = rows.filter((row) => kind === 'names' || !isNoteRow(row));
  const shown = [head, ...open.filter((row) => !isRowFlaggedInside(head, row))];
  const children = shown.map((row): TableRow => {
    // Nobody sees a cell beyond the head.
    const cells = row.children.filter((_, column) => isOpen[column]);
    return { ...row, children: cells.map((cell) => withoutNote(cell, kind)) };
  });
  return { ...table, children };
}

/** A row that begins with the word, or with a label of it, is a note as a whole. */
function isNoteRow(row: TableRow): boolean {
  const text = plainText(row.children.slice(0, 1));
  return isInternalNote(text) || isMark(text);
}

function withoutNote(cell: TableCell, kind: Kind): TableCell {
  return { ...cell, children: isNote(cell, kind) ? [] : withoutLineNotes(cell.children) };
}
