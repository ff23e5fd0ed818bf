import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../folders.ts';
import { listTree } from './site-files.ts';

/**
 * Changes some files of a large folder. All that is new is there before the first file changes, and a run that is ended between two files is
 * finished by the next one.
 * @param next holds the new files, in their places
 * @param removed paths of files that are no more
 */
export function changeFolder(folder: string, next: string, removed: readonly string[]): void {
  writeFileSync(join(next, JOURNAL), JSON.stringify(removed), { flush: true });
  // From here on the change is made, whatever happens.
  renameSync(next, changeOf(folder));
  syncFolder(dirname(folder));
  finishChange(folder);
}

/** Finishes a change that was begun. Only for those who hold the lock of the folder. */
export function finishChange(folder: string): void {
  const change = changeOf(folder);
  if (!existsSync(change)) return;
  const journal = join(change, JOURNAL);
  const removed = existsSync(journal) ? (JSON.parse(readFileSync(journal, 'utf8')) as string[]) : [];
  for (const path of removed) remove(folder, path);
  for (const path of listTree(change)) {
    if (path === JOURNAL) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(join(change, path), join(folder, path));
  }
  rmSync(change, { recursive: true, force: true });
}

/** No site has a file of this name. */
const JOURNAL = '.removed.json';

/** With the folders that become empty by it. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const whole = join(folder, above);
    if (existsSync(whole) && readdirSync(whole).length > 0) return;
    rmSync(whole, { recursive: true, force: true });
  }
}

function changeOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.change`);
}
