import { basename, dirname, join } from 'node:path';
import { type Disk, codeOf, listNames } from './disk.ts';
import { withWorkers } from './workers.ts';

/**
 * A folder that changes as a whole: it is built beside itself and put in place by renaming. Whatever moment a run is stopped at, either the
 * old or the new folder is there, or `recoverFolder` puts the new one in place.
 */
export interface FolderContent {
  /** New files: path inside the folder → content. */
  written: ReadonlyMap<string, string | Uint8Array>;
  /** Files that stay as they are. */
  kept: Iterable<string>;
}

/** Where a folder stands while it is built, and where while it is replaced. */
export function placesBeside(folder: string): { next: string; old: string } {
  const beside = (suffix: string) => join(dirname(folder), `.${basename(folder)}.${suffix}`);
  return { next: beside('next'), old: beside('old') };
}

/** Puts in order what a stopped run left. Only for those who hold the lock of the folder. */
export async function recoverFolder(disk: Disk, folder: string): Promise<void> {
  const { next, old } = placesBeside(folder);
  const around = await listNames(disk, dirname(folder));
  const has = (path: string) => around.has(basename(path));
  // The old folder is only moved away once the next one is complete.
  if (!has(folder) && has(old)) await disk.rename(has(next) ? next : old, folder);
  else if (has(next)) await disk.rm(next, { recursive: true, force: true });
  if (has(old)) await disk.rm(old, { recursive: true, force: true });
}

/** Replaces a folder. Where it fails, the folder is as it was. */
export async function replaceFolder(disk: Disk, folder: string, content: FolderContent): Promise<void> {
  const { next, old } = placesBeside(folder);
  try {
    await disk.rm(next, { recursive: true, force: true });
    await disk.mkdir(next, { recursive: true });
    const kept = [...content.kept];
    const folders = new Set([...kept, ...content.written.keys()].map((path) => dirname(path)));
    for (const each of folders) await disk.mkdir(join(next, each), { recursive: true });
    for (const path of kept) await linkFile(disk, join(folder, path), join(next, path));
    for (const [path, text] of content.written) await disk.writeFile(join(next, path), text);
    // All at once after the last write: the disk then has less to do than with each by itself.
    await withWorkers([...content.written.keys()], 8, (path) => syncFile(disk, join(next, path)));
    for (const each of new Set([...folders, '.'])) await syncFolder(disk, join(next, each));
  } catch (error) {
    await disk.rm(next, { recursive: true, force: true });
    throw error;
  }
  try {
    await disk.rename(folder, old);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  try {
    await disk.rename(next, folder);
  } catch (error) {
    await disk.rename(old, folder);
    throw error;
  }
  await syncFolder(disk, dirname(folder));
  await disk.rm(old, { recursive: true, force: true });
}

/** Sees to it that a file is on the disk, so that it is there after the power was gone. */
async function syncFile(disk: Disk, path: string): Promise<void> {
  const handle = await disk.open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

/** The same for the names in a folder. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    // Windows opens no folders, and some network disks know nothing of it.
    if (!/^(?:EPERM|EISDIR|EINVAL|EACCES|ENOTSUP)$/.test(codeOf(error))) throw error;
  }
}

/** A file that stays is linked, or copied where the disk knows no links. */
async function linkFile(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOSPC') throw error;
    await disk.copyFile(from, to);
  }
}
