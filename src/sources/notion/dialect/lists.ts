import type { List, ListItem, RootContent } from 'mdast';
import { cutAttributes } from './attributes.ts';
import type { DialectReader } from './context.ts';
import { readInline } from './inline.ts';

/** The first line of a list item. */
export interface ItemLine {
  ordered: boolean;
  start: number | null;
  checked: boolean | null;
  text: string;
}

/** `- text`, `- [x] text`, `1. text`; the text may be missing. */
export function readItemLine(line: string): ItemLine | undefined {
  const bullet = /^[-*+](?:\s+(.*))?$/.exec(line);
  if (bullet) {
    const box = /^\[([ xX])\](?:\s+(.*))?$/.exec(bullet[1] ?? '');
    if (box) return { ordered: false, start: null, checked: box[1] !== ' ', text: box[2] ?? '' };
    return { ordered: false, start: null, checked: null, text: bullet[1] ?? '' };
  }
  const number = /^(\d{1,9})[.)](?:\s+(.*))?$/.exec(line);
  return number
    ? { ordered: true, start: Number(number[1]), checked: null, text: number[2] ?? '' }
    : undefined;
}

/** Adds an item to the list that stands last, or begins a new list. */
export function addItem(
  reader: DialectReader,
  blocks: RootContent[],
  item: ItemLine,
  children: RootContent[],
): void {
  const inline = readInline(reader, cutAttributes(item.text).text);
  const first: RootContent[] = inline.length > 0 ? [{ type: 'paragraph', children: inline }] : [];
  const content = [...first, ...children] as ListItem['children'];
  const listItem: ListItem = {
    type: 'listItem',
    spread: isSpread(content),
    checked: item.checked,
    children: content,
  };
  const last = blocks.at(-1);
  if (last?.type === 'list' && last.ordered === item.ordered) {
    last.children.push(listItem);
    return;
  }
  const list: List = {
    type: 'list',
    ordered: item.ordered,
    start: item.start,
    spread: false,
    children: [listItem],
  };
  blocks.push(list);
}

/** Only lists may follow the text of an item without a blank line between them. */
function isSpread(children: ListItem['children']): boolean {
  return children.slice(1).some((child) => child.type !== 'list');
}
