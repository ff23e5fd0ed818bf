import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Takes out of a folder what no build has touched for a week: it was kept for places that are no more, or a run that was killed left it. */
export function forgetOld(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (touched !== undefined && Date.now() - touched > WEEK) rmSync(path, { recursive: true, force: true });
  }
}

/** Keeps something for another week. */
export function touch(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
}

/** Milliseconds. */
const WEEK = 7 * 86_400_000;
