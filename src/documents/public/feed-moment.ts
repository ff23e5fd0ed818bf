import { dateFormat } from './format-date.ts';

/** The moment at which a day begins in a time zone, RFC 3339: `2026-05-07` in Berlin → `2026-05-07T00:00:00+02:00`. */
export function feedMoment(day: string, zone: string): string {
  const key = `${day} ${zone}`;
  const known = moments.get(key) ?? momentOf(day, zone);
  moments.set(key, known);
  return known;
}

/** A site has few days and many entries. */
const moments = new Map<string, string>();

function momentOf(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The offset that holds at that local midnight; a second look settles days on which the clocks change.
  const guess = offsetMinutes(midnight, zone);
  const offset = offsetMinutes(midnight - guess * 60_000, zone);
  const size = Math.abs(offset);
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${day}T00:00:00${offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${hours}:${minutes}`}`;
}

/** RFC 822 with a year of four digits, as RSS 2.0 asks: `Thu, 07 May 2026 00:00:00 +0200`. Takes RFC 3339. */
export function rfc822(moment: string): string {
  const [, day = '', time = '', offset = ''] =
    /^(.{10})T(\d{2}:\d{2}(?::\d{2})?)[^Z+-]*(Z|[+-].*)$/.exec(moment) ?? [];
  const [weekday, month] = [
    weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()],
    months[Number(day.slice(5, 7)) - 1],
  ];
  const zone = offset === 'Z' ? '+0000' : offset.replace(':', '');
  return `${weekday}, ${day.slice(8)} ${month} ${day.slice(0, 4)} ${time.padEnd(8, ':00')} ${zone}`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function offsetMinutes(moment: number, zone: string): number {
  const name = dateFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
