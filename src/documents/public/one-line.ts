import { printable } from './printable.ts';

/** A text in one line: what Markdown and HTML take for space becomes one space. A space that does not break stays what it is. */
export function oneLine(text: string): string {
  const words = printable(text);
  // Most are one line as they are.
  return UNEVEN.test(words) ? words.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '') : words;
}

const UNEVEN = /[\t\r\n]| {2}|^ | $/;

/** Plain text in one line, and no longer than asked: an end between words, and an ellipsis. */
export function cutWords(text: string, length: number): string {
  const words = oneLine(text);
  if (words.length <= length) return words;
  const cut = words.slice(0, length - 1);
  const end = words[length - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${(end > length / 2 ? cut.slice(0, end) : cut).toWellFormed().replace(/[\s,;:–—-]+$/, '')}…`;
}
