import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COARSEST_CLOCK } from './file-digests.ts';

/** When something was last put into a folder or taken out of it, by its path below the site; milliseconds since 1970. */
export type FolderTimes = ReadonlyMap<string, number>;

/** The folders of a site that has just been put in place. One that was touched a moment ago could be touched again under the same time. */
export function readFolderTimes(site: string, files: Iterable<string>): FolderTimes {
  const settled = Date.now() - COARSEST_CLOCK;
  const times = new Map<string, number>();
  for (const folder of foldersOf(files)) {
    const { mtimeMs } = statSync(join(site, folder));
    if (mtimeMs < settled) times.set(folder, mtimeMs);
  }
  return times;
}

/** What is found of the folders of a site that was built before. */
export interface FoldersFound {
  /** Files that nobody wrote down. */
  strays: string[];
  times: FolderTimes;
}

/** Looks for files that nobody wrote down. Folders that are as they were then have none, and are not read. */
export function lookIntoFolders(
  site: string,
  files: ReadonlyMap<string, unknown>,
  known: FolderTimes,
): FoldersFound {
  const settled = Date.now() - COARSEST_CLOCK;
  const folders = foldersOf(files.keys());
  const strays: string[] = [];
  const times = new Map<string, number>();
  const list = (folder: string) => {
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() ? folders.has(path) : files.has(path)) continue;
      if (entry.isDirectory()) list(path);
      else strays.push(path);
    }
  };
  for (const folder of folders) {
    const found = statSync(join(site, folder), { throwIfNoEntry: false });
    if (!found?.isDirectory()) continue;
    const { mtimeMs } = found;
    if (mtimeMs < settled) times.set(folder, mtimeMs);
    if (mtimeMs !== known.get(folder)) list(folder);
  }
  return { strays, times };
}

/** The same times without those of folders that have just been changed. */
export function withoutChanged(times: FolderTimes, changed: Iterable<string>): FolderTimes {
  const left = new Map(times);
  for (const folder of foldersOf(changed)) left.delete(folder);
  return left;
}

/** The folders that hold files and those above them, the site itself as `.`. */
function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set(['.']);
  for (const file of files) {
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}
