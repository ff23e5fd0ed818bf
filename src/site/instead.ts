import type { Release } from '../release/release.ts';
import type { Content } from './content.ts';
import { getNeighbours } from './neighbours.ts';

/**
 * Where readers of a release that was taken back or is at its end should go: to the next release of its product that stands,
 * else to the one before it.
 */
export function getInstead(content: Content, release: Release): Release | undefined {
  if (!over.has(release.status)) return undefined;
  return walk(content, release, 'next') ?? walk(content, release, 'previous');
}

const over = new Set<Release['status']>(['yanked', 'rolled back', 'end of life']);

function walk(content: Content, from: Release, direction: 'previous' | 'next'): Release | undefined {
  let release = getNeighbours(content, from)[direction];
  while (release && over.has(release.status)) release = getNeighbours(content, release)[direction];
  return release;
}
