/**
 * False for a text that is nested so deeply that a Markdown parser runs out of stack, or of time, before it is through. No
 * person writes such a text; it is shown as it stands instead.
 */
export function isReadable(markdown: string): boolean {
  return !DEEP_CONTAINERS.test(markdown) && !DEEP_INDENT.test(markdown) && bracketDepth(markdown) <= 60;
}

/** Forty quotes or lists opened on one line. */
const DEEP_CONTAINERS = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){40}/m;
/** A list or quote under some fifty others. */
const DEEP_INDENT = /^[ \t]{200,}(?:[-+*>]|\d{1,9}[.)])/m;

function bracketDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of text) {
    if (character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === ']' && depth > 0) depth--;
  }
  return deepest;
}
