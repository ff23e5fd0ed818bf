import { parseMarkdown, plainText } from './markdown.ts';

/** True for an element whose content no browser would show. */
export function isUnseen({ name, text }: { name: string; text: string }): boolean {
  return UNSEEN.has(name) || HIDDEN.test(decodeReferences(text));
}

/** Elements that are not shown, or only where something else cannot be. */
const UNSEEN = new Set(
  'audio canvas comment datalist dialog head iframe noembed noframes noscript object rp script style svg template textarea title video'.split(
    ' ',
  ),
);

const HIDDEN =
  /[\s"'/]hidden(?=[\s=/>"']|$)|(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+(?![.\d])|font-size\s*:\s*0(?![.\d]*[1-9])|(?<![\w-])color\s*[:=]\s*["']?(?:(?:transparent|white|#fff(?:fff)?)\b|rgba?\(\s*255[\s,]+255[\s,]+255|rgba\([^)]*[\s,]0?\.?0+\)))/i;

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
