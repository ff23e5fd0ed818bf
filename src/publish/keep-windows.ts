import type { CancelledWindow, MaintenanceWindow, Release } from '../release/release.ts';
import { byId } from './by-id.ts';
import { isTurned } from './keep-dates.ts';

/** A maintenance window as a plan has it, before it is known which one it is. */
export type WrittenWindow = Omit<MaintenanceWindow, 'id' | 'revision'>;

type Windows = Pick<Release, 'maintenance' | 'cancelledMaintenance'>;

/**
 * Gives every window its id, counts how often it was moved, and keeps what was called off, so that calendars hear of it. A window is found again by
 * its times, else as the one that is most alike. What is over is history: it is neither moved nor called off. All of it is public.
 *
 * @param now the moment of this publication
 */
export function keepWindows(
  release: Pick<Release, 'id' | 'status'>,
  written: readonly WrittenWindow[],
  previous: (Windows & Pick<Release, 'status'>) | undefined,
  now: Date,
): Windows {
  const { maintenance: standing = [], cancelledMaintenance: cancelled = [] } = previous ?? {};
  const isOver = ({ end }: { end: string }) => Date.parse(end) <= now.getTime();
  const found = new Map<WrittenWindow, Known>();
  const free = new Set<Known>([
    ...standing,
    ...cancelled.map((window) => ({ ...window, wasCancelled: true as const })),
  ]);
  const take = (window: WrittenWindow, known: Known | undefined) => {
    if (!known) return;
    found.set(window, known);
    free.delete(known);
  };
  for (const window of written)
    take(
      window,
      [...free].find((known) => isSameTime(window, known)),
    );
  const pairs = written
    .flatMap((window) =>
      [...free]
        .filter((known) => !known.wasCancelled && !isOver(known))
        .map((known) => ({ window, known, likeness: likeness(window, known), apart: apart(window, known) })),
    )
    .sort((a, b) => b.likeness - a.likeness || a.apart - b.apart);
  for (const { window, known } of pairs) if (!found.has(window) && free.has(known)) take(window, known);

  const taken = new Set([...standing, ...cancelled].map(({ id }) => id));
  const isFlipped = isTurned(release, previous);
  const windows = written.map((window): MaintenanceWindow => {
    const known = found.get(window);
    const { start, end, zone, ...rest } = window;
    const isMoved = known && (known.wasCancelled || isFlipped || !isSameTime(window, known));
    const revision = (known?.revision ?? 0) + (isMoved ? 1 : 0);
    return { id: known?.id ?? newId(release.id, taken), start, end, zone, ...count(revision), ...rest };
  });
  const gone = [...free].filter((known) => known.wasCancelled || !isOver(known)).map(cancel);
  return {
    ...(windows.length > 0 && { maintenance: windows }),
    ...(gone.length > 0 && { cancelledMaintenance: gone.sort(byId) }),
  };
}

type Known = (MaintenanceWindow | CancelledWindow) & { wasCancelled?: true };

function cancel({ id, start, end, zone, revision = 0, wasCancelled }: Known): CancelledWindow {
  return { id, start, end, zone, revision: wasCancelled ? revision : revision + 1 };
}

function isSameTime(a: WrittenWindow, b: Known): boolean {
  return Date.parse(a.start) === Date.parse(b.start) && Date.parse(a.end) === Date.parse(b.end);
}

/** Of the same work, of the same length: such a window was moved. */
function likeness(window: WrittenWindow, known: MaintenanceWindow | CancelledWindow): number {
  const { affected, impact } = known as MaintenanceWindow;
  return (
    (JSON.stringify(window.affected) === JSON.stringify(affected) ? 2 : 0) +
    (window.impact === impact ? 2 : 0) +
    (lengthOf(window) === lengthOf(known) ? 1 : 0)
  );
}

function apart(a: WrittenWindow, b: { start: string }): number {
  return Math.abs(Date.parse(a.start) - Date.parse(b.start));
}

function lengthOf({ start, end }: { start: string; end: string }): number {
  return Date.parse(end) - Date.parse(start);
}

/** Ids that somebody has in a calendar are never given to another window. */
function newId(scope: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const id = `${scope.slice(0, 56)}-m${number}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

function count(revision: number): { revision?: number } {
  return revision > 0 ? { revision } : {};
}
