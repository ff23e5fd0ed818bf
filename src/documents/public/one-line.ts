import { printable } from './printable.ts';

/** A text in one line: what Markdown and HTML take for space becomes one space. Other spaces, as in `10 km`, stay what they are. */
export function oneLine(text: string): string {
  return printable(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}
