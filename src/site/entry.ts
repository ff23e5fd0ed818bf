import { groupChanges } from '../release/order.ts';
import type { Release } from '../release/release.ts';
import type { Entry } from './changelog.ts';

type Groups = ReturnType<typeof groupChanges>;

/** An entry with the changes that it shows. */
export function withGroups({ release, kind }: Entry): { release: Release; groups: Groups } {
  const groups = groupChanges(release.changes ?? []);
  return { release, groups: kind ? groups.filter(({ group }) => group === kind) : groups };
}

/** Titles of changes that an entry of the changelog has room for; its own page tells the rest. */
const ROOM = 10;

/** A group as an entry shows it: `of` how many, where it does not show them all. */
export type CutGroup = Groups[number] & { of: number | undefined };

/** Cuts the changes of an entry to what a reader takes in at once, and tells how many are left out. Each group keeps one. */
export function cutEntry(groups: Groups, space = ROOM): { shown: CutGroup[]; hidden: number } {
  const total = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  let room = total <= space + 2 ? total : space;
  const shown = groups.map(({ group, changes }, index) => {
    const others = groups.length - index - 1;
    const kept = changes.slice(0, Math.max(1, room - others));
    room -= kept.length;
    return { group, changes: kept, of: kept.length < changes.length ? changes.length : undefined };
  });
  return { shown, hidden: total - shown.reduce((sum, { changes }) => sum + changes.length, 0) };
}
