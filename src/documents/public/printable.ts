/**
 * Removes what neither HTML nor XML 1.0 (§2.2) can carry: control characters but tab and line ends, noncharacters, halves of
 * surrogate pairs. One U+0001 in a title makes a whole feed unreadable.
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
