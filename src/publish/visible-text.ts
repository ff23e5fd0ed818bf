/**
 * Every text of a record without what nobody sees and a machine reads: letters written as tags (U+E0020 to U+E007E, except in flags), and
 * characters of no width in a row, with which words can be spelt. One of them alone may join or part letters, and one may follow a selector of
 * a letter's form, as in ❤️‍🔥.
 */
export function withoutUnseen<Value>(value: Value): Value {
  if (typeof value === 'string') return seen(value) as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutUnseen(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutUnseen(each)])) as Value;
}

function seen(text: string): string {
  return text
    .replace(TAGS, (_, flag?: string) => flag ?? '')
    .replace(UNSEEN, (run) => run.replace(ALL_BUT_FIRST, '$1'));
}

/** UTS 51: a flag of a region is a black flag, three to six small letters and digits as tags, and the tag that ends them. */
const TAGS = /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
/** What Unicode lets nobody see, without what ends one direction of writing and begins another, and what fills a syllable of Hangul. */
const UNSEEN = /[\p{DI}--[\u{E0000}-\u{E007F}\u202A-\u202E\u2066-\u2069\u115F\u1160\u3164\uFFA0]]{2,}/gv;
const ALL_BUT_FIRST =
  /([\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u180B-\u180D\u180F]?[^\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u180B-\u180D\u180F]?).*/su;
