import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
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
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(disk, path, mine)) {
      await clearAway(disk, path);
      return () => disk.rm(path, { force: true });
    }
    const theirs = await readText(disk, path);
    if (theirs === undefined) continue;
    if (isHeld(theirs)) {
      const { pid } = readHolder(theirs) as Holder;
      throw new Problem(`Another pull is running (process ${pid}). Nothing was changed.`, {
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

/** What stopped runs left of theirs. */
async function clearAway(disk: Disk, path: string): Promise<void> {
  for (const name of await listNames(disk, dirname(path))) {
    if (name.startsWith(`${basename(path)}.`)) await disk.rm(join(dirname(path), name), { force: true });
  }
}

/** True where the process that a lock's text names still lives. */
export function isHeld(text: string): boolean {
  const holder = readHolder(text);
  return holder !== undefined && isAlive(holder);
}

interface Holder {
  pid: number;
  host: string;
}

function readHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** A process on another machine is believed to live. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
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
