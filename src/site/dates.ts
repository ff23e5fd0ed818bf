import { dateFormat, formatPartialDate } from '../documents/public/format-date.ts';
import { precisionOf } from '../release/date.ts';
import { strings } from './strings.ts';

/** Dates as readers of a locale write them. A date is shown as precisely as it was given, never more. */

/** `2026-05-07` → “May 7, 2026”, `2026-05` → “May 2026”, `2026-Q3` → “Q3 2026”. */
export function formatDate(date: string, locale: string, month: 'long' | 'short' = 'long'): string {
  return formatPartialDate(date, locale, strings.quarter, month);
}

/** The name of a month: `2026-05` → “May”. */
export function formatMonthName(month: string, locale: string): string {
  return dateFormat(locale, { month: 'short' }).format(Date.parse(`${month}-01`));
}

/** What a partial date is in a `datetime` attribute; HTML knows no quarters. */
export function machineDate(date: string): string | undefined {
  return precisionOf(date) === 'quarter' ? undefined : date;
}

/** The day that lies so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
