/** Amounts as people write them. */

const DAYS: Record<string, number> = { day: 1, week: 7, fortnight: 14, month: 30, quarter: 91, year: 365 };
const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Days in “2 weeks”, “two-week beta”, “30 days”, “a month” (30 days). */
export function readDays(text: string): number | undefined {
  const match = /\b(\d+|an?|[a-z]+)[\s-]+(day|week|fortnight|month|quarter|year)s?\b/i.exec(text);
  const unit = DAYS[match?.[2]?.toLowerCase() ?? ''];
  const count = match?.[1] === undefined ? undefined : readCount(match[1]);
  return unit !== undefined && count !== undefined ? unit * count : undefined;
}

/** The per cent in “25 %”, “25%”, “0.5 per cent”. */
export function readPercent(text: string): number | undefined {
  const match = /(\d+(?:[.,]\d+)?)\s*(?:%|per\s?cent\b)/i.exec(text);
  return match ? Number((match[1] ?? '').replace(',', '.')) : undefined;
}

/** The first number in a text: “1,200 merchants” → 1200. */
export function readNumber(text: string): number | undefined {
  const match = /-?\d+(?:[,\s]\d{3})*(?:\.\d+)?/.exec(text);
  return match ? Number(match[0].replace(/[,\s]/g, '')) : undefined;
}

function readCount(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^an?$/i.test(word)) return 1;
  const index = WORDS.indexOf(word.toLowerCase());
  return index >= 0 ? index : undefined;
}
