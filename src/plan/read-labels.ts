import type { List, ListItem, Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { normaliseName } from './fields.ts';
import type { ItemOptions } from './items.ts';
import { insideLabels, isNeverPublic, type Label, type LabelNames, makeLabel } from './labels.ts';
import { plainText } from './markdown.ts';

/**
 * Takes the labelled values out of blocks, and out of what stands deeper those that are for those inside; everything else stays as it was, a paragraph
 * without labels the same node.
 */
export function readLabels(
  nodes: readonly RootContent[],
  names: LabelNames,
): { labels: Label[]; rest: RootContent[] } {
  const labels: Label[] = [];
  const rest: RootContent[] = [];
  let above: Labelled | undefined;
  for (const node of nodes) {
    if (above && goesOn(above, node, names)) {
      labels.push({ ...(labels.pop() as Label), ...makeLabel(above.key, above.value, [node], undefined) });
      above = undefined;
      continue;
    }
    above = undefined;
    if (node.type === 'list') {
      const others = node.children.flatMap((child) => {
        const label = readBullet(child.children, names);
        if (label) labels.push(label);
        return label ? [] : [withoutInside(child, labels)];
      });
      if (others.length > 0) rest.push({ ...node, children: others } satisfies List);
    } else if (node.type === 'paragraph') {
      const lines = readLines(node, names);
      labels.push(...lines.labels);
      above = lines.last;
      if (lines.labels.length === 0) rest.push(node);
      else if (lines.rest.length > 0) rest.push({ ...node, children: lines.rest });
    } else rest.push(node);
  }
  return { labels, rest };
}

/** True for code or a list below a label such as “Workaround: wake it:”. */
function goesOn({ value }: Labelled, block: RootContent, names: LabelNames): boolean {
  if (!/(?:^|[:：])\s*$/.test(plainText(value))) return false;
  if (block.type === 'list') return !block.children.some(({ children }) => readBullet(children, names));
  return PARTS.has(block.type);
}

const PARTS = new Set(['code', 'table', 'blockquote']);

/** Blocks without the labels that are for those inside. */
export function withoutInsideLabels(nodes: readonly RootContent[]): RootContent[] {
  return readLabels(nodes, insideLabels).rest;
}

/** An item without the labels in it that are for those inside. */
function withoutInside(item: ListItem, labels: Label[]): ListItem {
  const inside = readLabels(item.children, insideLabels);
  labels.push(...inside.labels.map((label) => ({ ...label, isBeside: true as const })));
  return { ...item, children: inside.rest as ListItem['children'] };
}

function readBullet([first, ...others]: readonly RootContent[], names: LabelNames): Label | undefined {
  if (first?.type !== 'paragraph') return undefined;
  const found = readLabel(first.children, names);
  return found && makeLabel(found.key, found.value, others, first.position?.start);
}

/** The lines of a paragraph from the first one that is labelled on; a line without a label goes on with the one above. */
function readLines(paragraph: Paragraph, names: LabelNames): LabelledLines {
  const lines = splitLines(paragraph.children);
  const first = lines.findIndex(({ nodes }) => readLabel(nodes, names));
  if (first < 0) return { labels: [], rest: paragraph.children };
  const found: Labelled[] = [];
  const others: Line[] = [];
  // Behind a text, what is for those inside takes no other label with it only because its name means nothing here.
  let isOther: boolean | undefined;
  for (const line of lines.slice(first)) {
    const next = readLabel(line.nodes, names);
    if (next) found.push(next);
    const last = found.at(-1) as Labelled;
    const isInside = first > 0 && isNeverPublic(last.key);
    isOther = !next && (isOther || (isInside && LABELLED.test(plainText(line.nodes))));
    if (isOther) others.push(line);
    else if (!next) last.value.push({ type: 'text', value: ' ' }, ...line.nodes);
  }
  const labels = found.map(({ key, value }) => ({
    ...makeLabel(key, value, [], paragraph.position?.start),
    ...(first > 0 && { isBeside: true as const }),
  }));
  return {
    labels,
    rest: joinLines([...lines.slice(0, first), ...others]),
    last: isOther ? undefined : found.at(-1),
  };
}

interface LabelledLines {
  labels: Label[];
  rest: PhrasingContent[];
  /** The label that the paragraph ends with. */
  last?: Labelled | undefined;
}

/** A key, and what stands behind the colon. */
interface Labelled {
  key: string;
  value: PhrasingContent[];
}

/** Behind a wide colon stands no space, for which reason the stars around `**担当：**` make nothing bold. */
const LABELLED = /^[\s*]*(\p{L}[^:：\n]{0,40})(?:：[\s*]*|::?(?:\s+|$))/u;

function readLabel(nodes: readonly PhrasingContent[], names: LabelNames): Labelled | undefined {
  const [first, second, ...rest] = nodes;
  if (first?.type === 'text') {
    const label = LABELLED.exec(first.value);
    const key = label && findKey(label[1] as string, names);
    if (!key) return undefined;
    const value = { ...first, value: first.value.slice(label[0].length) };
    return { key, value: withoutEmpty([value, ...nodes.slice(1)]) };
  }
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  const name = plainText(first).trim();
  const key = findKey(name, names);
  if (!key) return undefined;
  if (/[:：]$/.test(name)) return { key, value: withoutEmpty(nodes.slice(1)) };
  if (second?.type !== 'text') return undefined;
  const value = second.value.replace(/^\s*[:：]\s*/, '');
  return value === second.value ? undefined : { key, value: withoutEmpty([{ ...second, value }, ...rest]) };
}

/** “Release 2.1 target customers” is the label “target customers” of release 2.1, and “Owner (API)” says no more than “Owner” to readers. */
function findKey(name: string, names: LabelNames): string | undefined {
  const find = (text: string) => names.get(normaliseName(text));
  const key = find(name) ?? find(name.replace(/^release\s+\S+/i, ''));
  if (key) return key;
  const inside = find(name.replace(/\([^()]*\)[\s:：]*$/, ''));
  return inside === 'internal' ? inside : undefined;
}

interface Line {
  nodes: PhrasingContent[];
  /** What parts it from the line above. */
  end: PhrasingContent;
}

const LINE_END: PhrasingContent = { type: 'text', value: '\n' };

function splitLines(nodes: readonly PhrasingContent[]): Line[] {
  const lines: Line[] = [{ nodes: [], end: LINE_END }];
  const add = (node: PhrasingContent) => (lines.at(-1) as Line).nodes.push(node);
  for (const node of nodes) {
    if (node.type === 'break') lines.push({ nodes: [], end: node });
    else if (node.type === 'text') {
      const [first, ...others] = node.value.split('\n') as [string, ...string[]];
      add({ ...node, value: first });
      for (const value of others) lines.push({ nodes: [{ ...node, value }], end: LINE_END });
    } else add(node);
  }
  const filled = lines.map((line) => ({ ...line, nodes: withoutEmpty(line.nodes) }));
  return filled.filter((line) => line.nodes.length > 0);
}

function joinLines(lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap(({ nodes, end }, place) => (place === 0 ? nodes : [end, ...nodes]));
}

/** Without the texts at the beginning that nobody sees. */
function withoutEmpty(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  return first?.type === 'text' && first.value.trim() === '' ? withoutEmpty(rest) : nodes;
}

/** Columns whose cells are the text of an item. */
const textColumns = new Set(
  ['description', 'text', 'details', 'what it does', 'note', 'notes'].map(normaliseName),
);

/** One table row: the title's cell, cells that are labels, cells of text, and the names of columns that mean nothing here. */
export function readRow(names: readonly string[], row: TableRow, options: ItemOptions) {
  const titleAt = findTitleColumn(names, options);
  const labels: Label[] = [];
  const text: RootContent[] = [];
  const unread: string[] = [];
  let title: PhrasingContent[] = [];
  for (const [index, cell] of row.children.entries()) {
    const name = names[index] ?? '';
    const key = options.labels.get(normaliseName(name));
    if (index === titleAt) title = cell.children;
    else if (plainText(cell).trim() === '') continue;
    else if (key) labels.push(makeLabel(key, cell.children, [], startOf(cell)));
    else if (textColumns.has(normaliseName(name))) text.push({ type: 'paragraph', children: cell.children });
    else unread.push(name);
  }
  return { title, labels, text, unread };
}

/** Where a cell's words begin; the cell itself begins with its line. */
export function startOf(cell: TableCell): { line: number; column: number } | undefined {
  return (cell.children[0] ?? cell).position?.start;
}

/** The column with a title's name; else the first one, unless that is a label. */
function findTitleColumn(names: readonly string[], options: ItemOptions): number {
  const wanted = new Set(options.titleColumns?.map(normaliseName));
  const found = names.findIndex((name) => wanted.has(normaliseName(name)));
  if (found >= 0) return found;
  return names.slice(0, 1).some((name) => options.labels.has(normaliseName(name))) ? -1 : 0;
}
