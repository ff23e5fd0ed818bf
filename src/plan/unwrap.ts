/** Words as they stand in a line of their own: a line end is a space, or nothing between characters of scripts that write none. */
export function unwrap(text: string): string {
  const composed = text.normalize('NFC');
  if (!/[\t\n]| {2}/.test(composed)) return composed;
  return composed
    .replace(
      /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])\n(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])/gu,
      '',
    )
    .replace(/[ \t\n]+/g, ' ')
    .replace(ALERT, '$1\n');
}

/** `[!NOTE]` at the beginning of a quote is an alert, as GitHub writes them, only on a line of its own. */
const ALERT = /^(\[!(?:note|tip|important|warning|caution)\]) (?=\S)/i;
