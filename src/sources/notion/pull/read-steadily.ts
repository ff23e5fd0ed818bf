import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { codeOf } from './disk.ts';
import { findHolder } from '../../holder.ts';
import { lockOf } from './lock.ts';
import { placesBeside } from './swap.ts';

/**
 * Reads what stands in folders that another run may replace at any moment: never half of the old and half of the new. A folder that a killed run
 * left between its two renames is put in its place first.
 */
export function readSteadily<Result>(folders: readonly string[], read: () => Result): Result {
  for (let attempt = 1; ; attempt++) {
    for (const folder of folders) settle(folder);
    const before = folders.map(identityOf).join();
    try {
      const result = read();
      if (folders.map(identityOf).join() === before || attempt === MOST_ATTEMPTS) return result;
    } catch (error) {
      // It may not have stood there before, and not yet again.
      const isReplaced = folders.map(identityOf).join() !== before || folders.some(isBetween);
      if (codeOf(error) !== 'ENOENT' || !isReplaced || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

const MOST_ATTEMPTS = 20;

function settle(folder: string): void {
  if (!isBetween(folder)) return;
  for (let turn = 0; turn < 100 && isLocked(folder); turn++) {
    pause(10);
    if (!isBetween(folder)) return;
  }
  const { next, old } = placesBeside(folder);
  // The old folder is only moved away once the next one is complete.
  if (isBetween(folder)) renameSync(existsSync(next) ? next : old, folder);
}

/** True between the two renames that put the next folder in the place of the old one. */
function isBetween(folder: string): boolean {
  return !existsSync(folder) && existsSync(placesBeside(folder).old);
}

function isLocked(folder: string): boolean {
  try {
    const lock = lockOf(folder);
    return findHolder(readFileSync(lock, 'utf8'), statSync(lock).mtimeMs) !== undefined;
  } catch {
    return false;
  }
}

function identityOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.birthtimeMs}` : '';
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
