import type { RootContent } from 'mdast';
import { withoutColumns } from './columns.ts';
import { isInsideName, type Label, labelNames } from './labels.ts';
import { readLabels } from './read-labels.ts';

interface Prose {
  labels: Label[];
  /** Names of columns that were taken out. */
  columns: string[];
  rest: RootContent[];
}

/** What sets the product apart from others' is internal wherever it is said, and so are labels and columns such as “Owner”. */
export function withoutDifferentiation(nodes: RootContent[]): RootContent[] {
  return readDifferentiation(nodes).rest;
}

/** The same, and what was taken out. */
export function readDifferentiation(nodes: RootContent[]): Prose {
  const { labels, rest } = readLabels(nodes, differentiation);
  const columns: string[] = [];
  const isInside = (name: string) => {
    if (isInsideName(name)) columns.push(name);
    return isInsideName(name);
  };
  const open = rest.flatMap((node): RootContent[] =>
    node.type === 'table' ? withoutColumns(node, isInside) : [node],
  );
  return { labels, columns, rest: open };
}

const differentiation = labelNames({
  differentiation: ['differentiator', 'differentiators', 'competitors'],
});
