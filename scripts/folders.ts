import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder and those above it. Node's own `recursive` never returns where a file system refuses new folders with “no such file”, as
 * /proc does.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Sees to it that files are on the disk; of many all at once, where the system can, because each by itself takes a write of the disk. */
export function syncFiles(paths: readonly string[], folder: string): void {
  const isMany = paths.length > 100 && process.platform === 'linux';
  if (isMany && spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0) return;
  for (const path of paths) syncFile(path);
}

/** Sees to it that a file is on the disk, so that it is there after the power was gone. */
function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same for the names in a folder. */
export function syncFolder(path: string): void {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // Windows opens no folders, and some network disks know nothing of it.
    if (!/^(?:EPERM|EISDIR|EINVAL|EACCES|ENOTSUP)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
}

/**
 * Writes a text file as a whole: whatever happens, what was there before is there, or all of the new text.
 * @param mode who may do what with it; as it was, where it is not given
 */
export function replaceFile(path: string, text: string, mode?: number): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  // A terminal or a pipe takes what comes, and holds nothing that could be lost.
  if (statSync(target, { throwIfNoEntry: false })?.isFile() === false) return writeFileSync(target, text);
  const aside = join(dirname(target), `.${basename(target)}.next`);
  const rights = mode ?? statSync(target, { throwIfNoEntry: false })?.mode;
  try {
    writeFileSync(aside, text, { flush: true, ...(mode !== undefined && { mode }) });
    if (rights !== undefined) chmodSync(aside, rights & 0o777);
    renameSync(aside, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Why a folder or file could not be read, in words. */
export function whyUnread(error: unknown): string {
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'it may not be read by you',
    EPERM: 'it may not be read by you',
  };
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? reasonOf(error);
}

/** Why a folder or file could not be written, in words. */
export function reasonOf(error: unknown): string {
  const reasons: Record<string, string> = {
    EACCES: 'it may not be written by you',
    EPERM: 'it may not be written by you',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full',
    EFBIG: 'the disk takes no file of that size',
    EIO: 'the disk has an error',
    ENOENT: 'folders cannot be made there',
    ENOTDIR: 'a part of the path is a file',
    EISDIR: 'a folder stands in the way',
    ELOOP: 'links lead in a circle',
    EEXIST: 'a file stands in the way',
    EBUSY: 'it is in use, or a disk of its own',
  };
  return (
    reasons[(error as NodeJS.ErrnoException).code ?? ''] ??
    (error instanceof Error ? error.message : String(error))
  );
}
