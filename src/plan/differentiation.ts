import type { RootContent } from 'mdast';
import { labelNames, readLabels } from './labels.ts';

/** What sets the product apart from others' is internal wherever it is said. */
export function withoutDifferentiation(nodes: RootContent[]): RootContent[] {
  return readLabels(nodes, differentiation).rest;
}

const differentiation = labelNames({
  differentiation: ['differentiator', 'differentiators', 'competitors'],
});
