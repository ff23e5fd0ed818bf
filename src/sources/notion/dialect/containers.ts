import type { Blockquote, Paragraph, RootContent } from 'mdast';
import { beginsInternal } from '../../../plan/internal-mark.ts';
import { plainText } from '../../../plan/markdown.ts';
import { complain, type DialectReader } from './context.ts';
import { type Cursor, peek, tagOf, takeUntilClosing } from './cursor.ts';
import { readInline } from './inline.ts';
import { readTable } from './table.ts';
import type { Tag } from './tags.ts';

/** Reads the blocks up to the closing tag of a container. */
export type ReadInside = (tag: string, depth: number) => RootContent[];

/**
 * What a tag with blocks inside becomes. Toggles, callouts and tabs stay recognisable as quotes, so that a note which is marked as
 * internal can be taken out with everything under it; columns and synced blocks are their content.
 */
export function readContainer(
  reader: DialectReader,
  cursor: Cursor,
  tag: Tag,
  depth: number,
  inside: ReadInside,
): RootContent[] {
  switch (tag.name) {
    case 'table': {
      const table = readTable(
        reader,
        takeUntilClosing(cursor, 'table', depth).map((line) => line.text),
      );
      return table ? [table] : [];
    }
    case 'details': {
      const title = readSummary(reader, cursor, depth);
      return toggle(title, inside('details', depth));
    }
    case 'tab':
      return labelled(inside('tab', depth));
    case 'callout':
      return callout(tag.attributes.get('icon') ?? '', inside('callout', depth));
    case 'meeting-notes':
    case 'summary':
    case 'notes':
    case 'transcript':
      return internal(inside(tag.name, depth));
    case 'columns':
    case 'column':
    case 'tabs':
    case 'synced_block':
    case 'synced_block_reference':
      return inside(tag.name, depth);
    default:
      complain(
        reader,
        `Unexpected <${tag.name}>, expected a block that Slipway knows`,
        'Its text is kept. If readers miss something there, write it as plain text or a list.',
      );
      return inside(tag.name, depth);
  }
}

/** A heading that opens and closes is a heading, unless it is marked as internal: then it goes with everything under it. */
export function readToggleHeading(
  heading: RootContent & { type: 'heading' },
  children: RootContent[],
): RootContent[] {
  const title: Paragraph = { type: 'paragraph', children: heading.children };
  return beginsInternal(plainText(title)) ? toggle([title], children) : [heading, ...children];
}

export function callout(icon: string, children: RootContent[]): RootContent[] {
  if (children.length === 0) return [];
  const isLocked = /[🔒🔐🔏]|(?:^|[/_-])lock(?:[_.-]|$)/u.test(icon);
  const marked = isLocked ? prefix('🔒 ', children) : children;
  return [{ type: 'blockquote', data: { slipway: 'callout', icon }, children: marked } as Blockquote];
}

function readSummary(reader: DialectReader, cursor: Cursor, depth: number): Paragraph[] {
  while (peek(cursor)?.text === '') cursor.index++;
  const tag = tagOf(peek(cursor));
  if (tag?.name !== 'summary' || tag.kind !== 'open') return [];
  cursor.index++;
  const text = takeUntilClosing(cursor, 'summary', depth)
    .map((line) => line.text)
    .join('<br>');
  const children = readInline(reader, text.replace(/^#{1,6}\s+/, ''));
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

function toggle(title: Paragraph[], children: RootContent[]): RootContent[] {
  if (title.length + children.length === 0) return [];
  return [
    { type: 'blockquote', data: { slipway: 'toggle' }, children: [...title, ...children] } as Blockquote,
  ];
}

/** A tab reads as a toggle; its label is its first paragraph. */
function labelled(children: RootContent[]): RootContent[] {
  const [first, ...rest] = children;
  return first?.type === 'paragraph' ? toggle([first], rest) : toggle([], children);
}

/** What was said in a meeting never leaves the house. */
function internal(children: RootContent[]): RootContent[] {
  const mark: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'Internal' }] };
  return children.length > 0 ? [{ type: 'blockquote', children: [mark, ...children] } as Blockquote] : [];
}

function prefix(mark: string, children: RootContent[]): RootContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') {
    return [{ type: 'paragraph', children: [{ type: 'text', value: mark.trim() }] }, ...children];
  }
  const [text, ...others] = first.children;
  const start =
    text?.type === 'text' ? { ...text, value: mark + text.value } : { type: 'text' as const, value: mark };
  return [{ ...first, children: [start, ...(text?.type === 'text' ? others : first.children)] }, ...rest];
}
