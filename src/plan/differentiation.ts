import type { RootContent } from 'mdast';
import { labelNames } from './labels.ts';
import { readLabels } from './read-labels.ts';

/** What sets the product apart from others' is internal wherever it is said. */
export function withoutDifferentiation(nodes: RootContent[]): RootContent[] {
  return readDifferentiation(nodes).rest;
}

/** The same, and what was taken out. */
export function readDifferentiation(nodes: RootContent[]): ReturnType<typeof readLabels> {
  return readLabels(nodes, differentiation);
}

const differentiation = labelNames({
  differentiation: ['differentiator', 'differentiators', 'competitors'],
});
