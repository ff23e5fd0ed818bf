import type { Line } from './lines.ts';
import { readTag, type Tag } from './tags.ts';

/** A place in the lines of a document. */
export interface Cursor {
  lines: readonly Line[];
  index: number;
  /** By name of a tag: the last line that closes one. */
  lastClosing: ReadonlyMap<string, number>;
}

export function createCursor(lines: readonly Line[]): Cursor {
  const lastClosing = new Map<string, number>();
  lines.forEach((line, index) => {
    const tag = tagOf(line);
    if (tag?.kind === 'close') lastClosing.set(tag.name, index);
  });
  return { lines, index: 0, lastClosing };
}

export function peek(cursor: Cursor): Line | undefined {
  return cursor.lines[cursor.index];
}

/** The tag that a line consists of, if it is one tag and nothing else. */
export function tagOf(line: Line | undefined): Tag | undefined {
  if (!line || line.literal) return undefined;
  const tag = readTag(line.text, 0);
  return tag?.text.length === line.text.length ? tag : undefined;
}

/** The lines up to a closing tag, which is passed; up to the end of what belongs to the tag where none comes. */
export function takeUntilClosing(cursor: Cursor, name: string, depth: number): Line[] {
  const taken: Line[] = [];
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const tag = tagOf(line);
    if (tag?.kind === 'close' && tag.name === name) {
      cursor.index++;
      break;
    }
    if (line.depth < depth && line.text !== '') break;
    taken.push(line);
    cursor.index++;
  }
  return taken;
}
