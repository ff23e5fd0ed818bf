import type { Root } from 'mdast';
import { readBlocks } from './blocks.ts';
import type { DialectContext, DialectProblem, DialectReader } from './context.ts';
import { createCursor } from './cursor.ts';
import { readFootnotes } from './footnotes.ts';
import { readLines } from './lines.ts';
import { findId } from './references.ts';
import { readTag } from './tags.ts';

export interface DialectDocument {
  body: Root;
  problems: DialectProblem[];
  /** Ids of the pages that it mentions, without dashes. */
  mentions: string[];
}

/**
 * Reads Notion's enhanced Markdown (https://developers.notion.com/guides/data-apis/enhanced-markdown) as mdast: the same tree that
 * plain Markdown of the same content gives. No text is lost; what is not understood keeps its text and gives a problem.
 */
export function readDialect(markdown: string, context: DialectContext = {}): DialectDocument {
  const reader: DialectReader = {
    context,
    problems: [],
    line: 1,
    mentions: new Set(),
    inCell: false,
    scopes: 0,
  };
  const cursor = createCursor(readLines(markdown));
  const body: Root = { type: 'root', children: [] };
  while (cursor.index < cursor.lines.length) {
    body.children.push(...readBlocks(reader, cursor, { depth: 0, open: [] }));
    cursor.index++;
  }
  body.children = readFootnotes(body.children);
  return { body, problems: reader.problems, mentions: [...reader.mentions].sort() };
}

/** The blocks that a page's Markdown only names, in order: ids without dashes, and what they are. */
export function findUnknownParts(markdown: string): { id: string; alt: string }[] {
  return readLines(markdown).flatMap((line) => {
    if (line.literal) return [];
    const starts = [...line.text.matchAll(/<unknown\b/g)].map((match) => match.index);
    return starts.flatMap((start) => {
      const tag = readTag(line.text, start);
      const id = findId(tag?.attributes.get('url') ?? '', 'block');
      return id ? [{ id, alt: tag?.attributes.get('alt') ?? '' }] : [];
    });
  });
}

/** True where a page holds blocks that live elsewhere: edits there do not show in its edited time. */
export function holdsSyncedBlocks(markdown: string): boolean {
  return /<synced_block/.test(markdown);
}
