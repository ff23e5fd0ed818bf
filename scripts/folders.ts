import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Node's own `recursive` never returns where a file system refuses new folders with “no such file”, as
 * /proc does.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Why a folder or file could not be written, in words. */
export function reasonOf(error: unknown): string {
  const reasons: Record<string, string> = {
    EACCES: 'it may not be written by you',
    EPERM: 'it may not be written by you',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOENT: 'folders cannot be made there',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'a file stands in the way',
  };
  return (
    reasons[(error as NodeJS.ErrnoException).code ?? ''] ??
    (error instanceof Error ? error.message : String(error))
  );
}
