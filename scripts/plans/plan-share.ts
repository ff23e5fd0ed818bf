import type { PlanFile } from './read-plan.ts';

/** Plans that several threads understand together: each takes the next one until there is none. */
export interface PlanShare {
  /** The text of `site.yaml`. */
  site: string;
  paths: string[];
  /** Where each plan ends in `bytes`. */
  ends: number[];
  bytes: SharedArrayBuffer;
  /** How many were taken, how many are done. */
  counts: SharedArrayBuffer;
}

export function sharePlans(site: string, files: readonly PlanFile[]): PlanShare {
  let end = 0;
  const ends = files.map(({ bytes }) => (end += bytes.length));
  const all = new Uint8Array(new SharedArrayBuffer(end));
  for (const [place, { bytes }] of files.entries()) all.set(bytes, ends[place - 1] ?? 0);
  const counts = new SharedArrayBuffer(8);
  return { site, paths: files.map(({ path }) => path), ends, bytes: all.buffer, counts };
}

/** Takes plan after plan until all are taken; by the time that one is counted as done, `understand` has given away what it found. */
export function takeTurns(share: PlanShare, understand: (file: PlanFile, place: number) => void): void {
  const { paths, ends, bytes } = share;
  const counts = new Int32Array(share.counts);
  for (
    let place = Atomics.add(counts, TAKEN, 1);
    place < paths.length;
    place = Atomics.add(counts, TAKEN, 1)
  ) {
    const part = new Uint8Array(bytes).slice(ends[place - 1] ?? 0, ends[place]);
    understand({ path: paths[place] ?? '', bytes: part }, place);
    Atomics.add(counts, DONE, 1);
    Atomics.notify(counts, DONE);
  }
}

/** Waits until all are done; false where nothing was done for a long time, as when a thread has died. */
export function waitForOthers({ counts, paths }: PlanShare): boolean {
  const done = new Int32Array(counts);
  for (let seen = Atomics.load(done, DONE); seen < paths.length; seen = Atomics.load(done, DONE)) {
    if (Atomics.wait(done, DONE, seen, LONG) === 'timed-out') return false;
  }
  return true;
}

const TAKEN = 0;
const DONE = 1;
/** Milliseconds. The largest plan takes a few seconds. */
const LONG = 20_000;
