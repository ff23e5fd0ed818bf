import type { Code, Heading, RootContent } from 'mdast';
import { cutAttributes } from './attributes.ts';
import { callout, readContainer, readToggleHeading } from './containers.ts';
import { complain, type DialectReader } from './context.ts';
import { type Cursor, peek, tagOf } from './cursor.ts';
import { readInline } from './inline.ts';
import { type Line, MAX_DEPTH } from './lines.ts';
import { addItem, readItemLine } from './lists.ts';
import { findId } from './references.ts';
import { isDelimiterRow, readPipeTable } from './table.ts';
import { readAttributes } from './tags.ts';
import { GAP } from '../plan-file.ts';

/** How far a run of blocks reaches: it ends above a line of less depth, and above what closes its container. */
interface Reach {
  depth: number;
  /** Names of open tags, and `:::` for fences of colons. */
  open: readonly string[];
}

export function readBlocks(reader: DialectReader, cursor: Cursor, reach: Reach): RootContent[] {
  const blocks: RootContent[] = [];
  let separated = false;
  for (let line = peek(cursor); line; line = peek(cursor)) {
    reader.line = line.number;
    if (line.text === '' && !line.literal) {
      cursor.index++;
      continue;
    }
    if (line.depth < reach.depth || closes(line, reach)) break;
    cursor.index++;
    const before = separated ? [] : blocks;
    const made = readBlock(reader, cursor, line, reach, before);
    if (made !== before) blocks.push(...made);
    separated = /^<empty-block\s*\/?>(?:<\/empty-block>)?$/.test(line.text);
  }
  return blocks;
}

function closes(line: Line, reach: Reach): boolean {
  if (/^:{3,}$/.test(line.text)) return reach.open.includes(':::');
  const tag = tagOf(line);
  return tag?.kind === 'close' && reach.open.includes(tag.name);
}

/** The blocks that begin with this line; `before` itself where the line went on with the list that stood last. */
function readBlock(
  reader: DialectReader,
  cursor: Cursor,
  line: Line,
  reach: Reach,
  before: RootContent[],
): RootContent[] {
  const { text, depth } = line;
  const under = (): RootContent[] => readBlocks(reader, cursor, { depth: depth + 1, open: reach.open });
  const fence = /^(`{3,}|~{3,})([^`]*)$/.exec(text);
  if (fence) return [readCode(cursor, depth, fence[2] ?? '')];
  if (text.startsWith('$$')) return [readFormula(cursor, text)];
  if (/^(?:---+|\*\*\*+|___+)$/.test(text)) return [{ type: 'thematicBreak' }];
  const heading = /^(#{1,6})(?:\s+(.*))?$/.exec(text);
  if (heading) return readHeading(reader, heading[1]?.length ?? 1, heading[2] ?? '', under());
  const quote = /^>\s?(.*)$/.exec(text);
  if (quote) return readQuote(reader, quote[1] ?? '', under());
  const item = readItemLine(text);
  if (item) {
    const into = before.at(-1)?.type === 'list' ? before : [];
    addItem(reader, into, item, under());
    return into;
  }
  if (/(?<!\\)\|/.test(text) && isDelimiterRow(peek(cursor)?.text)) return readPipes(reader, cursor, text);
  const colons = /^:{3,}\s*(\w[\w-]*)\s*(?:\{(.*)\})?$/.exec(text);
  if (colons) return readColons(reader, cursor, colons[1] ?? '', colons[2] ?? '', reach);
  const tag = tagOf(line);
  const part =
    tag?.name === 'unknown'
      ? reader.context.unknown?.get(findId(tag.attributes.get('url') ?? '', 'block') ?? '')
      : undefined;
  if (part?.kind === 'blocks') return part.nodes;
  if (part?.kind === 'missing') return missing(reader);
  if (
    tag?.kind === 'open' &&
    reach.open.length < MAX_DEPTH &&
    (cursor.lastClosing.get(tag.name) ?? 0) >= cursor.index
  ) {
    return readContainer(reader, cursor, tag, depth, (name, inner) =>
      readInside(reader, cursor, name, inner, reach),
    );
  }
  return [...paragraph(reader, text), ...under()];
}

function readInside(
  reader: DialectReader,
  cursor: Cursor,
  name: string,
  depth: number,
  reach: Reach,
): RootContent[] {
  const children = readBlocks(reader, cursor, { depth, open: [...reach.open, name] });
  const next = peek(cursor);
  const closed = next && (name === ':::' ? /^:{3,}$/.test(next.text) : tagOf(next)?.name === name);
  if (closed) cursor.index++;
  return children;
}

function readCode(cursor: Cursor, depth: number, info: string): Code {
  const lines: string[] = [];
  for (let line = peek(cursor); line?.literal; line = peek(cursor)) {
    lines.push(line.text.replace(new RegExp(`^\\t{0,${depth}}`), ''));
    cursor.index++;
  }
  if (/^[`~]{3,}$/.test(peek(cursor)?.text ?? '')) cursor.index++;
  const { text } = cutAttributes(info.trim());
  // Notion calls code without a language “plain text”.
  const [lang = '', ...meta] = /^plain text$/i.test(text) ? [] : text.split(/\s+/);
  return { type: 'code', lang: lang || null, meta: meta.join(' ') || null, value: lines.join('\n') };
}

function readFormula(cursor: Cursor, first: string): Code {
  const formula = (value: string): Code => ({ type: 'code', lang: 'math', meta: null, value });
  const short = /^\$\$(.+)\$\$$/.exec(first)?.[1];
  if (short !== undefined) return formula(short.trim());
  const lines = first.length > 2 ? [first.slice(2)] : [];
  for (let line = peek(cursor); line; line = peek(cursor)) {
    cursor.index++;
    if (line.text.endsWith('$$')) {
      if (line.text.length > 2) lines.push(line.text.slice(0, -2));
      break;
    }
    lines.push(line.text);
  }
  return formula(lines.join('\n'));
}

function readHeading(
  reader: DialectReader,
  depth: number,
  text: string,
  children: RootContent[],
): RootContent[] {
  const { text: title, attributes } = cutAttributes(text);
  const inline = readInline(reader, title);
  const line = inline.map((node) => (node.type === 'break' ? ({ type: 'text', value: ' ' } as const) : node));
  if (line.length === 0) return children;
  const heading: Heading = { type: 'heading', depth: depth as Heading['depth'], children: line };
  const isToggle = attributes.get('toggle') === 'true' || children.length > 0;
  return isToggle ? readToggleHeading(heading, children) : [heading];
}

function readQuote(reader: DialectReader, text: string, children: RootContent[]): RootContent[] {
  // The word of an alert is one only with a line end after it.
  const [, alert, rest] = /^(\\?\[![A-Z]+\\?\])<br>(.+)$/.exec(text) ?? [];
  const first = paragraph(reader, rest ?? text);
  if (alert && first[0]?.type === 'paragraph') {
    const [next, ...others] = first[0].children;
    const word = `${alert.replaceAll('\\', '')}\n`;
    first[0].children =
      next?.type === 'text'
        ? [{ type: 'text', value: word + next.value }, ...others]
        : [{ type: 'text', value: word }, ...first[0].children];
  }
  const content = [...first, ...children];
  return content.length > 0 ? [{ type: 'blockquote', children: content as never }] : [];
}

function readPipes(reader: DialectReader, cursor: Cursor, head: string): RootContent[] {
  const rows = [head];
  for (let line = peek(cursor); line && !line.literal && line.text.includes('|'); line = peek(cursor)) {
    rows.push(line.text);
    cursor.index++;
  }
  const table = readPipeTable(reader, rows);
  return table ? [table] : [];
}

/** `::: callout {icon="💡"}` … `:::`, as callouts were written before July 2026. */
function readColons(
  reader: DialectReader,
  cursor: Cursor,
  name: string,
  attributes: string,
  reach: Reach,
): RootContent[] {
  if (name !== 'callout') {
    complain(reader, `Unexpected ::: ${name}, expected a block that Slipway knows`, 'Its text is kept.');
  }
  const depth = Math.max(reach.depth, 0);
  const children = readInside(reader, cursor, ':::', depth, reach);
  return name === 'callout' ? callout(readAttributes(attributes).get('icon') ?? '', children) : children;
}

/** A gap that nobody takes for the whole page. */
function missing(reader: DialectReader): RootContent[] {
  complain(
    reader,
    'Unexpected gap: a part of the page is not shared with the connection',
    'In Notion, share the page or block that this part comes from with the connection.',
  );
  return [
    { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'text', value: GAP }] }] },
  ];
}

function paragraph(reader: DialectReader, text: string): RootContent[] {
  const children = readInline(reader, cutAttributes(text).text);
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}
