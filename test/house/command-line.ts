import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../..');

export interface Run {
  code: number | null;
  /** What was printed on both streams, without colours. */
  output: string;
}

/** The same, and what was printed on each of them. */
export interface WholeRun extends Run {
  stdout: string;
  stderr: string;
}

/** Runs `slipway` as a person would, and waits until it is done. */
export function slipway(words: readonly string[], cwd = projectFolder): Promise<WholeRun> {
  return new Promise((done) => {
    const child = start(words, cwd);
    const run = { output: '', stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (data: unknown) => {
        run.output += String(data);
        run[name] += String(data);
      });
    }
    child.on('close', (code) => done({ code, ...run }));
  });
}

/** Starts `slipway` and leaves it running. */
export function start(words: readonly string[], cwd = projectFolder) {
  const entry = resolve(projectFolder, 'scripts/slipway.mjs');
  return spawn(process.execPath, [entry, ...words], { cwd, env: { ...process.env, NO_COLOR: '1' } });
}

/** Waits until a running command has printed something; gives back all that it has printed so far. */
export function untilPrinted(child: ReturnType<typeof start>, pattern: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    const listen = (data: unknown) => {
      output += String(data);
      if (pattern.test(output)) done(output);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => fail(new Error(`It ended before it printed ${pattern}:\n${output}`)));
  });
}
