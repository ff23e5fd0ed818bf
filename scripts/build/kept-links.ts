import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { touch } from './forget.ts';
import { createLinkTable, type LinkTable, type PackedLinks } from './link-table.ts';

/** The links of a site's files, from one build to the next. */
export interface KeptLinks {
  table: LinkTable;
  /** Keeps what is in the table. Of files that are no more, only as much as costs little. */
  save: (files: Iterable<{ hash: string }>) => void;
}

/**
 * Most of them are kept in a file that edits leave as it is, and what came later in another; it does not matter which of both knows a file. One that
 * is missing or damaged costs time and nothing else.
 * @param path the larger of the two
 * @param isOfUse false where links were read with other settings
 */
export function openKeptLinks(path: string, isOfUse: boolean): KeptLinks {
  const later = `${path}-later`;
  const known = isOfUse ? read(path) : undefined;
  const table = createLinkTable(isOfUse ? read(later) : undefined, known);
  return {
    table,
    save(files) {
      const packed = table.pack();
      if (known && packed.digests.length < known.digests.length * MOST_LATER) {
        write(later, packed);
        return touch(path);
      }
      write(path, known ? putTogether([known, packed], files) : packed);
      rmSync(later, { force: true });
    },
  };
}

/** As a part of the other. */
const MOST_LATER = 0.1;

function putTogether(tables: readonly PackedLinks[], files: Iterable<{ hash: string }>): PackedLinks {
  const digests = new Set(Array.from(files, ({ hash }) => hash));
  const whole = createLinkTable();
  for (const each of tables) whole.take(each, (digest) => digests.has(digest));
  return whole.pack();
}

function read(path: string): PackedLinks | undefined {
  try {
    return deserialize(readFileSync(path)) as PackedLinks;
  } catch {
    return undefined;
  }
}

function write(path: string, packed: PackedLinks): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}`;
  writeFileSync(next, serialize(packed));
  renameSync(next, path);
}
