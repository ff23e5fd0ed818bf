import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds in which a burst of events is one change. */
const BURST = 60;

/**
 * Calls back shortly after something in a folder changed, at whatever depth. Every folder is watched by itself, and anew after each change: a tree
 * Node watches on Linux file by file, and loses each that an editor puts another in the place of.
 * @param isOurs whether a file or folder is written by us: its path from the folder, with `/`
 */
export function watchFolder(
  folder: string,
  isOurs: (path: string) => boolean,
  changed: () => void,
): { close: () => void } {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const close = () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      changed();
    }, BURST);
  };
  // What changes before everything is watched again is seen by whoever is called back, for that comes after.
  const follow = () => {
    close();
    for (const path of ['', ...listFolders(folder, '', isOurs)]) {
      try {
        const watcher = watch(join(folder, path), (_, name) => {
          if (name === null || !isOurs(path === '' ? name : `${path}/${name}`)) soon();
        });
        watchers.push(watcher.on('error', soon));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  };
  follow();
  return { close };
}

function listFolders(root: string, path: string, isOurs: (path: string) => boolean): string[] {
  const entries = readEntries(join(root, path)).filter((entry) => entry.isDirectory());
  return entries
    .map(({ name }) => (path === '' ? name : `${path}/${name}`))
    .filter((each) => !isOurs(each))
    .flatMap((each) => [each, ...listFolders(root, each, isOurs)]);
}

function readEntries(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    // A folder may go while it is looked at.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
