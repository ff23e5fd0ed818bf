/** Wall-clock times of people (`2026-11-29 02:00`, in some zone) as moments (RFC 3339 with an offset). */

const WALL =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

export type MomentFault = 'form' | 'skipped';

/**
 * Reads a day with a time. Without an offset of its own the time is that of clocks in `zone`; without a time it is midnight there.
 * Faults: `form` (no such date or time), `skipped` (clocks jump over it in spring). A `doubled` time (clocks go back in autumn) is
 * read as the first of the two.
 */
export function readMoment(text: string, zone: string): { moment: string } | { fault: MomentFault } {
  const match = WALL.exec(text.trim());
  if (!match) return { fault: 'form' };
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(wall);
  if (
    back.getUTCMonth() !== month - 1 ||
    back.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  ) {
    return { fault: 'form' };
  }
  const ownOffset = match[7] ? offsetOf(match[7]) : undefined;
  if (ownOffset !== undefined) return { moment: render(wall, ownOffset) };
  // The offset before and after any change of clocks near this time.
  const candidates = [wall - 86_400_000, wall + 86_400_000].map((around) => offsetIn(zone, around));
  const fitting = candidates.find((offset) => offsetIn(zone, wall - offset * 60_000) === offset);
  return fitting === undefined ? { fault: 'skipped' } : { moment: render(wall, fitting) };
}

/** Minutes that clocks in a zone are ahead of UTC at a moment. */
function offsetIn(zone: string, epoch: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    epoch,
  );
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? 0 : offsetOf(name.slice(3));
}

function offsetOf(text: string): number {
  const match = /([+-])(\d{2}):?(\d{2})/.exec(text);
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

function render(wall: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  const two = (value: number) => String(value).padStart(2, '0');
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return new Date(wall).toISOString().slice(0, 19) + zone;
}
