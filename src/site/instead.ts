import type { Release } from '../release/release.ts';
import type { Content } from './content.ts';
import { getNeighbours } from './neighbours.ts';
import { getReleaseIndex } from './release-index.ts';

/**
 * Where readers of a release should go: of one that was taken back, to the next release of its product that stands, else to the one
 * before it; of one at its end, to the newest, for the next may be near its own end.
 */
export function getInstead(content: Content, release: Release): Release | undefined {
  if (!isOver(release)) return undefined;
  if (release.status === 'end of life') return newest(content, release);
  return walk(content, release, 'next') ?? walk(content, release, 'previous');
}

/** True for a release that nobody should use any more. */
export function isOver({ status }: Pick<Release, 'status'>): boolean {
  return over.has(status);
}

const over = new Set<Release['status']>(['yanked', 'rolled back', 'end of life']);

function newest(content: Content, { product }: Release): Release | undefined {
  const latest = getReleaseIndex(content).find((each) => each.product === product)?.latest;
  return latest && !isOver(latest) ? latest : undefined;
}

function walk(content: Content, from: Release, direction: 'previous' | 'next'): Release | undefined {
  let release = getNeighbours(content, from)[direction];
  while (release && isOver(release)) release = getNeighbours(content, release)[direction];
  return release;
}
