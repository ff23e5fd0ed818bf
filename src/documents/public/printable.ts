/**
 * Removes what neither HTML nor XML 1.0 (§2.2) can carry: control characters but tab and line ends, noncharacters, halves of
 * surrogate pairs. One U+0001 in a title makes a whole feed unreadable. Nor does a text turn around what stands behind it: marks that override the
 * direction of writing go, and so do isolates that its author left open (Unicode UAX 9).
 */
export function printable(text: string): string {
  const kept = text.toWellFormed().replace(FORBIDDEN, '');
  return ISOLATE.test(kept) ? withoutOpenIsolates(kept) : kept;
}

const ISOLATE = /[\u2066-\u2068]/;

function withoutOpenIsolates(text: string): string {
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[\u2066-\u2069]/g)) {
    if (mark === '\u2069') open.pop();
    else open.push(index);
  }
  if (open.length === 0) return text;
  const left = new Set(open);
  return text.replace(/[\u2066-\u2068]/g, (mark, at: number) => (left.has(at) ? '' : mark));
}

// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\uFFFE\uFFFF]/g;
