import { parseMarkdown, plainText } from './markdown.ts';

/** True for an element whose content no browser would show. */
export function isUnseen({ name, text }: { name: string; text: string }): boolean {
  return UNSEEN.has(name) || HIDDEN.test(decodeStyle(decodeReferences(text)));
}

/** Elements that are not shown, or only where something else cannot be, and what was struck out: words that are no longer meant. */
const UNSEEN = new Set(
  'audio canvas comment datalist del dialog head iframe noembed noframes noscript object rp s script strike style svg template textarea title video'.split(
    ' ',
  ),
);

/** Ways to make words invisible: not shown, without size, beyond the edge, and in the colour of paper or in none. */
const HIDDEN = new RegExp(
  [
    String.raw`[\s"'/]hidden(?=[\s=/>"']|$)`,
    String.raw`display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)`,
    String.raw`opacity\s*[:(]\s*0?\.?0+(?![.\d])|scale\(\s*0\s*\)`,
    String.raw`font(?:-size)?\s*:\s*0(?![.\d]*[1-9])|(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?![.\d])`,
    String.raw`(?<![\w-])(?:left|top|text-indent|margin-left)\s*:\s*-\d{3}|(?<![\w-])clip(?:-path)?\s*:\s*(?:rect|inset)\(`,
    String.raw`(?<![\w-])color\s*[:=]\s*["']?(?:(?:transparent|white|#(?:fff(?:fff)?|[\da-f]{3}0|[\da-f]{6}00))\b|rgba?\(\s*(?:255|100%)[\s,]+(?:255|100%)[\s,]+(?:255|100%)|hsla?\([^)]*[\s,]100%\s*\)|(?:(?:rgb|hsl)a\([^)]*[\s,]|(?:rgb|hsl)\([^)]*\/\s*)0?\.?0+%?\s*\))`,
  ].join('|'),
  'i',
);

/** CSS without comments, and with the characters that are written by number. */
function decodeStyle(text: string): string {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xffff)),
    );
}

/** True for a tag that says so itself: `<div class="internal">`, `<internal>`. An address may hold the word. */
export function saysInternal(tag: string): boolean {
  // Stryker disable next-line StringLiteral: whatever is no letter does.
  return INTERNAL.test(decodeReferences(tag).replace(ADDRESS, ''));
}

const ADDRESS = /(?:href|src|cite|action|data)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;
const INTERNAL = /(?<!\p{L})internal(?!\p{L})/iu;

/** Text of HTML, in which characters may be written by number or by name. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#x?[\da-f]+|[a-z][a-z\d]*);/gi, (reference) =>
    plainText(parseMarkdown(reference)),
  );
}
