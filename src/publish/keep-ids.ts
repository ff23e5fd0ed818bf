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
  previous: readonly Old[] | undefined,
): (Item & { id: string })[] {
  const given = new Set(items.map((item) => item.id));
  const ids = new Map<number, string>(items.flatMap((item, index) => (item.id ? [[index, item.id]] : [])));
  const free = new Set(previous?.filter((old) => !given.has(old.id)));
  for (const fits of [sameTitle, sameText]) {
    matchBy((item, old) => fits(item, old) && item.kind === old.kind, items, ids, free);
    matchBy(fits, items, ids, free);
  }
  matchReworded(items, ids, free);
  matchLeftOvers(items, ids, free);
  const taken = new Set(ids.values());
  previous?.forEach((old) => taken.add(old.id));
  return items.map((item, index) => ({ ...item, id: ids.get(index) ?? newId(scope, item, taken) }));
}

const SIMILAR_ENOUGH = 0.5;

function matchBy(
  fits: (item: Identified, old: Identified) => boolean,
  items: readonly Identified[],
  ids: Map<number, string>,
  free: Set<Old>,
): void {
  for (const [index, item] of items.entries()) {
    const old = [...free].find((each) => fits(item, each));
    take(ids, index, free, old);
  }
}

function sameTitle(item: Identified, old: Identified): boolean {
  return item.title === old.title;
}

function sameText(item: Identified, old: Identified): boolean {
  return item.text !== undefined && item.text === old.text;
}

/** The closest pair first, so that the order of the list decides nothing but ties. */
function matchReworded(items: readonly Identified[], ids: Map<number, string>, free: Set<Old>): void {
  // Stryker disable next-line ConditionalExpression: saves time only.
  if (free.size === 0) return;
  const olds = [...free].map((old) => ({ old, pairs: countPairs(old) }));
  // Stryker disable next-line MethodExpression: saves time only, as no item gets a second id.
  const left = [...items.entries()].filter(([index]) => !ids.has(index));
  const matches = left.flatMap(([index, item]) => {
    const pairs = countPairs(item);
    return olds.map((each) => ({ index, old: each.old, likeness: likeness(pairs, each.pairs) }));
  });
  const close = matches.filter((match) => match.likeness >= SIMILAR_ENOUGH);
  for (const { index, old } of close.sort((a, b) => b.likeness - a.likeness)) take(ids, index, free, old);
}

/** An item rewritten from scratch stands where it stood, among as many others of its kind. */
function matchLeftOvers(items: readonly Identified[], ids: Map<number, string>, free: Set<Old>): void {
  for (const [kind, olds] of Map.groupBy(free, (old) => old.kind)) {
    const left = items.flatMap((item, index) => (!ids.has(index) && item.kind === kind ? [index] : []));
    if (left.length === olds.length) left.forEach((index, place) => take(ids, index, free, olds[place]));
  }
}

type Old = Identified & { id: string };

/** Each item has one id, and each id one item. */
function take(ids: Map<number, string>, index: number, free: Set<Old>, old: Old | undefined): void {
  if (old && !ids.has(index) && free.delete(old)) ids.set(index, old.id);
}

/** Sørensen–Dice over pairs of letters: 1 is the same, 0 has nothing in common. Less than is similar enough may count as nothing. */
function likeness(a: LetterPairs, b: LetterPairs): number {
  // Stryker disable next-line ConditionalExpression,EqualityOperator,MethodExpression,ArithmeticOperator: saves time only, as no more can be shared.
  if (2 * Math.min(a.total, b.total) < SIMILAR_ENOUGH * (a.total + b.total)) return 0;
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
  const counts = new Map<string, number>();
  for (let at = 1; at < text.length; at++) {
    const pair = text.slice(at - 1, at + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { total: text.length - 1, counts };
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
