import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { parseMarkdown, plainText } from '../../plan/markdown.ts';
import { splitWords } from '../../plan/labels.ts';

/** Items and labelled values as Markdown lists, so that the readers of plans find the same values in them again. */

export interface WrittenItem {
  /** Inline Markdown. */
  title: string;
  id?: string | undefined;
  /** Markdown. */
  text?: string | undefined;
  labels?: readonly (WrittenLabel | undefined)[];
}

export interface WrittenLabel {
  name: string;
  blocks: RootContent[];
}

export function listOf(items: readonly WrittenItem[], ordered = false): List {
  return { type: 'list', ordered, spread: false, children: items.map(itemOf) };
}

/** Labels alone, as a list. */
export function labelList(labels: readonly (WrittenLabel | undefined)[]): RootContent[] {
  const told = labels.filter((label) => label !== undefined);
  return told.length > 0
    ? [{ type: 'list', ordered: false, spread: false, children: told.map(labelItem) }]
    : [];
}

export function plain(name: string, value: string | number | undefined): WrittenLabel | undefined {
  if (value === undefined) return undefined;
  return { name, blocks: [{ type: 'paragraph', children: [{ type: 'text', value: String(value) }] }] };
}

export function markdown(name: string, value: string | undefined): WrittenLabel | undefined {
  return value === undefined ? undefined : { name, blocks: parseMarkdown(value).children };
}

/** Words between commas, or as bullets where commas would part them otherwise. */
export function words(name: string, values: readonly string[]): WrittenLabel | undefined {
  if (values.length === 0) return undefined;
  const line = values.join(', ');
  const isPlain = splitWords(line).join('\n') === values.join('\n');
  return isPlain ? plain(name, line) : { name, blocks: [wordList(values)] };
}

export function nested(name: string, items: readonly WrittenItem[]): WrittenLabel | undefined {
  return items.length > 0 ? { name, blocks: [listOf(items)] } : undefined;
}

export function wordList(values: readonly string[]): List {
  const children = values.map((value): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [paragraph({ type: 'text', value })],
  }));
  return { type: 'list', ordered: false, spread: false, children };
}

function itemOf({ title, id, text, labels = [] }: WrittenItem): ListItem {
  const blocks = text ? parseMarkdown(text).children : [];
  const children = [titleOf(title, id), ...blocks, ...labelList(labels)];
  return { type: 'listItem', spread: blocks.length > 0, children } as ListItem;
}

function labelItem({ name, blocks }: WrittenLabel): ListItem {
  const [first, ...rest] = blocks;
  const isInline = first?.type === 'paragraph';
  const lead = isInline
    ? paragraph({ type: 'text', value: `${name}: ` }, ...first.children)
    : paragraph({ type: 'text', value: `${name}:` });
  return {
    type: 'listItem',
    spread: rest.some((block) => block.type === 'paragraph'),
    children: [lead, ...(isInline ? rest : blocks)],
  } as ListItem;
}

/** In bold where bold takes nothing away; as it is where it cannot be taken for anything else; under a label otherwise. */
function titleOf(title: string, id: string | undefined): Paragraph {
  const inline = inlineOf(title);
  const marker: PhrasingContent[] = id ? [{ type: 'text', value: ` {#${id}}` }] : [];
  const last = inline.at(-1);
  const endsOpen = !id && last?.type === 'text' && /[.:–—-]\s*$/.test(last.value);
  if (!endsOpen && !hasStrong(inline)) return paragraph({ type: 'strong', children: [...inline, ...marker] });
  const isPlain = inline[0]?.type !== 'strong' && !/:|\s[—–]\s/.test(plainText(inline));
  return isPlain
    ? paragraph(...inline, ...marker)
    : paragraph({ type: 'text', value: 'Title: ' }, ...inline, ...marker);
}

function inlineOf(text: string): PhrasingContent[] {
  const [only, ...others] = parseMarkdown(text).children;
  return only?.type === 'paragraph' && others.length === 0 ? only.children : [{ type: 'text', value: text }];
}

function hasStrong(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => node.type === 'strong' || ('children' in node && hasStrong(node.children)));
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
