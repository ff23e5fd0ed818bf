import { coarsen } from '../release/date.ts';
import type { DateHistory, Release } from '../release/release.ts';
import type { DatePolicy } from '../release/vocabulary.ts';

type Dated = Pick<Release, 'status' | 'released' | 'expected'>;

/**
 * Counts how often the public day of a release moved, and keeps the last one where none is told any more: who has it in a calendar must hear of both.
 * A site that has become more careful with dates keeps none that is more precise.
 */
export function keepDates(
  now: Dated,
  previous: (Dated & Pick<Release, 'dates'>) | undefined,
  policy: DatePolicy,
): DateHistory | undefined {
  const [was, is] = [previous && dayOf(previous), dayOf(now)];
  const told = was ?? previous?.dates?.withdrawn;
  const revision =
    (previous?.dates?.revision ?? 0) +
    (told !== undefined && (was !== is || isTurned(now, previous)) ? 1 : 0);
  if (revision === 0) return undefined;
  const withdrawn = is === undefined ? told && coarsen(told, policy) : undefined;
  return { revision, ...(withdrawn && { withdrawn }) };
}

/** Called off, or taken up again: calendars hear of it, although nothing was moved. */
export function isTurned(
  now: Pick<Release, 'status'>,
  previous: Pick<Release, 'status'> | undefined,
): boolean {
  return previous !== undefined && (previous.status === 'cancelled') !== (now.status === 'cancelled');
}

function dayOf({ released, expected }: Dated): string | undefined {
  return released ?? expected;
}
