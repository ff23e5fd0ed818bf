import { printable } from './printable.ts';

/** A text in one line: what Markdown and HTML take for space becomes one space. A space that does not break stays what it is. */
export function oneLine(text: string): string {
  return printable(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}
