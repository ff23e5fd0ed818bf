/** What the parser of YAML found, in the words of somebody who has never heard of scalars, and what to do about it. */
export interface YamlFault {
  message: string;
  hint: string;
}

/**
 * @param reason in the parser's words
 * @param text the whole YAML
 * @param offset where the parser stopped
 */
export function explainFault(reason: string, text: string, offset: number): YamlFault {
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(begin).split('\n', 1)[0] ?? '';
  const [above = ''] = text.slice(0, begin).split('\n').slice(-2);
  const before = text.slice(begin, offset);
  if (/tab characters/.test(reason)) {
    return { message: 'a tab at the beginning of a line', hint: 'Write spaces instead of it.' };
  }
  const quote = /within a (single|double) quoted/.exec(reason)?.[1];
  if (quote) {
    const mark = quote === 'single' ? "'" : '"';
    return {
      message: 'a quotation mark that is not closed',
      hint: `Write \`${mark}\` at the end of the text.`,
    };
  }
  if (/escape sequence/.test(reason)) {
    return {
      message: 'a backslash in double quotation marks that stands for nothing',
      hint: "Write `\\\\` for a backslash, or put the text in single quotation marks: `'…'`.",
    };
  }
  if (/flow|deficient indentation/.test(reason) && /:\s+[[{]/.test(text.slice(0, offset))) {
    return {
      message: 'a bracket that is not closed',
      hint: 'Write `]` or `}` at its end; put a text that begins with a bracket in quotation marks.',
    };
  }
  const tight = [above, line].find((each) => TIGHT.test(each));
  if (tight !== undefined) {
    const [, key, value] = TIGHT.exec(tight) ?? [];
    return {
      message: 'a colon without a space behind it',
      hint: `Write \`${key}: ${value?.slice(0, 40)}\`.`,
    };
  }
  const closed = /(?:^|[:\-,[]\s+)(["']).*\1\s*$/.exec(before)?.[1];
  const begun = /:\s+'[^']*'$/.test(before);
  if (closed || begun) {
    const other = closed === '"' ? "'" : '"';
    return {
      message: 'a text that goes on behind its closing quotation mark',
      hint: `Put the whole text in quotation marks of the other kind: \`${other}…${other}\`.`,
    };
  }
  if (/multiline key/.test(reason)) {
    return {
      message: `a line that is no \`key: value\``,
      hint: 'Write `key: value`; what goes on from the line above begins with two spaces.',
    };
  }
  if (/bad indentation/.test(reason) && /^\s+[^:]*$/.test(before) && !/^\s*-\s+./.test(before)) {
    return {
      message: 'a line that begins in another column than those above it',
      hint: 'Begin the lines of one list, and the keys of one level, in the same column.',
    };
  }
  if (/bad indentation/.test(reason)) {
    const sign = text[offset];
    return {
      message: sign === ':' ? 'a colon within a text' : `a text that begins with \`${sign}\``,
      hint: QUOTE,
    };
  }
  return { message: reason, hint: QUOTE };
}

/** What helps most texts that YAML takes for something else. */
export const QUOTE = 'Put texts with a colon, a quotation mark or a leading symbol in quotation marks.';

/** A key whose colon is followed by its value at once; an address or a time is none. */
const TIGHT = /^\s*([a-z]\w*):([^\s:/\d].*)$/i;
