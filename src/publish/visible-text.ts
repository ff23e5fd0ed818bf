/**
 * Every text of a record without what nobody sees and a machine reads: letters written as tags (U+E0020 to U+E007E, except in flags), and
 * variation selectors and characters of no width in a row, with which words can be spelt. One of them alone may join or part letters.
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
    .replace(SELECTORS, '$1')
    .replace(NO_WIDTH, '$1');
}

/** UTS 51: a flag of a region is a black flag, three to six tags, and the tag that ends them. */
const TAGS = /(\u{1F3F4}[\u{E0030}-\u{E007A}]{3,6}\u{E007F})|[\u{E0000}-\u{E007F}]+/gu;
const SELECTORS = /([\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu;
const NO_WIDTH =
  /([\u200B-\u200F\u2060-\u2064\uFEFF\u180E\u00AD])[\u200B-\u200F\u2060-\u2064\uFEFF\u180E\u00AD]+/gu;
