import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { lockOf } from '../src/sources/notion/pull/lock.ts';
import { placesBeside } from '../src/sources/notion/pull/swap.ts';
import { Problem } from '../src/sources/problem.ts';
import { changeFolder, finishChange } from './build/change-folder.ts';
import { display } from './content.ts';
import { makeFolder, reasonOf, syncFolder } from './folders.ts';
import { takeLock } from './lock.ts';
import { recoverFolder } from './whole-folder.ts';

/** Where a site is put together before it is shown. */
export interface OutFolder {
  /** A new, empty folder on the same disk. */
  next: string;
  /** Puts `next` in the place of the output. */
  swap: () => void;
  /** Moves the files of `next` into the output, which is large, and takes out those that are gone. */
  change: (removed: readonly string[]) => void;
  /** Lets go, and leaves nothing beside the output. */
  close: () => void;
}

/**
 * Takes the output of a build for this run alone. The last good site stays until `swap`, and a run that was killed between leaves it or the new
 * one.
 * @throws {Problem} where another run builds into it, or it cannot be written
 */
export function openOut(out: string): OutFolder {
  const { next, old } = placesBeside(out);
  const letGo = attempt(out, () => {
    if (existsSync(out) && !statSync(out).isDirectory()) throw new Error('it is a file');
    refuseOthers(out);
    makeFolder(dirname(out));
    return takeLock(lockOf(out), `is building into \`${display(out)}\``);
  });
  try {
    attempt(out, () => {
      recoverFolder(out);
      finishChange(out);
      makeFolder(next);
    });
  } catch (error) {
    letGo();
    throw error;
  }
  return {
    next,
    swap: () => attempt(out, () => swap(out, next, old)),
    change: (removed) => attempt(out, () => changeFolder(out, next, removed)),
    close() {
      rmSync(next, { recursive: true, force: true });
      letGo();
    },
  };
}

/**
 * A build replaces its output as a whole. What is no site was named by mistake, and may be all that somebody has.
 * @throws {Problem} where something else stands there
 */
function refuseOthers(out: string): void {
  const names = existsSync(out) ? readdirSync(out) : [];
  const other = names.includes('index.html') ? names.find((name) => NEVER_IN_SITES.has(name)) : names[0];
  if (other === undefined) return;
  throw new Problem(
    `\`${display(out)}\` holds \`${other}\` and is no site of Slipway, which would be replaced as a whole. Nothing was changed.`,
    { hint: 'Name a folder that is empty, or one that a build has made, with `--out`.' },
  );
}

const NEVER_IN_SITES = new Set(['.git', 'package.json', 'node_modules', 'site.yaml', 'plans']);

function swap(out: string, next: string, old: string): void {
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(next, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw error;
  }
  syncFolder(dirname(out));
  rmSync(old, { recursive: true, force: true });
}

function attempt<Result>(out: string, action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      `The site cannot be written into \`${display(out)}\`: ${reasonOf(cause)}. Nothing was changed.`,
      { hint: 'Make the folder writable for you, or name another one with `--out`.', cause },
    );
  }
}
