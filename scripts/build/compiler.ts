import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Site } from '../../src/release/site.ts';
import { projectFolder } from '../project-folder.ts';
import { plainEnvironment } from './astro.ts';

/** A process that compiles templates. */
export interface Compiler {
  /** One after the other. */
  compile: (job: CompileJob) => Promise<Compiled>;
  end: () => void;
}

export interface CompileJob {
  site: Site;
  /** One of the site's other languages. */
  language: string | undefined;
  /** Where the templates are put. */
  folder: string;
}

export interface Compiled {
  isDone: boolean;
  /** What was said meanwhile, which is no good news. */
  output: string;
}

export function startCompiler(): Compiler {
  const child = fork(join(import.meta.dirname, 'compile-templates.ts'), {
    cwd: projectFolder,
    env: plainEnvironment(),
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let last = '';
  child.stderr?.on('data', (data) => (last = `${last}${String(data)}`.slice(-5_000)));
  const waiting: ((compiled: Compiled) => void)[] = [];
  child.on('message', (compiled: Compiled) => waiting.shift()?.(compiled));
  const fail = (reason: string) => {
    for (const tell of waiting.splice(0)) tell({ isDone: false, output: reason });
  };
  child.on('error', ({ message }) => fail(message));
  child.on('close', () => fail(last));
  return {
    compile: (job) =>
      new Promise((done) => {
        waiting.push(done);
        child.send(job);
      }),
    end: () => child.disconnect(),
  };
}
