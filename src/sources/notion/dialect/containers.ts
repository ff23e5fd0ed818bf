import type { Blockquote, Html, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { findLookAlike, findMisspelt } from '../../../plan/headings.ts';
import { beginsInternal, isInternalTitle } from '../../../plan/internal-mark.ts';
import { plainText } from '../../../plan/markdown.ts';
import { type Frame, renderFrameEnd, renderFrameStart } from '../../../release/frames.ts';
import { alertOf } from './callouts.ts';
import { complain, type DialectReader } from './context.ts';
import { type Cursor, peek, tagOf, takeUntilClosing } from './cursor.ts';
import { readInline } from './inline.ts';
import { readTable } from './table.ts';
import type { Tag } from './tags.ts';

/** Reads the blocks up to the closing tag of a container. */
export type ReadInside = (tag: string, depth: number) => RootContent[];

/**
 * What a tag with blocks inside becomes: toggles, tabs and columns what they are in a plan of Markdown, a callout an alert, a synced block its content.
 * Each holds what stands in it, so that a note which is marked as internal can be taken out with everything under it.
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
      return toggle(readSummary(reader, cursor, depth), inside('details', depth));
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
      return around({ name: tag.name }, inside(tag.name, depth));
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

/**
 * A heading that opens and closes is a heading, unless it is marked as internal: then it goes with everything under it. What stands under an internal
 * section stays in it, whatever its headings say.
 */
export function readToggleHeading(
  heading: RootContent & { type: 'heading' },
  children: RootContent[],
): RootContent[] {
  const text = plainText(heading);
  if (isInternalTitle(text)) return toggle(heading.children, children);
  const isClosed = findLookAlike(text) !== undefined || findMisspelt(text) !== undefined;
  return [heading, ...(isClosed ? toggle([], children) : children)];
}

export function callout(icon: string, children: RootContent[]): RootContent[] {
  if (children.length === 0) return [];
  // What is marked as internal must not hide behind another word.
  const isInternal = beginsInternal(plainText(children));
  const isLocked = /[🔒🔐🔏]|(?:^|[/_-])lock(?:[_.-]|$)/u.test(icon);
  const mark = isLocked ? '🔒 ' : isInternal ? '' : `[!${alertOf(icon)}]\n`;
  return [{ type: 'blockquote', children: prefix(mark, children) } as Blockquote];
}

function readSummary(reader: DialectReader, cursor: Cursor, depth: number): PhrasingContent[] {
  while (peek(cursor)?.text === '') cursor.index++;
  const tag = tagOf(peek(cursor));
  if (tag?.name !== 'summary' || tag.kind !== 'open') return [];
  cursor.index++;
  const text = takeUntilClosing(cursor, 'summary', depth)
    .map((line) => line.text)
    .join('<br>');
  return readInline(reader, text.replace(/^#{1,6}\s+/, ''));
}

/** A title is words and code; a note in it that nobody outside may see stands below it. */
function toggle(line: readonly PhrasingContent[], children: RootContent[]): RootContent[] {
  const notes = line.filter((node): node is Html => node.type === 'html' && node.value.startsWith('<!--'));
  const title = line
    .filter((node) => node.type !== 'html')
    .map((node) => ({ text: plainText(node), isCode: node.type === 'inlineCode' }));
  const content = [...notes, ...children];
  return title.length + content.length > 0 ? around({ name: 'details', title }, content) : [];
}

function around(frame: Frame, children: RootContent[]): RootContent[] {
  return [html(renderFrameStart(frame)), ...children, html(renderFrameEnd(frame))];
}

function html(value: string): Html {
  return { type: 'html', value };
}

/** A tab reads as a toggle; its label is its first paragraph. */
function labelled(children: RootContent[]): RootContent[] {
  const [first, ...rest] = children;
  return first?.type === 'paragraph' ? toggle(first.children, rest) : toggle([], children);
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
