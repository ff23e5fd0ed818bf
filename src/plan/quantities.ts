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

/** The first number in a text: “1,200 merchants” → 1200, “4,5 stars” → 4.5, “6:15” → 6.25. */
export function readNumber(text: string): number | undefined {
  const clock = /^\D*(\d{1,2}):([0-5]\d)\b/.exec(text);
  if (clock) return Math.round((Number(clock[1]) + Number(clock[2]) / 60) * 1e4) / 1e4;
  const match = /[-−]?(\d{1,3}(?:[,\s]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)/.exec(text);
  if (!match?.[1]) return undefined;
  const isGrouped = /^\d{1,3}(?:[,\s]\d{3})+(?:\.|$)/.test(match[1]);
  const amount = Number(isGrouped ? match[1].replace(/[,\s]/g, '') : match[1].replace(',', '.'));
  return /^[-−]/.test(match[0]) ? -amount : amount;
}

/** The word behind the first number: “1.2 s within 30 days” → “s”. Prepositions are no units. */
export function readUnit(text: string): string | undefined {
  if (readPercent(text) !== undefined) return '%';
  const word = /\d\s*([\p{L}°€$£][\p{L}°/²³]{0,20})/u.exec(text)?.[1];
  return word && !/^(?:within|in|by|of|for|per|and|or|to|from|at|on|the|after|before|x)$/i.test(word)
    ? word
    : undefined;
}

function readCount(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^an?$/i.test(word)) return 1;
  const index = WORDS.indexOf(word.toLowerCase());
  return index >= 0 ? index : undefined;
}
