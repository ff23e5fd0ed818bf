import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SiteRecord, SiteRecords } from '../../src/site/record-files.ts';
import { digestOf } from './file-digests.ts';

/** Parsed records, kept in some files, so that an edit parses one record and writes one of the files. */

/** A record file by its path below the folder of records, and its digest. */
export type RecordFile = readonly [path: string, digest: string];

export interface RecordShards {
  /** Where the records are. */
  records: string;
  /** Where the shards are kept. */
  folder: string;
  /** What decides how a record is parsed. */
  parser: string;
  shards: RecordFile[][];
}

/** Deals the records out, so that each stays in its shard whatever becomes of the others. */
export function dealShards(files: readonly RecordFile[]): RecordFile[][] {
  const shards: RecordFile[][] = Array.from({ length: SHARDS }, () => []);
  for (const file of files)
    shards[Number.parseInt(hash('sha256', file[0], 'hex').slice(0, 1), 16)]?.push(file);
  return shards;
}

/**
 * Parses what is new in a shard.
 * @throws {Error} that names the record that cannot be read
 */
export async function refreshShard(
  { records, folder, parser, shards }: RecordShards,
  index: number,
): Promise<void> {
  const files = shards[index] ?? [];
  const known = readShard(folder, index);
  const old = known?.parser === parser ? known.entries : new Map<string, Entry>();
  const isSame =
    known?.parser === parser &&
    old.size === files.length &&
    files.every(([path, digest]) => old.get(path)?.digest === digest);
  if (isSame) return;
  // Most processes parse nothing where one record has changed.
  const { parseRecordFile } = await import('../../src/site/record-files.ts');
  const entries = files.map(([path, digest]): [string, Entry] => {
    const before = old.get(path);
    if (before?.digest === digest) return [path, before];
    const bytes = readFileSync(join(records, path));
    const text = bytes.toString('utf8');
    const parsed = parseRecordFile(records, path, text);
    return [path, { digest: digestOf(bytes), parsed, media: text.includes('/media/') }];
  });
  mkdirSync(folder, { recursive: true });
  const next = join(folder, `${index}.${process.pid}`);
  writeFileSync(next, serialize({ parser, entries: new Map(entries) } satisfies Shard));
  renameSync(next, join(folder, String(index)));
}

/** All records of shards that are fresh, in the order of their paths. */
export function loadShards({ folder, shards }: RecordShards): {
  records: SiteRecords;
  digests: Map<object, string>;
  /** True where any of them shows a file of its own. */
  media: boolean;
} {
  const entries = shards.flatMap((_, index) => [...(readShard(folder, index)?.entries ?? [])]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    records: new Map(entries.map(([path, { parsed }]) => [path, parsed])),
    digests: new Map(entries.map(([, { parsed, digest }]) => [parsed.record, digest])),
    media: entries.some(([, { media }]) => media),
  };
}

interface Entry {
  digest: string;
  parsed: SiteRecord;
  media: boolean;
}

interface Shard {
  parser: string;
  entries: Map<string, Entry>;
}

const SHARDS = 16;

function readShard(folder: string, index: number): Shard | undefined {
  try {
    return deserialize(readFileSync(join(folder, String(index)))) as Shard;
  } catch {
    return undefined;
  }
}
