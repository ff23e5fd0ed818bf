import type { Change, Release } from '../../src/release/release.ts';
import { ADJECTIVES, ENDS, NOUNS, VERBS } from '../bench/prose.ts';
import { seeded } from '../bench/random.ts';
import { release } from './fixture.ts';

/**
 * A site of many releases with many changes each, the same every time. Titles are made of words at random, so that they can be packed less well
 * than those that people write.
 */
export function releases(count: number, changesEach: number): Release[] {
  const random = seeded(7);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  let owed = 0;
  return Array.from({ length: count }, (_, index) => {
    owed += changesEach;
    const changes = Array.from({ length: Math.floor(owed) }, (__, place): Change => {
      const title = `The ${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(VERBS)} the ${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(ENDS)}`;
      const kinds = ['added', 'changed', 'fixed', 'fixed', 'fixed', 'security'] as const;
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 'fixed';
      return { id: `c-${index}-${place}`, kind, title: title.trim(), text: `${title.trim()}, as ever.` };
    });
    owed -= changes.length;
    const day = new Date(Date.UTC(2018, 0, 1) + index * 1.8 * 86_400_000).toISOString().slice(0, 10);
    const version = `${1 + Math.floor(index / 100)}.${Math.floor(index / 5) % 20}.${index % 5}`;
    return release(`r-${index}`, { title: `Release ${version}`, version, released: day, changes });
  });
}
