import type { RootContent, Table, TableRow } from 'mdast';
import { isInsideName } from './labels.ts';
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

/** Blocks whose tables are without columns such as “Owner”, and the names of these. */
export function withoutInsideColumns(nodes: readonly RootContent[]): {
  columns: string[];
  rest: RootContent[];
} {
  const columns: string[] = [];
  const isInside = (name: string) => {
    if (isInsideName(name)) columns.push(name);
    return isInsideName(name);
  };
  const rest = nodes.flatMap((node): RootContent[] =>
    node.type === 'table' ? withoutColumns(node, isInside) : [node],
  );
  return { columns, rest };
}
