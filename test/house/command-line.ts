import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../..');

export interface Run {
  code: number | null;
  /** What was printed on both streams, without colours. */
  output: string;
}

/** Runs `slipway` as a person would, and waits until it is done. */
export function slipway(words: readonly string[], cwd = projectFolder): Promise<Run> {
  return new Promise((done) => {
    const child = start(words, cwd);
    let output = '';
    const keep = (data: unknown) => (output += String(data));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => done({ code, output }));
  });
}

/** Starts `slipway` and leaves it running. */
export function start(words: readonly string[], cwd = projectFolder) {
  const entry = resolve(projectFolder, 'scripts/slipway.ts');
  return spawn(process.execPath, [entry, ...words], { cwd, env: { ...process.env, NO_COLOR: '1' } });
}
