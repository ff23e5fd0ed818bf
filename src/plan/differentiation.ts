import type { RootContent } from 'mdast';
import { withoutInsideColumns } from './columns.ts';
import { type Label, labelNames } from './labels.ts';
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
  return { labels, ...withoutInsideColumns(rest) };
}

const differentiation = labelNames({
  differentiation: ['differentiator', 'differentiators', 'competitors'],
});
