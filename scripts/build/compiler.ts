import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
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

export const templatesFolder = join(projectFolder, '.slipway', 'templates');

/** Where there are no templates yet, they are needed in a moment: what compiles them loads while the rest does. */
export function startCompilerAhead(): void {
  if (!existsSync(templatesFolder)) ahead ??= startCompiler();
}

export function takeCompiler(): Compiler {
  const compiler = ahead ?? startCompiler();
  ahead = undefined;
  return compiler;
}

let ahead: Compiler | undefined;

function startCompiler(): Compiler {
  const child = fork(join(import.meta.dirname, 'compile-templates.ts'), {
    cwd: projectFolder,
    env: plainEnvironment(),
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Nobody waits for one that has nothing to do.
  child.unref();
  child.channel?.unref();
  const errors = child.stderr as Socket | null;
  errors?.unref();
  let last = '';
  errors?.on('data', (data) => (last = `${last}${String(data)}`.slice(-5_000)));
  const waiting: ((compiled: Compiled) => void)[] = [];
  child.on('message', (compiled: Compiled) => waiting.shift()?.(compiled));
  let isGone = false;
  const giveUp = () => {
    for (const tell of waiting.splice(0))
      tell({ isDone: false, output: last || 'Error: the process that compiles them has ended.' });
  };
  child.on('close', () => {
    isGone = true;
    giveUp();
  });
  child.on('error', ({ message }) => {
    last ||= `Error: ${message}\n`;
    // Otherwise it has yet to say why.
    if (isGone) giveUp();
  });
  return {
    compile: (job) =>
      new Promise((done) => {
        child.ref();
        child.channel?.ref();
        waiting.push(done);
        child.send(job);
      }),
    end: () => child.disconnect(),
  };
}
