import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outlineOf, partsOf } from '../../src/release/outline.ts';
import type { SiteRecord, SiteRecords } from '../../src/site/record-files.ts';
import { digestOf } from './file-digests.ts';
import type { GivenRecord } from './shown.ts';
import { readSummed, writeSummed } from './summed-file.ts';

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

/** The shards that are not kept as they are now. */
export function findStale(job: RecordShards): number[] {
  return job.shards.flatMap((_, index) =>
    existsSync(join(job.folder, nameOf(job.parser, index, job.shards[index]))) ? [] : [index],
  );
}

/**
 * Parses what is new in a shard.
 * @throws {Error} that names the record that cannot be read
 */
export async function refreshShard(job: RecordShards, index: number): Promise<Entry[]> {
  // Most processes parse nothing.
  const { parseRecordFile } = await import('../../src/site/record-files.ts');
  const { records, folder, parser, shards } = job;
  const before = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${index}.`)) : [];
  const known = new Map(
    before.flatMap((name) => {
      const shard = readShard(folder, name);
      return shard?.parser === parser ? shard.entries.map((entry) => [entry.path, entry]) : [];
    }),
  );
  const entries = (shards[index] ?? []).map(([path, digest]): Entry => {
    const old = known.get(path);
    if (old?.digest === digest) return old;
    const bytes = readFileSync(join(records, path));
    const text = bytes.toString('utf8');
    const parsed = parseRecordFile(records, path, text);
    // It may have been written once more since it was looked at.
    const own = digestOf(bytes);
    return {
      path,
      digest: own,
      outline: describeOutline(parsed, own),
      parsed,
      media: text.includes('/media/'),
    };
  });
  const name = nameOf(
    parser,
    index,
    entries.map(({ path, digest }) => [path, digest]),
  );
  writeSummed(join(folder, name), { parser, entries } satisfies Shard);
  for (const old of before) if (old !== name) rmSync(join(folder, old), { force: true });
  return entries;
}

/** All records, in the order of their paths. */
export async function loadShards(job: RecordShards): Promise<{
  records: SiteRecords;
  /** Each with its digest, and its place in the order as its number. */
  given: GivenRecord[];
  /** What a page may hold of a record without the whole, with the number of the record. */
  parts: [part: object, number: number][];
  /** Of all outlines. */
  outline: string;
  /** True where any of them shows a file of its own. */
  media: boolean;
}> {
  const shards = job.shards.map(
    (_, index) => readShard(job.folder, nameOf(job.parser, index, job.shards[index]))?.entries,
  );
  const entries: Entry[] = [];
  // One that was damaged is made anew.
  for (const [index, shard] of shards.entries()) entries.push(...(shard ?? (await refreshShard(job, index))));
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    records: new Map(entries.map(({ path, parsed }) => [path, parsed])),
    given: entries.map(({ parsed, digest }, number) => [parsed.record, { digest, records: [number] }]),
    parts: entries.flatMap(({ parsed: { kind, record } }, number) =>
      kind === 'release' ? partsOf(record).map((part): [object, number] => [part, number]) : [],
    ),
    outline: digestOf(entries.map(({ path, outline }) => `${path} ${outline}`).join('\n')),
    media: entries.some(({ media }) => media),
  };
}

interface Entry {
  path: string;
  digest: string;
  outline: string;
  parsed: SiteRecord;
  media: boolean;
}

interface Shard {
  parser: string;
  entries: Entry[];
}

const SHARDS = 16;

/** Says what it holds, so that one that is there is as it should be. */
function nameOf(parser: string, index: number, files: readonly RecordFile[] = []): string {
  return `${index}.${digestOf([parser, ...files.map(String)].join('\n'))}`;
}

function describeOutline({ kind, record }: SiteRecord, digest: string): string {
  return kind === 'release' ? digestOf(JSON.stringify(outlineOf(record))) : digest;
}

function readShard(folder: string, name: string): Shard | undefined {
  return readSummed(join(folder, name)) as Shard | undefined;
}
