import type { RootContent } from 'mdast';

/** What the reader must be told that does not stand in the Markdown. */
export interface DialectContext {
  /** What stands behind an `<unknown>`, by its block's id without dashes. */
  unknown?: ReadonlyMap<string, UnknownPart>;
  /** Titles of pages, by id without dashes: for mentions that say none. */
  titles?: ReadonlyMap<string, string>;
}

export type UnknownPart =
  | { kind: 'link'; url: string; text: string }
  | { kind: 'blocks'; nodes: RootContent[] }
  /** Nothing that a reader could read, such as a button. */
  | { kind: 'nothing' }
  /** A kind of block that Notion's API tells nothing about. */
  | { kind: 'unread'; what: string }
  | { kind: 'missing' };

/** Something of the page that could not be carried over as it is. Its text was kept. */
export interface DialectProblem {
  text: string;
  hint: string;
  /** In Notion's Markdown, counted from 1. */
  line: number;
}

/** The context together with what is found on the way. */
export interface DialectReader {
  context: DialectContext;
  problems: DialectProblem[];
  /** The line that is being read. */
  line: number;
  /** Pages that are mentioned, by id without dashes. */
  mentions: Set<string>;
  /** In a table cell a line break is `<br>`, as it is in Markdown. */
  inCell: boolean;
  /** How many scopes of inline text are open around this one. */
  scopes: number;
}

export function complain(reader: DialectReader, text: string, hint: string): void {
  reader.problems.push({ text, hint, line: reader.line });
}
