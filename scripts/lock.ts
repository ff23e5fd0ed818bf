import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findHolder, type Holder, renderHolder } from '../src/sources/holder.ts';
import { Problem } from '../src/sources/problem.ts';
import { display } from './content.ts';
import { reasonOf } from './folders.ts';

/** Another run holds what this one needs; it can be tried again. */
export class Held extends Problem {}

/**
 * Takes a lock that one run at a time may hold, and gives back how to let go of it. A process that no longer lives holds nothing.
 * @param path where the lock stands: in a folder that exists
 * @param doing what whoever holds it does: `is publishing this folder`
 * @throws {Held} where another run holds it
 * @throws {Problem} where it cannot be written
 */
export function takeLock(path: string, doing: string): () => void {
  const mine = renderHolder();
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path, mine)) {
      clearAway(path);
      return () => letGo(path, mine);
    }
    const theirs = readLock(path);
    if (theirs?.holder) {
      throw new Held(`Another run of Slipway (process ${theirs.holder.pid}) ${doing}. Nothing was changed.`, {
        hint: `Wait until it is done and run it again. If there is none, delete ${display(path)}.`,
      });
    }
    if (theirs) takeAway(path, theirs.text);
  }
  throw new Held('Another run of Slipway began at the same moment. Nothing was changed.', {
    hint: 'Run it again.',
  });
}

/** A lock is never seen half written: it is linked into its place as a whole. */
function create(path: string, text: string): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    writeFileSync(aside, text);
    place(aside, path, text);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What holders leave behind is cleared away by the next one, which may be now.
    if (code === 'EEXIST' || (code === 'ENOENT' && statSync(dirname(path), { throwIfNoEntry: false })))
      return false;
    throw new Problem(
      `\`${display(dirname(path))}\` cannot be written: ${reasonOf(error)}. Nothing was changed.`,
      {
        hint: 'Make the folder writable for you and see that its disk has room, or name another one.',
        cause: error,
      },
    );
  } finally {
    rmSync(aside, { force: true });
  }
}

function place(aside: string, path: string, text: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS)$/.test(code)) throw error;
    // A disk that knows no links.
    writeFileSync(path, text, { flag: 'wx' });
  }
}

function readLock(path: string): { text: string; holder: Holder | undefined } | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, holder: findHolder(text, statSync(path).mtimeMs) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moves a dead lock away, unless another run has already taken its place. */
function takeAway(path: string, dead: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== dead) linkSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** What stopped runs left of theirs. */
function clearAway(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.`)) rmSync(join(dirname(path), name), { force: true });
  }
}

function letGo(path: string, mine: string): void {
  if (readLock(path)?.text === mine) rmSync(path, { force: true });
}
