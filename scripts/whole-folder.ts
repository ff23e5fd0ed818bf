import { existsSync, lstatSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { placesBeside } from '../src/sources/notion/pull/swap.ts';
import { makeFolder, syncFiles, syncFolder } from './folders.ts';

/**
 * Replaces a folder as a whole: it is filled beside itself and on the disk before two renames put it in place. Whatever moment a run is stopped
 * at, even by the power, either the old or the new folder is there, or `recoverFolder` puts the new one in place. Where it fails, the folder is
 * as it was. Only for those who hold the lock of the folder.
 * @param fill writes the new content and gives back the paths of what was written; what was only linked is on the disk already
 */
export function replaceFolder(folder: string, fill: (next: string) => string[]): void {
  const target = follow(folder);
  const { next, old } = placesBeside(target);
  try {
    rmSync(next, { recursive: true, force: true });
    makeFolder(next);
    // All at once after the last write: the disk then has less to do than with each by itself.
    syncFiles(fill(next), next);
    syncTree(next);
    if (existsSync(target)) renameSync(target, old);
    try {
      renameSync(next, target);
    } catch (error) {
      if (existsSync(old)) renameSync(old, target);
      throw error;
    }
    syncFolder(dirname(target));
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
}

/** Puts in order what a stopped run left. Only for those who hold the lock of the folder. */
export function recoverFolder(folder: string): void {
  const target = follow(folder);
  const { next, old } = placesBeside(target);
  // The old folder is only moved away once the next one is complete.
  if (!existsSync(target) && existsSync(old)) renameSync(existsSync(next) ? next : old, target);
  for (const leftover of [next, old]) rmSync(leftover, { recursive: true, force: true });
}

/** A folder may be a link to where it really stands; then that one is replaced, and the link stays. */
function follow(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? follow(resolve(dirname(path), readlinkSync(path))) : path;
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) syncTree(join(folder, entry.name));
  }
  syncFolder(folder);
}
