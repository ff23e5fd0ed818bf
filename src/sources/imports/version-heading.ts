import { isDay } from '../../release/date.ts';

/** What the heading of a release says. */
export interface VersionHeading {
  /** Absent where releases are told apart by their days, and for what is not released yet. */
  version?: string;
  released?: string;
  /** “Unreleased”. */
  draft?: true;
  yanked: boolean;
  /** What else it says. */
  rest?: string;
}

/**
 * Reads the heading of a release: `[1.2.0] - 2026-05-07 [YANKED]`, `v1.2.0 (May 7, 2026)`, `2026-05-07, Version 1.2.0`, `pkg@1.2.0`, `Unreleased`,
 * `7 May 2026 – Faster search`.
 * @returns `undefined` where it is none
 */
export function parseVersionHeading(text: string): VersionHeading | undefined {
  const words = text.trim().replace(/\s+/g, ' ');
  const unreleased = UNRELEASED.exec(words);
  const first = unreleased ? undefined : findDay(FIRST_DAYS, words);
  const behind = first ? words.slice(first.text.length).replace(/^[\s\-–—:,/|]+/, '') : words;
  const match = unreleased ? undefined : VERSION.exec(behind);
  if (!unreleased && !first && !match) return undefined;
  const version = match?.groups?.['dotted'] ?? match?.groups?.['plain'];
  let rest = behind.slice((unreleased ?? match)?.[0].length ?? 0);
  const yanked = /\[?\byanked\b\]?/i.test(rest);
  rest = rest.replace(/\[?\byanked\b\]?/i, '');
  const found = first ?? findDay(DAYS, rest);
  if (!first && found) rest = rest.replace(found.text, '');
  rest = rest
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/^[\s\-–—:,/]+|(?<![\s\-–—:,/])[\s\-–—:,/]+$/g, '')
    .trim();
  return {
    ...(unreleased && { draft: true as const }),
    ...(version && { version }),
    ...(found && { released: found.day }),
    yanked,
    ...(rest && { rest }),
  };
}

const UNRELEASED = /^\[?(?:unreleased|upcoming|next)\]?(?=\W|$)/i;
const VERSION =
  /^(?:(?:version|release|rel)\s+)?\[?(?:[@\w/-]+@)?v?(?:(?<dotted>\d+\.\d+(?:\.\d+)*(?:[-+.]?[a-z][\w.+-]*|-[\w.+-]+)?(?:\+[\w.-]+)?)|(?<plain>\d{1,4})(?!-\d)(?=\]?\s*(?:$|[-–—(])))\]?(?=[\s:,(–—-]|$)/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const NAMED_DAYS = [
  `${NAME} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.? ${NAME},? (?<year>\\d{4})`,
];
const DAYS = ['(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})', ...NAMED_DAYS].map(
  (day) => new RegExp(day, 'i'),
);
/** `2026.05.07` is a version where nothing stands before it. */
const FIRST_DAYS = ['(?<year>\\d{4})([-/])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})', ...NAMED_DAYS].map(
  (day) => new RegExp(`^[[(]?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?${day}(?![\\w.-])[\\])]?`, 'i'),
);

function findDay(patterns: readonly RegExp[], words: string): { text: string; day: string } | undefined {
  const match = patterns.map((pattern) => pattern.exec(words)).find((each) => each !== null);
  const day = match && dayOf(match.groups ?? {});
  return day ? { text: match[0], day } : undefined;
}

function dayOf({ year, month, name, day = '' }: Record<string, string | undefined>): string | undefined {
  const number = name ? String(MONTHS.indexOf(name.toLowerCase()) + 1) : (month ?? '');
  const text = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
