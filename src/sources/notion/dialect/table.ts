import type { Table, TableRow } from 'mdast';
import type { DialectReader } from './context.ts';
import { readInline } from './inline.ts';
import { readTag } from './tags.ts';

/** The lines between `<table>` and `</table>`. The first row is the head: Markdown has no table without one. */
export function readTable(reader: DialectReader, lines: readonly string[]): Table | undefined {
  return tableOf(readCells(lines.join('\n')).map((cells) => readRow(reader, cells)));
}

/** A table in pipes. */
export function readPipeTable(reader: DialectReader, lines: readonly string[]): Table | undefined {
  const rows = lines.filter((_, index) => index !== 1).map((line) => readRow(reader, splitPipes(line)));
  const table = tableOf(rows);
  const aligns = splitPipes(lines[1] ?? '').map(alignOf);
  return table && { ...table, align: table.align?.map((_, index) => aligns[index] ?? null) };
}

/** The line below the head of a table in pipes. */
export function isDelimiterRow(line: string | undefined): boolean {
  return line !== undefined && line.includes('|') && /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(line);
}

function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let cell: string | undefined;
  for (let index = 0; index < text.length;) {
    const tag = text[index] === '<' ? readTag(text, index) : undefined;
    const isRow = tag?.name === 'tr';
    const isCell = tag?.name === 'td' || tag?.name === 'th';
    if (cell === undefined && text.startsWith('<!--', index)) {
      // A note between two rows; whoever publishes would remove it.
      const end = text.indexOf('-->', index);
      index = end === -1 ? text.length : end + 3;
    } else if (text[index] === '\\' && cell !== undefined) {
      cell += text.slice(index, index + 2);
      index += 2;
    } else if (tag && (isRow || isCell || TABLE_PARTS.has(tag.name))) {
      if (cell !== undefined) rows.at(-1)?.push(cell);
      cell = undefined;
      if (isRow && tag.kind === 'open') rows.push([]);
      if (isCell && tag.kind !== 'close') {
        if (rows.length === 0) rows.push([]);
        cell = '';
      }
      index += tag.text.length;
    } else {
      const char = text[index] ?? '';
      // Text between cells belongs to the row as well: nothing is lost.
      if (cell === undefined && char.trim() !== '') {
        if (rows.length === 0) rows.push([]);
        cell = '';
      }
      if (cell !== undefined) cell += char;
      index++;
    }
  }
  if (cell !== undefined) rows.at(-1)?.push(cell);
  return rows.filter((row) => row.length > 0);
}

const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'colgroup', 'col']);

function readRow(reader: DialectReader, cells: readonly string[]): TableRow {
  const inCell = reader.inCell;
  reader.inCell = true;
  const children = cells.map((cell) => ({
    type: 'tableCell' as const,
    children: readInline(reader, cell.trim().replace(/\s*\n\s*/g, ' ')),
  }));
  reader.inCell = inCell;
  return { type: 'tableRow', children };
}

function tableOf(rows: TableRow[]): Table | undefined {
  const width = Math.max(0, ...rows.map((row) => row.children.length));
  if (width === 0) return undefined;
  for (const row of rows) {
    while (row.children.length < width) row.children.push({ type: 'tableCell', children: [] });
  }
  return { type: 'table', align: Array.from({ length: width }, () => null), children: rows };
}

function splitPipes(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function alignOf(cell: string): 'left' | 'right' | 'center' | null {
  if (/^:-+:$/.test(cell)) return 'center';
  if (/^-+:$/.test(cell)) return 'right';
  return /^:-+$/.test(cell) ? 'left' : null;
}
