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
  const now = itemsOf(next);
  const isFirst = previous.releases.length + previous.initiatives.length === 0;
  const fresh = isFirst ? [] : compareItems(itemsOf(previous), now).map((change) => ({ day, ...change }));
  const known = (previous.roadmapChanges ?? []).filter(({ id }) => now.has(id));
  return refresh([...known, ...fresh], now);
}

type Item = Release | Initiative;

function itemsOf({ releases, initiatives }: Plan): Map<string, Item> {
  return new Map([...initiatives, ...releases].map((item) => [item.id, item]));
}

function compareItems(before: Map<string, Item>, now: Map<string, Item>): Omit<RoadmapChange, 'day'>[] {
  return [...now.values()].toSorted(byId).flatMap((item) => compareItem(before.get(item.id), item));
}

function compareItem(last: Item | undefined, item: Item): Omit<RoadmapChange, 'day'>[] {
  const base = { id: item.id, title: item.title };
  const [was, is] = [last && stateOf(last), stateOf(item)];
  const { horizon } = item;
  const reason = reasonOf(item);
  if (is === 'planned' && was !== 'planned')
    return [{ ...base, what: 'added', ...(horizon && { to: horizon }) }];
  if (was !== 'planned' || !last) return [];
  if (is === 'shipped') return [{ ...base, what: 'shipped' }];
  if (is === 'dropped') return [{ ...base, what: 'dropped', ...(reason && { reason }) }];
  const from = last.horizon;
  const moves = from && horizon && from !== horizon ? { from, to: horizon } : undefined;
  if (isLater(last, item)) return [{ ...base, what: 'delayed', ...moves, ...(reason && { reason }) }];
  return moves ? [{ ...base, what: 'moved', ...moves }] : [];
}

/** An initiative is planned until it is given up: its releases ship. */
function stateOf(item: Item): 'planned' | 'shipped' | 'dropped' | 'unknown' {
  if (!('status' in item)) return item.dropped ? 'dropped' : 'planned';
  if (isUpcoming(item.status)) return 'planned';
  if (isShipped(item.status)) return 'shipped';
  return item.status === 'cancelled' ? 'dropped' : 'unknown';
}

function reasonOf(item: Item): string | undefined {
  return 'status' in item ? item.reason : item.dropped;
}

/** It is said to be delayed, or is expected later than it was. */
function isLater(last: Item, item: Item): boolean {
  if (!('status' in last) || !('status' in item)) return false;
  if (item.status === 'delayed' && last.status !== 'delayed') return true;
  const [was, is] = [last.expected, item.expected];
  return was !== undefined && is !== undefined && lastDayOf(is) > lastDayOf(was);
}

function refresh(changes: readonly RoadmapChange[], now: Map<string, Item>): RoadmapChange[] {
  const newest = new Map(changes.map((change, index) => [change.id, index]));
  return changes.map(({ reason, ...change }, index) => {
    const item = now.get(change.id);
    const given = item && reasonOf(item);
    const isCurrent =
      newest.get(change.id) === index && (change.what === 'delayed' || change.what === 'dropped');
    const told = isCurrent ? given : reason;
    return { ...change, title: item?.title ?? change.title, ...(told && { reason: told }) };
  });
}
