import { channelOf } from '../release/channel.ts';
import type { Release } from '../release/release.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';

export interface Neighbours {
  previous?: Release;
  next?: Release;
}

/** What came before and after a release in its own product and channel. A release that names no channel is a stable one. */
export function getNeighbours(content: Content, release: Release): Neighbours {
  return allNeighbours(content).get(release.id) ?? {};
}

const allNeighbours = once(({ shipped }: Content) => {
  const neighbours = new Map<string, Neighbours>();
  for (const line of groupBy(shipped, lineOf).values()) {
    line.forEach((release, index) => {
      neighbours.set(release.id, { previous: line[index + 1], next: line[index - 1] });
    });
  }
  return neighbours;
});

function lineOf(release: Release): string {
  return `${release.product}/${channelOf(release)}`;
}
