import type {
  Blockquote,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { withoutInsideColumns } from './columns.ts';
import type { Place } from './document.ts';
import { frameOf, titleNodes } from './frames.ts';
import { findLabel, type Label, type LabelNames, makeLabel } from './labels.ts';
import { readLabels, readRow } from './read-labels.ts';
import { plainText, renderInline, renderMarkdown } from './markdown.ts';

/**
 * People write the same list as bullets, as sub-headings, as toggles, or as a table. All are read into items: a title, a text, and
 * labelled values.
 */
export interface Item {
  /** Inline Markdown. */
  title: string;
  /** What `{#name}` at the end of the title says. */
  id?: string;
  /** Markdown; empty where there is none. */
  text: string;
  labels: Label[];
  /** Names of columns for those inside, which the tables in its text are without. */
  columns?: string[];
  /** The name of the column that its title stands in. */
  titleColumn?: string;
  /** Its title is a paragraph that nobody set apart from the text below it. */
  isSentence?: true;
  /** Only for the points of a check-list. */
  checked?: boolean;
  place?: Place;
}

export interface Items {
  items: Item[];
  /** Blocks that belong to no item. */
  rest: RootContent[];
  /** Table columns that mean nothing here. Their cells stay inside: a column is data, and data is published by name only. */
  unread: string[];
}

export interface ItemOptions {
  /** Labels that this kind of item knows; other words before a colon are ordinary text. */
  labels: LabelNames;
  /** Names of the table column that holds the title. Without a match the first column does. */
  titleColumns?: readonly string[];
  /** Where sub-headings may be groups of items: the label under which each item has the name of its group. */
  group?: string;
}

/** Reads blocks as items. Sub-headings win over lists and tables; a section of paragraphs alone has one item a paragraph. */
export function readItems(blocks: readonly RootContent[], options: ItemOptions): Items {
  const nodes = blocks.flatMap(withoutColumns);
  if (nodes.some((node) => node.type === 'heading')) return readHeadings(nodes, options);
  const items: Item[] = [];
  const rest: RootContent[] = [];
  const unread: string[] = [];
  for (const node of nodes) {
    if (node.type === 'list') items.push(...readList(node, options));
    else if (node.type === 'table') items.push(...readTable(node, options, unread));
    else if (node.type === 'blockquote' && frameOf(node)) items.push(readToggle(node, options));
    else rest.push(node);
  }
  if (items.length > 0 || !rest.every((node) => node.type === 'paragraph')) return { items, rest, unread };
  return { items: rest.map((node) => readParagraph(node as Paragraph, [], options)), rest: [], unread };
}

function readHeadings(nodes: readonly RootContent[], options: ItemOptions): Items {
  const first = nodes.findIndex((node) => node.type === 'heading');
  const depth = Math.min(...nodes.filter((node) => node.type === 'heading').map((node) => node.depth));
  const items: Item[] = [];
  const unread: string[] = [];
  let heading: Heading | undefined;
  let under: RootContent[] = [];
  const close = () => {
    if (heading)
      items.push(...(readGroup(heading, under, options, unread) ?? [readHeading(heading, under, options)]));
    under = [];
  };
  for (const node of nodes.slice(first)) {
    if (node.type === 'heading' && node.depth <= depth) {
      close();
      heading = node;
    } else under.push(node);
  }
  close();
  // A paragraph above the sub-headings introduces them; bullets there are items of their own.
  const above = nodes.slice(0, first);
  if (above.every((node) => node.type === 'paragraph')) return { items, rest: above, unread };
  const before = readItems(above, options);
  return { ...before, items: [...before.items, ...items], unread: [...before.unread, ...unread] };
}

/** A sub-heading with nothing but lists and tables of items under it names their group. */
function readGroup(
  heading: Heading,
  nodes: RootContent[],
  options: ItemOptions,
  unread: string[],
): Item[] | undefined {
  const { group } = options;
  const isList = nodes.length > 0 && nodes.every((node) => node.type === 'list' || node.type === 'table');
  if (!group || !isList || readLabels(nodes, options.labels).labels.some(({ isBeside }) => !isBeside))
    return undefined;
  const read = readItems(nodes, options);
  unread.push(...read.unread);
  const name = makeLabel(group, heading.children, [], heading.position?.start);
  return read.items.map((each) => ({ ...each, labels: [...each.labels, name] }));
}

function readHeading(heading: Heading, nodes: RootContent[], options: ItemOptions): Item {
  const { labels, rest } = readLabels(nodes, options.labels);
  return item(heading.children, rest, labels, heading.position?.start);
}

function readToggle(toggle: Blockquote, options: ItemOptions): Item {
  const frame = frameOf(toggle);
  const title = frame?.name === 'details' ? titleNodes(frame.title) : [];
  const { labels, rest } = readLabels(toggle.children, options.labels);
  return item(title, rest, labels, toggle.position?.start);
}

/** Columns are a matter of looks. */
function withoutColumns(node: RootContent): RootContent[] {
  const name = frameOf(node)?.name;
  const isColumns = name === 'columns' || name === 'column';
  return isColumns ? (node as Blockquote).children.flatMap(withoutColumns) : [node];
}

function readList(list: List, options: ItemOptions): Item[] {
  const items: Item[] = [];
  for (const child of list.children) {
    const next = readListItem(child, options);
    const last = items.at(-1);
    if (last && goesOn(last, next)) {
      last.labels.push(...next.labels.map((label) => ({ ...label, isBeside: true as const })));
    } else items.push(typeof child.checked === 'boolean' ? { ...next, checked: child.checked } : next);
  }
  return items;
}

/** People also write an item and its labels as bullets of one level. */
function goesOn(last: Item, next: Item): boolean {
  const isOnlyLabels = next.title === '' && next.text === '' && next.labels.length > 0;
  return isOnlyLabels && next.labels.every((label) => !findLabel(last.labels, label.key));
}

function readListItem(node: ListItem, options: ItemOptions): Item {
  const [first, ...others] = node.children;
  if (first?.type !== 'paragraph') return item([], node.children, [], node.position?.start);
  return readParagraph(first, others, options);
}

function readParagraph(paragraph: Paragraph, others: RootContent[], options: ItemOptions): Item {
  const { labels, rest } = readLabels(others, options.labels);
  const { labels: own, rest: named } = readLabels([paragraph], options.labels);
  const [first] = named as Paragraph[];
  if (!first) return item([], rest, [...own, ...labels], paragraph.position?.start);
  const { title, text } = splitTitle(first.children);
  const lead: RootContent[] = text.length > 0 ? [{ type: 'paragraph', children: text }] : [];
  const { labels: inLead, rest: leadRest } = readLabels(lead, options.labels);
  const read = item(title, [...leadRest, ...rest], [...inLead, ...own, ...labels], paragraph.position?.start);
  return text.length === 0 && first.children[0]?.type !== 'strong' ? { ...read, isSentence: true } : read;
}

function readTable(table: Table, options: ItemOptions, unread: string[]): Item[] {
  const [head, ...rows] = table.children;
  const names = head?.children.map((cell) => plainText(cell).trim()) ?? [];
  return rows.map((row) => {
    const cells = readRow(names, row, options);
    unread.push(...cells.unread.filter((name) => !unread.includes(name)));
    const titleColumn = names[row.children.findIndex(({ children }) => children === cells.title)];
    return {
      ...item(cells.title, cells.text, cells.labels, row.position?.start),
      ...(titleColumn && { titleColumn }),
    };
  });
}

function item(
  title: readonly PhrasingContent[],
  text: readonly RootContent[],
  labels: Label[],
  start: { line: number; column: number } | undefined,
): Item {
  const rendered = renderInline(title);
  const id = /\{#([^{}\s]+)\}$/.exec(rendered);
  const { columns, rest } = withoutInsideColumns(text);
  const named = rendered === '' ? findLabel(labels, 'title')?.value : undefined;
  return {
    title: named ?? (id ? rendered.slice(0, id.index) : rendered).trim(),
    ...(id?.[1] && { id: id[1].replaceAll('\\', '') }),
    text: renderMarkdown(rest),
    labels: named === undefined ? labels : labels.filter((label) => label.key !== 'title'),
    ...(columns.length > 0 && { columns }),
    ...(start && { place: { line: start.line, column: start.column } }),
  };
}

/** Bold words at the start are the title; else what stands before a line break or a spaced dash; else everything. */
function splitTitle(nodes: readonly PhrasingContent[]): {
  title: PhrasingContent[];
  text: PhrasingContent[];
} {
  const [first, ...rest] = nodes;
  if (first?.type === 'strong' && plainText(first).trim() !== '') {
    return { title: trimEnd(first.children), text: trimStart(rest) };
  }
  const lineBreak = nodes.findIndex((node) => node.type === 'break');
  if (lineBreak > 0) return { title: nodes.slice(0, lineBreak), text: trimStart(nodes.slice(lineBreak + 1)) };
  return splitAtDash(nodes) ?? { title: [...nodes], text: [] };
}

function splitAtDash(nodes: readonly PhrasingContent[]) {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue;
    const dash = /\s+[—–]\s+/.exec(node.value);
    if (!dash) continue;
    const before = node.value.slice(0, dash.index);
    const after = node.value.slice(dash.index + dash[0].length);
    const title: PhrasingContent[] = [...nodes.slice(0, index), { type: 'text', value: before }];
    const isShort = plainText(title).trim().length <= 70 && plainText(title).trim() !== '';
    return isShort
      ? { title, text: [{ type: 'text', value: after }, ...nodes.slice(index + 1)] as PhrasingContent[] }
      : undefined;
  }
  return undefined;
}

/** The title's own full stop or colon belongs to the bold words, not to the title. */
function trimEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return [...nodes];
  return [
    ...nodes.slice(0, -1),
    { ...last, value: last.value.trimEnd().replace(/(?<![.:–—-])[.:–—-]+$/, '') },
  ];
}

function trimStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.replace(/^\s*[.:–—-]*\s*/, '');
  return value === '' && rest.length === 0 ? [] : [{ ...first, value }, ...rest];
}
