import { printable } from './printable.ts';

/** A text in one line: what Markdown and HTML take for space becomes one space. A space that does not break stays what it is. */
export function oneLine(text: string): string {
  return printable(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** Plain text in one line, and no longer than asked: an end between words, and an ellipsis. */
export function cutWords(text: string, length: number): string {
  const words = oneLine(text);
  if (words.length <= length) return words;
  const cut = words.slice(0, length - 1);
  const end = words[length - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${(end > length / 2 ? cut.slice(0, end) : cut).toWellFormed().replace(/[\s,;:–—-]+$/, '')}…`;
}
