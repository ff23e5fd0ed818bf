import { z } from 'zod';
import type { DatePolicy } from './vocabulary.ts';

/**
 * Dates are ISO 8601 strings until they are shown. A partial date says as much as its author knows:
 * `2026-11-18`, `2026-11`, `2026-Q4` or `2026`.
 */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const YEAR = /^(\d{4})$/;

export type DatePrecision = 'day' | 'month' | 'quarter' | 'year';

/** True for a day that the calendar has: `2026-02-30` is not one. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The precision of a partial date, or `undefined` where the text is none. */
export function precisionOf(text: string): DatePrecision | undefined {
  if (isDay(text)) return 'day';
  const month = MONTH.exec(text);
  if (month) return Number(month[2]) >= 1 && Number(month[2]) <= 12 ? 'month' : undefined;
  if (QUARTER.test(text)) return 'quarter';
  if (YEAR.test(text)) return 'year';
  return undefined;
}

/**
 * Makes a partial date as vague as the policy asks, never more precise than it was.
 * `coarsen('2026-11-18', 'quarter')` is `2026-Q4`; with `never` there is nothing to tell.
 */
export function coarsen(date: string, policy: DatePolicy): string | undefined {
  const precision = precisionOf(date);
  if (policy === 'never' || precision === undefined) return undefined;
  if (precision === 'quarter' || precision === 'year') return date;
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)];
  return policy === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The first day that a partial date can mean: `2026-Q4` → `2026-10-01`. */
export function firstDayOf(date: string): string {
  const year = date.slice(0, 4);
  switch (precisionOf(date)) {
    case 'day':
      return date;
    case 'month':
      return `${date}-01`;
    case 'quarter':
      return `${year}-${String(Number(date.slice(6)) * 3 - 2).padStart(2, '0')}-01`;
    default:
      return `${year}-01-01`;
  }
}

/** The last day that a partial date can mean: `2026-Q4` → `2026-12-31`. */
export function lastDayOf(date: string): string {
  const year = Number(date.slice(0, 4));
  switch (precisionOf(date)) {
    case 'day':
      return date;
    case 'month':
      return `${date}-${daysInMonth(year, Number(date.slice(5, 7)))}`;
    case 'quarter': {
      const month = Number(date.slice(6)) * 3;
      return `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`;
    }
    default:
      return `${year}-12-31`;
  }
}

/** The day that a moment falls on in an IANA time zone. */
export function dayIn(zone: string, moment: Date): string {
  const days = daysOf.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...PARTS_OF_DAY });
  daysOf.set(zone, days);
  const parts = days.formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

const PARTS_OF_DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
/** Making one takes as long as a hundred days that it formats. */
const daysOf = new Map<string, Intl.DateTimeFormat>();

/** Whole days from one day to another; negative where `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export const DaySchema = z.string().refine(isDay, 'a calendar day such as 2026-11-18');
export const PartialDateSchema = z
  .string()
  .refine((text) => precisionOf(text) !== undefined, 'a date such as 2026-11-18, 2026-11 or 2026-Q4');
/** RFC 3339 with its offset, so that a moment means the same everywhere. */
export const MomentSchema = z.iso.datetime({ offset: true });

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
