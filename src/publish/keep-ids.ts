import { createHash } from 'node:crypto';

/**
 * Ids that never change. An anchor, a feed and a comparison hold on to a change by its id, while its author renames it, moves it
 * in the list or rewrites its text. So an id is made once, from what is public at the first publication, and is then found
 * again in the last published record:
 *
 * 1. an id that the author gave, `{#reserve}` at the end of the title, always counts;
 * 2. the same title;
 * 3. the same text under another title: renamed;
 * 4. mostly the same words in title and text: reworded;
 * 5. as many left over on both sides, in the same order, with as many in the same place: rewritten from scratch.
 *
 * What finds nothing is new.
 */
export interface Identified {
  id?: string;
  kind?: string;
  title: string;
  text?: string;
}

/**
 * Gives every item its id. `scope` is the id of the release, so that equal titles of different releases differ. The result depends
 * on nothing but the arguments, which are public texts.
 */
export function keepIds<Item extends Identified>(
  scope: string,
  items: readonly Item[],
  previous: readonly (Identified & { id: string })[],
): (Item & { id: string })[] {
  const given = new Set(items.flatMap((item) => item.id ?? []));
  const ids = new Map<number, string>(items.flatMap((item, index) => (item.id ? [[index, item.id]] : [])));
  const free = previous.filter((old) => !given.has(old.id));
  for (const fits of [sameTitle, sameText]) {
    for (const [index, item] of items.entries()) {
      if (ids.has(index)) continue;
      const at = bestIndex(free, (old) => (fits(item, old) ? (item.kind === old.kind ? 2 : 1) : 0));
      if (at >= 0) take(ids, index, free, at);
    }
  }
  matchReworded(items, ids, free);
  matchLeftOvers(items, ids, free);
  const taken = new Set([...previous.map((old) => old.id), ...ids.values()]);
  return items.map((item, index) => ({ ...item, id: ids.get(index) ?? newId(scope, item, taken) }));
}

const SIMILAR_ENOUGH = 0.5;

function sameTitle(item: Identified, old: Identified): boolean {
  return item.title === old.title;
}

function sameText(item: Identified, old: Identified): boolean {
  return item.text !== undefined && item.text === old.text;
}

/** The closest pair first, so that the order of the list decides nothing but ties. */
function matchReworded(items: readonly Identified[], ids: Map<number, string>, free: Old[]): void {
  if (free.length === 0 || ids.size === items.length) return;
  const oldWords = free.map((old) => ({ old, pairs: countPairs(old) }));
  const pairs = items.flatMap((item, index) => {
    if (ids.has(index)) return [];
    const words = countPairs(item);
    return oldWords.map((each) => ({ index, old: each.old, likeness: likeness(words, each.pairs) }));
  });
  pairs.sort((a, b) => b.likeness - a.likeness || a.index - b.index);
  for (const { index, old, likeness: how } of pairs) {
    const at = free.indexOf(old);
    if (how >= SIMILAR_ENOUGH && at >= 0 && !ids.has(index)) take(ids, index, free, at);
  }
}

/** An item rewritten from scratch stands where it stood, among as many others of its kind. */
function matchLeftOvers(items: readonly Identified[], ids: Map<number, string>, free: Old[]): void {
  for (const kind of new Set(free.map((old) => old.kind))) {
    const left = items.flatMap((item, index) => (!ids.has(index) && item.kind === kind ? [index] : []));
    const olds = free.filter((old) => old.kind === kind);
    if (left.length !== olds.length) continue;
    for (const [place, index] of left.entries()) take(ids, index, free, free.indexOf(olds[place] as Old));
  }
}

type Old = Identified & { id: string };

function take(ids: Map<number, string>, index: number, free: Old[], at: number): void {
  const [old] = free.splice(at, 1);
  if (old) ids.set(index, old.id);
}

function bestIndex<Value>(values: readonly Value[], score: (value: Value) => number): number {
  let best = { at: -1, score: 0 };
  for (const [at, value] of values.entries()) {
    const how = score(value);
    if (how > best.score) best = { at, score: how };
  }
  return best.at;
}

/** Sørensen–Dice over pairs of letters: 1 is the same, 0 has nothing in common. Less than is similar enough may count as nothing. */
function likeness(a: LetterPairs, b: LetterPairs): number {
  const most = (2 * Math.min(a.total, b.total)) / (a.total + b.total);
  if (!(most >= SIMILAR_ENOUGH)) return 0;
  let shared = 0;
  for (const [pair, count] of b.counts) shared += Math.min(count, a.counts.get(pair) ?? 0);
  return (2 * shared) / (a.total + b.total);
}

interface LetterPairs {
  total: number;
  counts: Map<string, number>;
}

function countPairs(item: Identified): LetterPairs {
  const text = `${item.title} ${item.text ?? ''}`.toLowerCase().slice(0, 2_000);
  const total = Math.max(0, text.length - 1);
  const counts = new Map<string, number>();
  for (let at = 0; at < total; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { total, counts };
}

/** Eight letters and digits, from the SHA-256 of what was public when the item was first published. */
function newId(scope: string, item: Identified, taken: Set<string>): string {
  for (let turn = 0; ; turn++) {
    const hash = createHash('sha256').update(JSON.stringify([scope, item.kind ?? '', item.title, turn]));
    const id = `c-${BigInt(`0x${hash.digest('hex').slice(0, 12)}`)
      .toString(36)
      .padStart(8, '0')
      .slice(-8)}`;
    if (!taken.has(id)) {
      taken.add(id);
      return id;
    }
  }
}
