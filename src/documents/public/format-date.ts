import { precisionOf } from '../../release/date.ts';

/**
 * A partial date as readers of a locale write it, as precisely as it was given, never more: `2026-05-07` → “May 7, 2026”, `2026-05` →
 * “May 2026”, `2026-Q3` → as `quarter` says it. What is no date stays the words that it is.
 */
export function formatPartialDate(
  date: string,
  locale: string,
  quarter: (quarter: string, year: string) => string,
  month: 'long' | 'short' = 'long',
): string {
  switch (precisionOf(date)) {
    case 'day':
      return formatDay(date, locale, month);
    case 'month':
      return dateFormat(locale, { year: 'numeric', month }).format(Date.parse(`${date}-01`));
    case 'quarter':
      return quarter(date.slice(6), date.slice(0, 4));
    default:
      return date;
  }
}

function formatDay(date: string, locale: string, month: 'long' | 'short'): string {
  const key = `${locale} ${month} ${date}`;
  const known =
    days.get(key) ?? dateFormat(locale, { year: 'numeric', month, day: 'numeric' }).format(Date.parse(date));
  days.set(key, known);
  return known;
}

/** A site has few days, and shows each on many pages. */
const days = new Map<string, string>();

/** From a moment to another as the clocks of a zone show them, with its name. */
export function formatWindow(
  { start, end }: { start: string; end: string },
  zone: string,
  locale: string,
  weekday: 'long' | 'short' = 'long',
): string {
  return dateFormat(locale, {
    timeZone: zone,
    weekday,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).formatRange(Date.parse(start), Date.parse(end));
}

/** A format of `Intl`, made once for each locale and its options; in UTC unless these say otherwise. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(key, known);
  return known;
}

const formats = new Map<string, Intl.DateTimeFormat>();
