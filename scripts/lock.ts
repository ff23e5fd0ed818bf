import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../src/sources/problem.ts';
import { display } from './content.ts';
import { reasonOf } from './folders.ts';

/**
 * Does something while no other run does the same. The lock is a file that holds a process id; a process that no longer lives holds nothing.
 * @throws {Problem} where another run holds the lock
 */
export function withLock<Result>(path: string, wanted: boolean, action: () => Result): Result {
  if (!wanted) return action();
  acquire(path);
  try {
    return action();
  } finally {
    rmSync(path, { force: true });
  }
}

function acquire(path: string): void {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') {
      throw new Problem(
        `\`${display(dirname(path))}\` cannot be written: ${reasonOf(error)}. Nothing was changed.`,
        {
          hint: 'Make the folder writable for you, or name another one with `--content`.',
          cause: error,
        },
      );
    }
  }
  const holder = Number(readFileSync(path, 'utf8'));
  if (isAlive(holder)) {
    throw new Problem(
      `Another run of Slipway (process ${holder}) is publishing this folder. Nothing was changed.`,
      {
        hint: 'Wait until it is done and run it again.',
      },
    );
  }
  rmSync(path, { force: true });
  acquire(path);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
