import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BrokenLink } from '../../src/site/broken-links.ts';
import { digestOf } from './file-digests.ts';
import type { FolderTimes } from './folder-times.ts';

/** What is known of a built site. It is kept apart from the site; without it, the next build is a full one. */
export interface Manifest {
  /** What everything on the site rests on: templates and settings. */
  base: string;
  /** All that was read for it. */
  inputs: string;
  /** Everything that pages can look at, the clock included. */
  content: string;
  /** The same without what longer texts say. */
  listing: string;
  /** Of each record, in the order of their paths. */
  records: string[];
  /** From when to when the clock says the same, in milliseconds since 1970. */
  from: number;
  until: number;
  /** The internal words that every file was searched for. */
  secrets: string;
  /** Links that lead to nothing. */
  broken: BrokenLink[];
  /** Tells whether anybody else put files into the site. */
  folders: FolderTimes;
  /** By path below the folder of the site, with `/`. */
  files: Map<string, FileEntry>;
}

/** A file of the site, as it was written. */
export interface FileEntry {
  /** What it shows; an empty text for what is copied, not made. */
  shows: string;
  /** The same without what it only rests on, where it is told apart (`withoutRest`). */
  closely?: string | undefined;
  /** What it looked at besides what it was handed, and so rests on. */
  looks: Looks;
  hash: string;
  size: number;
  mtime: number;
  inode: number;
  /** It was made or copied by this build; otherwise it was good as it stood. */
  fresh?: boolean;
}

export type Looks = 'nothing' | 'outlines' | 'everything';

export function readManifest(path: string): Manifest | undefined {
  try {
    const manifest = deserialize(readFileSync(path)) as Manifest;
    for (const entry of manifest.files.values()) entry.fresh = false;
    return manifest;
  } catch {
    return undefined;
  }
}

export function writeManifest(path: string, manifest: Manifest): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}`;
  writeFileSync(next, serialize(manifest));
  renameSync(next, path);
}

/** What is written down of a file that has just been written, with the digest of its bytes. */
export function describeFile(path: string, hash: string, shows: string, looks: Looks): FileEntry {
  const { size, mtimeMs, ino } = statSync(path);
  return { shows, looks, hash, size, mtime: mtimeMs, inode: ino, fresh: true };
}

/** True where a file is what it was when it was written down. One that was copied elsewhere and back is read to know. */
export function isIntact(folder: string, path: string, { size, mtime, inode, hash }: FileEntry): boolean {
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== size) return false;
  if (found.mtimeMs === mtime && found.ino === inode) return true;
  return digestOf(readFileSync(join(folder, path))) === hash;
}
