import { lastDayOf } from '../release/date.ts';
import type { RoadmapChange } from '../release/plan-history.ts';
import type { Initiative, Release } from '../release/release.ts';
import { isShipped, isUpcoming } from '../release/vocabulary.ts';
import { byId } from './by-id.ts';
import type { Records } from './publish.ts';

type Plan = Pick<Records, 'releases' | 'initiatives' | 'roadmapChanges'>;

/**
 * The history of the roadmap, with what changed since the last publication at its end. It is made of public records alone.
 *
 * A first publication is no change of anything. A record that is taken back takes its history with it, and so does a word: titles are
 * always those of today, and so is the reason while it is given.
 *
 * @param day the day of this publication, in the site's time zone
 */
export function collectRoadmapChanges(previous: Plan, next: Plan, day: string): RoadmapChange[] {
  const [before, now] = [itemsOf(previous), itemsOf(next)];
  if (before.size === 0) return [];
  const known = previous.roadmapChanges?.flatMap((change) => {
    const item = now.get(change.id);
    return item ? { change, item } : [];
  });
  const fresh = [...now.values()].sort(byId).flatMap((item) => {
    const change = compareItem(before.get(item.id), item);
    return change ? { change: { day, ...change }, item } : [];
  });
  return refresh([...(known ?? []), ...fresh]);
}

type Item = Pick<Initiative, 'id' | 'title' | 'dropped'> &
  Partial<Pick<Release, 'horizon' | 'status' | 'expected' | 'reason'>>;

function itemsOf({ releases, initiatives }: Plan): Map<string, Item> {
  return new Map([...initiatives, ...releases].map((item: Item) => [item.id, item]));
}

/** Without its reason: that is the one of today. */
function compareItem(last: Item | undefined, item: Item): Omit<RoadmapChange, 'day'> | undefined {
  const base = { id: item.id, title: item.title };
  const is = stateOf(item);
  const { horizon } = item;
  if (!last || stateOf(last) !== 'planned')
    return is === 'planned' ? { ...base, what: 'added', ...(horizon && { to: horizon }) } : undefined;
  if (is === 'shipped' || is === 'dropped') return { ...base, what: is };
  const from = last.horizon;
  const moves = from && horizon && from !== horizon ? { from, to: horizon } : undefined;
  if (isLater(last, item)) return { ...base, what: 'delayed', ...moves };
  return moves && { ...base, what: 'moved', ...moves };
}

/** An initiative is planned until it is given up: its releases ship. */
function stateOf({ status, dropped }: Item): 'planned' | 'shipped' | 'dropped' | undefined {
  if (!status) return dropped ? 'dropped' : 'planned';
  if (isUpcoming(status)) return 'planned';
  if (isShipped(status)) return 'shipped';
  return status === 'cancelled' ? 'dropped' : undefined;
}

/** It is said to be delayed, or is expected later than it was. */
function isLater(last: Item, item: Item): boolean {
  if (item.status === 'delayed' && last.status !== 'delayed') return true;
  const [was, is] = [last.expected, item.expected];
  return was !== undefined && is !== undefined && lastDayOf(is) > lastDayOf(was);
}

/** In the words of today: titles, and the reasons for what is late or given up now. */
function refresh(all: readonly { change: RoadmapChange; item: Item }[]): RoadmapChange[] {
  const newest = new Map(all.map(({ change }, index) => [change.id, index]));
  return all.map(({ change: { reason, ...change }, item }, index) => {
    const isCurrent =
      newest.get(change.id) === index && (change.what === 'delayed' || change.what === 'dropped');
    const told = isCurrent ? (item.reason ?? item.dropped) : reason;
    return { ...change, title: item.title, ...(told && { reason: told }) };
  });
}
