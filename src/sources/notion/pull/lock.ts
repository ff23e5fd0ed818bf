import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { findHolder, HEARTBEAT, renderHolder } from '../../holder.ts';
import { Problem } from '../../problem.ts';
import { type Disk, codeOf, listNames, readText } from './disk.ts';

/** Where the lock of a folder stands. */
export function lockOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.lock`);
}

/** Lets go of what `takeLock` took. */
export type Release = () => Promise<void>;

/**
 * Takes the lock that one pull at a time may hold. A process that no longer lives holds nothing.
 * @throws {Problem} where another run holds it
 */
export async function takeLock(disk: Disk, path: string): Promise<Release> {
  await disk.mkdir(dirname(path), { recursive: true });
  const mine = renderHolder();
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(disk, path, mine)) {
      await clearAway(disk, path);
      const beat = setInterval(() => void touch(disk, path), HEARTBEAT).unref();
      return async () => {
        clearInterval(beat);
        if ((await readText(disk, path)) === mine) await disk.rm(path, { force: true });
      };
    }
    const theirs = await readText(disk, path);
    if (theirs === undefined) continue;
    const holder = findHolder(theirs, await touchedAt(disk, path));
    if (holder) {
      throw new Problem(`Another pull is running (process ${holder.pid}). Nothing was changed.`, {
        hint: `Wait until it is done. If there is none, delete ${path}.`,
      });
    }
    await takeAway(disk, path, theirs);
  }
  throw new Problem('Another pull began at the same moment. Nothing was changed.', { hint: 'Run it again.' });
}

/** A lock is never seen half written: it is linked into its place as a whole. */
async function create(disk: Disk, path: string, text: string): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await disk.writeFile(aside, text);
    await disk.link(aside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    throw error;
  } finally {
    await disk.rm(aside, { force: true });
  }
}

/** Tells other machines that this run lives. */
async function touch(disk: Disk, path: string): Promise<void> {
  const now = new Date();
  await disk.utimes(path, now, now).catch(() => undefined);
}

async function touchedAt(disk: Disk, path: string): Promise<number> {
  try {
    return (await disk.stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** What stopped runs left of theirs. */
async function clearAway(disk: Disk, path: string): Promise<void> {
  for (const name of await listNames(disk, dirname(path))) {
    if (name.startsWith(`${basename(path)}.`)) await disk.rm(join(dirname(path), name), { force: true });
  }
}

/** Moves a dead lock away, unless another run has already taken its place. */
async function takeAway(disk: Disk, path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await disk.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readText(disk, aside)) === dead) await disk.rm(aside, { force: true });
  else await disk.link(aside, path).finally(() => disk.rm(aside, { force: true }));
}
