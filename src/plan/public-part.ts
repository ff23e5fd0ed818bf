import type { Heading, Nodes, Paragraph, Parents, RootContent, Table, TableRow } from 'mdast';
import { withoutBoxes } from './boxes.ts';
import { findLookAlike, findMisspelt } from './headings.ts';
import { isInternalMark, isInternalTitle, isLabelledInternal } from './internal-mark.ts';
import { isBlock, plainText } from './markdown.ts';
import type { SectionForm } from './sections.ts';

export interface PublicPart {
  nodes: RootContent[];
  /** Blocks that were taken out. */
  hidden: Nodes[];
  /** Headings that were taken out with what stands under them. */
  headings: Heading[];
}

/**
 * Of a section that may be public, what its author does not keep inside without a heading, a quote or a toggle: what stands under words that are
 * meant as the heading of an internal section, be they bold, misspelt or without a space behind `##`; and in prose, paragraphs, items, footnotes,
 * cells and columns that begin with “Internal:”. In lists of items, such words are labels, and their readers know them.
 */
export function keepPublicPart(blocks: readonly RootContent[], form: SectionForm): PublicPart {
  const part: PublicPart = { nodes: [], hidden: [], headings: [] };
  part.nodes = keepAll(blocks, KINDS[form] ?? 'data', part) as RootContent[];
  return part;
}

/** What blocks are: prose; items, in which “Internal:” is a label; what stands in an item; or anything else, where the word may be a name. */
type Kind = 'prose' | 'items' | 'item' | 'data';
const KINDS: Partial<Record<SectionForm, Kind>> = {
  text: 'prose',
  steps: 'prose',
  questions: 'prose',
  excluded: 'prose',
  changes: 'items',
  knownIssues: 'items',
};

/** As deep as a heading can be: that of bold words. */
const DEEPEST = 6;

function isMeantAsInternal(heading: Heading): boolean {
  const text = plainText(heading);
  return isInternalTitle(text) || findLookAlike(text) !== undefined || findMisspelt(text) !== undefined;
}

/** A paragraph that begins with `##Risks`, or with bold words on a line of their own, is a heading to whoever writes it. */
function headingOut(node: Nodes): Nodes[] {
  if (node.type !== 'paragraph') return [node];
  const [first, ...rest] = node.children;
  const hashes = first?.type === 'text' && rest.length === 0 ? UNSPACED.exec(first.value) : undefined;
  if (first?.type === 'text' && hashes) {
    const heading = headingOf(hashes[1]?.length ?? 1, hashes[2] ?? '', node);
    const under = first.value.slice(hashes[0].length);
    const below: Nodes[] = under ? [{ ...node, children: [{ ...first, value: under }] }] : [];
    return isMeantAsInternal(heading) ? [heading, ...below] : [node];
  }
  const bold = boldLine(node);
  // A lock may stand before words for everybody.
  const isMeant =
    isInternalMark(bold) || isLabelledInternal(bold) || findLookAlike(bold)?.audience === 'never';
  if (!bold || !isMeant) return [node];
  return [headingOf(DEEPEST, bold, node), ...(rest.length > 0 ? [{ ...node, children: rest }] : [])];
}

const UNSPACED = /^(#{1,6})(?=[^#\s])([^\n]*)(?:\n|$)/;

/** The bold words that a paragraph begins with, if the rest of their line is empty. */
function boldLine(node: Nodes): string {
  if (node.type !== 'paragraph') return '';
  const [first, second] = node.children;
  const endsLine =
    !second || second.type === 'break' || (second.type === 'text' && /^:?[ \t]*(?:\n|$)/.test(second.value));
  return first?.type === 'strong' && endsLine ? plainText(first) : '';
}

function headingOf(depth: number, value: string, { position }: Paragraph): Heading {
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [{ type: 'text', value }],
    ...(position && { position }),
  };
}

function keepAll(nodes: readonly Nodes[], kind: Kind, part: PublicPart): Nodes[] {
  return withoutParts(nodes, part).flatMap((node) => {
    const kept = isNote(node, kind) ? undefined : keep(node, kind, part);
    if (!kept && isBlock(node)) part.hidden.push(node);
    return kept ?? [];
  });
}

function keep(node: Nodes, kind: Kind, part: PublicPart): Nodes | undefined {
  if (!('children' in node) || node.type === 'paragraph' || node.children.length === 0) return node;
  if (node.type === 'table') return kind === 'items' || kind === 'data' ? node : withoutInternalColumns(node);
  const isText = node.type === 'blockquote' || node.type === 'footnoteDefinition';
  const inside = isText ? 'prose' : node.type === 'listItem' && kind === 'items' ? 'item' : kind;
  const children = keepAll(node.children, inside, part);
  return children.length > 0 ? ({ ...node, children } as Parents) : undefined;
}

/** Without what stands under headings that are meant as internal ones, and in the boxes of other tools. */
function withoutParts(nodes: readonly Nodes[], part: PublicPart): Nodes[] {
  let depth = 0;
  return withoutBoxes(nodes.flatMap(headingOut), part.hidden).filter((node) => {
    if (depth === DEEPEST && boldLine(node)) depth = 0;
    if (node.type === 'heading' && (depth === 0 || node.depth <= depth)) {
      depth = isMeantAsInternal(node) ? node.depth : 0;
      if (depth > 0) part.headings.push(node);
    }
    if (depth > 0) part.hidden.push(node);
    return depth === 0;
  });
}

/** True for a paragraph that begins with “Internal:” or with the bold word, and for an item or a footnote that does. */
function isNote(node: Nodes, kind: Kind): boolean {
  if (node.type === 'footnoteDefinition')
    return node.children.slice(0, 1).some((first) => isNote(first, 'prose'));
  if (kind === 'data') return false;
  if (node.type === 'code') return isInternalMark(node.lang ?? '');
  if (node.type === 'listItem') return node.children.slice(0, 1).some((first) => isNote(first, kind));
  if (node.type !== 'paragraph' && node.type !== 'tableCell') return false;
  const text = plainText(node);
  if (kind !== 'prose' && /^\s*\p{L}[^:\n]{0,40}:/u.test(text)) return false;
  const [first] = node.children;
  const isBold = first?.type === 'strong' || first?.type === 'emphasis' || first?.type === 'inlineCode';
  return isLabelledInternal(text) || (isBold && isInternalMark(plainText(first)));
}

function withoutInternalColumns(table: Table): Table | undefined {
  const [head] = table.children;
  const isOpen = head?.children.map((cell) => !isInternalTitle(plainText(cell))) ?? [];
  if (!isOpen.includes(true)) return undefined;
  const children = table.children.map((row): TableRow => {
    const cells = row.children.filter((_, column) => isOpen[column] !== false);
    return {
      ...row,
      children: cells.map((cell) => (isNote(cell, 'prose') ? { ...cell, children: [] } : cell)),
    };
  });
  return { ...table, children };
}
