import type { List, ListItem, Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type { Place } from './document.ts';
import { normaliseName } from './fields.ts';
import type { ItemOptions } from './items.ts';
import { plainText, renderInline, renderMarkdown } from './markdown.ts';

/** `Workaround: restart the app`, as a bullet, as a line of a paragraph, or as a cell of a table. */
export interface Label {
  key: string;
  /** Markdown. */
  value: string;
  /** The same without markup, for values that are compared. */
  plain: string;
  /** The parts of a list: bullets under the label, or what stands between commas. */
  values: string[];
  nodes: RootContent[];
  place?: Place;
  /** True for a bullet or a line that may be no label: it stands beside what it is read as one of, behind other lines, or deeper. */
  isBeside?: true;
}

/** Spellings of labels, normalised, and the key that each means. */
export type LabelNames = ReadonlyMap<string, string>;

/**
 * `{ fixedIn: ['fixed in', 'fix version'] }` → the names in every spelling; a key is a name of itself. Labels that are for those inside are labels
 * everywhere, so that “Owner: …” is no text for readers.
 */
export function labelNames(keys: Record<string, readonly string[]>): LabelNames {
  const own = Object.entries(keys).flatMap(([key, names]) => spell(key, [key, ...names]));
  return new Map([...spell('internal', INTERNAL), ...own]);
}

/** The same of items that are no people, each of which may say which of its words are the title. */
export function itemLabels(keys: Record<string, readonly string[]>): LabelNames {
  return new Map([...spell('internal', PEOPLE), ...labelNames({ title: [], ...keys })]);
}

function spell(key: string, names: readonly string[]): [name: string, key: string][] {
  return names.map((name) => [normaliseName(name), key]);
}

const INTERNAL = [
  ...['internal note', 'internal notes', 'note to self', 'owner', 'owners', 'assignee', 'responsible', 'dri'],
  ...['ticket', 'tickets', 'jira', 'story', 'stories', 'user story', 'user stories', 'story points', 'epic'],
  ...['epics', 'requested by', 'customer', 'cost', 'revenue', 'arr', 'deal', 'deal size', 'prd'],
  ...[
    'feature flag',
    'feature flags',
    'zuständig',
    'verantwortlich',
    'responsable',
    '担当',
    '担当者',
    'المسؤول',
  ],
];

/** True for what readers never see, whatever it is a label of. */
export function staysInside({ key, value }: Label): boolean {
  return NEVER_PUBLIC.has(key) || (key === 'links' && !value.includes('://'));
}

const NEVER_PUBLIC = new Set(['internal', 'epics', 'stories', 'impact', 'urgency', 'points']);

const PEOPLE = [
  ...['pm', 'product manager', 'product owner', 'release manager', 'tech lead', 'engineering lead'],
  ...['approver', 'approvers', 'approved by', 'reviewer', 'reviewers', 'stakeholder', 'stakeholders'],
];

/** The labels that are for those inside wherever they stand. */
const INSIDE: LabelNames = new Map(spell('internal', [...INTERNAL, ...PEOPLE]));

export function findLabel(labels: readonly Label[], key: string): Label | undefined {
  return labels.find((label) => label.key === key);
}

/** Takes the labelled values out of blocks, and out of what stands deeper those that are for those inside; everything else stays as it was. */
export function readLabels(
  nodes: readonly RootContent[],
  names: LabelNames,
): { labels: Label[]; rest: RootContent[] } {
  const labels: Label[] = [];
  const rest: RootContent[] = [];
  for (const node of nodes) {
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
      if (lines.labels.length === 0) rest.push(node);
      else if (lines.rest.length > 0) rest.push({ ...node, children: lines.rest });
    } else rest.push(node);
  }
  return { labels, rest };
}

/** Blocks without the labels that are for those inside. */
export function withoutInsideLabels(nodes: readonly RootContent[]): RootContent[] {
  return readLabels(nodes, INSIDE).rest;
}

/** True for the name of a label or a column that is for those inside. */
export function isInsideName(name: string): boolean {
  return INSIDE.has(normaliseName(name));
}

/** An item without the labels in it that are for those inside. */
function withoutInside(item: ListItem, labels: Label[]): ListItem {
  const inside = readLabels(item.children, INSIDE);
  labels.push(...inside.labels.map((label) => ({ ...label, isBeside: true as const })));
  return { ...item, children: inside.rest as ListItem['children'] };
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
  return options.labels.has(normaliseName(names[0] ?? '')) ? -1 : 0;
}

function readBullet(nodes: readonly RootContent[], names: LabelNames): Label | undefined {
  const [first, ...others] = nodes;
  if (first?.type !== 'paragraph') return undefined;
  const found = readLabel(first.children, names);
  return found && makeLabel(found.key, found.value, others, first.position?.start);
}

/** The lines of a paragraph from the first one that is labelled on; a line without a label goes on with the one above. */
function readLines(paragraph: Paragraph, names: LabelNames): { labels: Label[]; rest: PhrasingContent[] } {
  const lines = splitLines(paragraph.children);
  const found: { key: string; value: PhrasingContent[] }[] = [];
  const first = lines.findIndex(({ nodes }) => readLabel(nodes, names));
  if (first < 0) return { labels: [], rest: paragraph.children };
  const others: Line[] = [];
  // Behind a text, what is for those inside takes no other label with it only because its name means nothing here.
  let isOther = false;
  for (const line of lines.slice(first)) {
    const next = readLabel(line.nodes, names);
    if (next) found.push(next);
    const isInside = first > 0 && NEVER_PUBLIC.has(found.at(-1)?.key ?? '');
    isOther = !next && (isOther || (isInside && LABELLED.test(plainText(line.nodes))));
    if (isOther) others.push(line);
    else if (!next) found.at(-1)?.value.push({ type: 'text', value: ' ' }, ...line.nodes);
  }
  const labels = found.map(({ key, value }) => ({
    ...makeLabel(key, value, [], paragraph.position?.start),
    ...(first > 0 && { isBeside: true as const }),
  }));
  return { labels, rest: joinLines([...lines.slice(0, first), ...others]) };
}

const LABELLED = /^\s*([\p{L}][^:\n]{0,40}?)\s*:(?:\s+|$)/u;

function readLabel(nodes: readonly PhrasingContent[], names: LabelNames) {
  const [first, second, ...rest] = nodes;
  if (first?.type === 'text') {
    const match = LABELLED.exec(first.value);
    const key = match && findKey(match[1] ?? '', names);
    if (!match || !key) return undefined;
    return {
      key,
      value: withoutEmpty([{ ...first, value: first.value.slice(match[0].length) }, ...nodes.slice(1)]),
    };
  }
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  const words = plainText(first).trim();
  const key = findKey(words, names);
  if (!key) return undefined;
  if (words.endsWith(':')) return { key, value: withoutEmpty(nodes.slice(1)) };
  if (second?.type !== 'text' || !/^\s*:/.test(second.value)) return undefined;
  return { key, value: withoutEmpty([{ ...second, value: second.value.replace(/^\s*:\s*/, '') }, ...rest]) };
}

/** “Release 2.1 target customers” is the label “target customers” of release 2.1. */
function findKey(words: string, names: LabelNames): string | undefined {
  return names.get(normaliseName(words)) ?? names.get(normaliseName(words.replace(/^release\s+\S+\s+/i, '')));
}

/** A labelled value from its parts: what stands behind the colon, and the blocks below. */
export function makeLabel(
  key: string,
  value: PhrasingContent[],
  blocks: RootContent[],
  start: { line: number; column: number } | undefined,
): Label {
  const inline: RootContent[] = value.length > 0 ? [{ type: 'paragraph', children: value }] : [];
  const nodes = [...inline, ...blocks];
  const plain = plainText(value).replace(/\s+/g, ' ').trim();
  const bullets = blocks.flatMap((block) =>
    block.type === 'list' ? block.children.map((child) => plainText(child).trim()) : [],
  );
  return {
    key,
    value: blocks.length > 0 ? renderMarkdown(nodes) : renderInline(value),
    plain,
    values: bullets.length > 0 ? bullets : splitWords(plain),
    nodes,
    ...(start && { place: { line: start.line, column: start.column } }),
  };
}

/** “EU, US and Japan” → its parts. */
export function splitWords(text: string): string[] {
  return text
    .split(/\s*[,;·]\s*|\s+(?:and|&)\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

interface Line {
  nodes: PhrasingContent[];
  /** What parts it from the line above. */
  end: PhrasingContent;
}

const LINE_END: PhrasingContent = { type: 'text', value: '\n' };

function splitLines(nodes: readonly PhrasingContent[]): Line[] {
  const lines: Line[] = [{ nodes: [], end: LINE_END }];
  for (const node of nodes) {
    if (node.type === 'break') lines.push({ nodes: [], end: node });
    else if (node.type === 'text') {
      const [first = '', ...others] = node.value.split('\n');
      lines.at(-1)?.nodes.push({ ...node, value: first });
      for (const value of others) lines.push({ nodes: [{ ...node, value }], end: LINE_END });
    } else lines.at(-1)?.nodes.push(node);
  }
  const filled = lines.map((line) => ({ ...line, nodes: withoutEmpty(line.nodes) }));
  return filled.filter(({ nodes: { length } }) => length > 0);
}

function joinLines(lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap(({ nodes, end }, place) => (place === 0 ? nodes : [end, ...nodes]));
}

function withoutEmpty(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type === 'text' && first.value.trim() === '') return withoutEmpty(rest);
  return nodes;
}
