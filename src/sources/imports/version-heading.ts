import { isDay } from '../../release/date.ts';

/** What the heading of a release says. */
export interface VersionHeading {
  /** Absent for what is not released yet. */
  version?: string;
  released?: string;
  yanked: boolean;
  /** What else it says. */
  rest?: string;
}

/**
 * Reads the heading of a release: `[1.2.0] - 2026-05-07 [YANKED]`, `v1.2.0 (May 7, 2026)`, `pkg@1.2.0`, `Unreleased`.
 * @returns `undefined` where it is none
 */
export function parseVersionHeading(text: string): VersionHeading | undefined {
  const words = text.trim().replace(/\s+/g, ' ');
  const unreleased = /^\[?(?:unreleased|upcoming|next)\]?(?=\W|$)/i.exec(words);
  const match = VERSION.exec(words);
  if (!unreleased && !match) return undefined;
  const version = match?.groups?.['dotted'] ?? match?.groups?.['plain'];
  let rest = words.slice((unreleased ?? match)?.[0].length);
  const yanked = /\[?\byanked\b\]?/i.test(rest);
  rest = rest.replace(/\[?\byanked\b\]?/i, '');
  const date = DATES.map((pattern) => pattern.exec(rest)).find((each) => each !== null);
  const released = date && dayOf(date.groups ?? {});
  if (released && date) rest = rest.replace(date[0], '');
  rest = rest
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/^[\s\-–—:,/]+|[\s\-–—:,/]+$/g, '')
    .trim();
  return {
    ...(unreleased ? {} : { version }),
    ...(released && { released }),
    yanked,
    ...(rest && { rest }),
  };
}

const VERSION =
  /^(?:(?:version|release|rel)\s+)?\[?(?:[@\w/-]+@)?v?(?:(?<dotted>\d+\.\d+(?:\.\d+)*(?:[-+.]?[a-z][\w.+-]*|-[\w.+-]+)?(?:\+[\w.-]+)?)|(?<plain>\d{1,4})(?=\]?\s*(?:$|[-–—(])))\]?(?=[\s:,(–—-]|$)/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DATES = [
  /(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})/,
  new RegExp(`${NAME} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`, 'i'),
  new RegExp(`(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.? ${NAME},? (?<year>\\d{4})`, 'i'),
];

function dayOf({ year, month, name, day = '' }: Record<string, string | undefined>): string | undefined {
  const number = name ? String(MONTHS.indexOf(name.toLowerCase()) + 1) : (month ?? '');
  const text = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
