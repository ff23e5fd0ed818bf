import type { RootContent } from 'mdast';
import { withoutColumns } from './columns.ts';
import { isInsideName } from './labels.ts';
import { withoutInsideLabels } from './read-labels.ts';
import type { LeftOut } from './readers/input.ts';

/**
 * What readers may see of a section of data that is opted in: neither what its author was told to stay in the plan, nor columns and labels that are
 * for those inside, such as “Owner”.
 */
export function openData(nodes: readonly RootContent[], left: LeftOut): RootContent[] {
  const open = nodes.filter((node) => !left.blocks.has(node));
  const isInside = (name: string) => left.columns.has(name) || isInsideName(name);
  return withoutInsideLabels(open).flatMap((node): RootContent[] =>
    node.type === 'table' ? withoutColumns(node, isInside) : [node],
  );
}
