import { createHash } from 'node:crypto';
import { invalid } from './errors.ts';

/** Opaque cursors. One is good for the query it was made by and for no other. */
export interface Cursors<Position> {
  give(query: unknown, position: Position): string;
  take(query: unknown, cursor: unknown): Position | undefined;
}

export function createCursors<Position>(nextId: () => string): Cursors<Position> {
  const held = new Map<string, { query: string; position: Position }>();
  return {
    give(query, position) {
      const cursor = nextId();
      held.set(cursor, { query: fingerprint(query), position });
      return cursor;
    },
    take(query, cursor) {
      if (cursor === undefined || cursor === null) return undefined;
      const found = typeof cursor === 'string' ? held.get(cursor) : undefined;
      if (found?.query !== fingerprint(query)) {
        throw invalid(`The start_cursor provided is invalid: ${String(cursor)}`);
      }
      return found.position;
    },
  };
}

function fingerprint(query: unknown): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('hex');
}
