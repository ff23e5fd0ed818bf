import type { PhrasingContent } from 'mdast';
import type { DialectReader } from './context.ts';
import { pairMarks } from './emphasis.ts';
import { tokenize } from './inline-tokens.ts';
import { tidyInline } from './tidy.ts';

/** Reads one line of rich text in Notion's dialect. */
export function readInline(reader: DialectReader, text: string): PhrasingContent[] {
  return tidyInline(readScope(reader, text));
}

function readScope(reader: DialectReader, text: string): PhrasingContent[] {
  // Nobody nests links and mentions like this; what does, stays as it is written.
  if (reader.scopes >= 20) return [{ type: 'text', value: text }];
  reader.scopes++;
  const nodes = pairMarks(tokenize(reader, text, (inner) => readScope(reader, inner)));
  reader.scopes--;
  return nodes;
}
