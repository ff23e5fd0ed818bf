import type { Table, TableRow } from 'mdast';
import { plainText } from './markdown.ts';

/** A table without some of its columns; none where all of them are such. */
export function withoutColumns(table: Table, isInside: (name: string) => boolean): Table[] {
  const [head] = table.children as [TableRow, ...TableRow[]];
  const isOpen = head.children.map((cell) => !isInside(plainText(cell).trim()));
  if (!isOpen.includes(true)) return [];
  if (!isOpen.includes(false)) return [table];
  const children = table.children.map((row) => ({
    ...row,
    children: row.children.filter((_, column) => isOpen[column]),
  }));
  return [{ ...table, children }];
}
