import type { Change, Release } from '../../src/release/release.ts';
import { release } from './fixture.ts';

const VERBS =
  'shows hides keeps loses sends asks prints reads copies finds counts sorts opens closes moves waits warns'.split(
    ' ',
  );
const NOUNS =
  'map list page button code price ride pass badge filter table export login session token card route report scanner receipt column header window theme dialog field label server client cache worker queue record backup calendar printer address payment refund voucher discount statement chart query index driver session gateway wallet region country language'.split(
    ' ',
  );
const ADJECTIVES =
  'new old long short wrong right late early slow fast shared private hidden empty broken large small second first last weekly daily monthly nested signed stale local remote public'.split(
    ' ',
  );
const ENDS = [
  'on tablets',
  'after a restart',
  'in dark mode',
  'for guests',
  'with two accounts',
  'at midnight',
  'when offline',
  'in Safari',
  'behind a proxy',
  'for large orders',
  'without a name',
  '',
];

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

/** Mulberry32, public domain. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
