import type { RootContent, Table, TableRow } from 'mdast';
import { isInsideName } from './labels.ts';
import { withoutInsideLabels } from './read-labels.ts';
import { plainText } from './markdown.ts';
import type { LeftOut } from './readers/input.ts';

/**
 * What readers may see of a section of data that is opted in: neither what its author was told to stay in the plan, nor columns and labels that are
 * for those inside, such as “Owner”.
 */
export function openData(nodes: readonly RootContent[], left: LeftOut): RootContent[] {
  const open = nodes.filter((node) => !left.blocks.has(node));
  return withoutInsideLabels(open).flatMap((node): RootContent[] =>
    node.type === 'table' ? openTable(node, left) : [node],
  );
}

function openTable(table: Table, { columns }: LeftOut): Table[] {
  const [head, ...rows] = table.children as [TableRow, ...TableRow[]];
  const names = head.children.map((cell) => plainText(cell).trim());
  const isOpen = names.map((name) => !columns.has(name) && !isInsideName(name));
  if (!isOpen.includes(true)) return [];
  const children = [head, ...rows].map((row) => ({
    ...row,
    children: row.children.filter((_, column) => isOpen[column]),
  }));
  return [{ ...table, children }];
}
