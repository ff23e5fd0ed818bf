import type { WidgetEntry, WidgetFile } from '../documents/public/widget-json.ts';
import { recallData, remember } from './memory.ts';

/**
 * What a reader has seen, for one product of one site. Ids, not a date: a release that was published late bears an early day and
 * is news nevertheless, and one that was edited or renamed is none.
 */
export interface Marker {
  seen: string[];
  /** Whatever was published until then counts as seen: older releases come into sight when newer ones are taken away. */
  floor: number;
}

/** More than a list ever holds, so that a stale copy of it takes nothing back. */
const MOST_REMEMBERED = 200;

/** The entries for one product, or for all. Between two of them none is left out. */
export function entriesOf(file: WidgetFile, product: string): WidgetEntry[] {
  if (product) return file.entries.filter((entry) => entry.product === product);
  return file.entries.slice(0, file.newest);
}

export function isUnread(entry: WidgetEntry, marker: Marker): boolean {
  return !entry.gone && entry.at > marker.floor && !marker.seen.includes(entry.id);
}

/** The marker after all these entries were seen. It only ever grows. */
export function markSeen(file: WidgetFile, product: string, before?: Marker): Marker {
  const entries = entriesOf(file, product);
  const count = product ? (file.products[product]?.count ?? 0) : file.count;
  // A list that holds everything has nothing older behind it.
  const floor = entries.length < count ? (entries.at(-1)?.at ?? 0) : 0;
  const seen = new Set([...entries.map(({ id }) => id), ...(before?.seen ?? [])]);
  return { seen: [...seen].slice(0, MOST_REMEMBERED), floor: Math.max(floor, before?.floor ?? 0) };
}

/** `undefined` where nothing was kept, or nothing that makes sense: both are a first visit. */
export function readMarker(key: string): Marker | undefined {
  const { seen, floor } = Object(recallData(key)) as Partial<Marker>;
  const isValid = Array.isArray(seen) && seen.every((id) => typeof id === 'string') && Number.isFinite(floor);
  return isValid ? { seen, floor: floor ?? 0 } : undefined;
}

/** Where nothing can be kept, everything stays a first visit: no badge, and no harm. */
export function writeMarker(key: string, marker: Marker): void {
  remember(key, JSON.stringify(marker));
}
