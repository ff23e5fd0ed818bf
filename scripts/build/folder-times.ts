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

/** Files of a site that nobody wrote down. Folders that are as they were then have none, and are not read. */
export function findStrays(site: string, files: ReadonlyMap<string, unknown>, times: FolderTimes): string[] {
  const folders = foldersOf(files.keys());
  const list = (folder: string): string[] =>
    readdirSync(join(site, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return folders.has(path) ? [] : list(path);
      return files.has(path) ? [] : [path];
    });
  return [...folders].flatMap((folder) => {
    const found = statSync(join(site, folder), { throwIfNoEntry: false });
    return !found?.isDirectory() || found.mtimeMs === times.get(folder) ? [] : list(folder);
  });
}

/** The folders that hold files and those above them, the site itself as `.`. */
function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set(['.']);
  for (const file of files) {
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}
