import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions, outOption } from './command.ts';
import { type ContentFolder, display, readContent } from './content.ts';
import { makeFolder, reasonOf } from './folders.ts';
import { scanForLeaks } from './leak-scan.ts';
import { copyMedia } from './media.ts';
import { readNow } from './now.ts';
import { counted, duration, printLine } from './terminal.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: 'Build the site from the public records alone',
  options: { content: commonOptions.content, ...outOption, now: commonOptions.now },
  async run(_, options) {
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const out = resolve(String(options['out'] ?? 'dist'));
    const { pages, milliseconds } = await buildSite(content, out, readNow(options['now']));
    printLine(`${counted(pages, 'page')} built into ${display(out)} in ${duration(milliseconds)}.`);
    return 0;
  },
};

/** The project's own folder, wherever the command was typed. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Builds into a folder beside the output and swaps it in when it is complete, so that a build that fails leaves the last good site.
 * @throws {Problem} where the output cannot be written, the site cannot be built, or internal words stand in it
 */
export async function buildSite(
  content: ContentFolder,
  out: string,
  now: Date,
): Promise<{ pages: number; milliseconds: number }> {
  const started = performance.now();
  const next = join(dirname(out), `.${basename(out)}.next`);
  prepare(out, next);
  // Astro keeps scratch files in the output where that lies inside the project, and in one place for all builds where it does not.
  const work = join(projectFolder, '.slipway', `build-${process.pid}`);
  const { code, output } = await runAstro(['build'], siteEnvironment(content, work, now));
  const pages = existsSync(join(work, 'index.html')) ? countPages(work) : 0;
  const complaints = output.split('\n').filter((line) => /\[ERROR\]|Error:/.test(line));
  if (code !== 0 || pages === 0 || complaints.length > 0) {
    for (const folder of [work, next]) rmSync(folder, { recursive: true, force: true });
    throw new Problem(`The site could not be built. ${lastGood(out)}\n${indent(tail(output))}`, {
      hint: 'The lines above say which record or page it was.',
    });
  }
  try {
    copyMedia(content.folder, work);
    scanForLeaks(content, work);
  } catch (error) {
    for (const folder of [work, next]) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  move(work, next);
  swap(next, out);
  return { pages, milliseconds: performance.now() - started };
}

/** What the site may know of the environment: nothing but this, and no token ever. */
export function siteEnvironment(content: ContentFolder, out: string, now: Date): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot, NO_COLOR, FORCE_COLOR } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    TEMP,
    TMP,
    SystemRoot,
    NO_COLOR,
    FORCE_COLOR,
    ASTRO_TELEMETRY_DISABLED: '1',
    SLIPWAY_CONTENT: content.folder,
    SLIPWAY_SITE: JSON.stringify(content.settings.site),
    SLIPWAY_OUT: out,
    SLIPWAY_NOW: now.toISOString(),
  };
}

export function astroArguments(words: readonly string[]): string[] {
  return [join(projectFolder, 'node_modules', 'astro', 'bin', 'astro.mjs'), ...words];
}

function runAstro(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, astroArguments(words), { cwd: projectFolder, env });
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

function prepare(out: string, next: string): void {
  try {
    if (existsSync(out) && !statSync(out).isDirectory()) throw new Error('it is a file');
    rmSync(next, { recursive: true, force: true });
    makeFolder(next);
  } catch (cause) {
    throw new Problem(
      `The site cannot be written into \`${display(out)}\`: ${reasonOf(cause)}. Nothing was changed.`,
      {
        hint: 'Make the folder writable for you, or name another one with `--out`.',
        cause,
      },
    );
  }
}

/** Renames, or copies where the two places are on different disks. */
function move(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

function swap(next: string, out: string): void {
  const last = join(dirname(out), `.${basename(out)}.last`);
  rmSync(last, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, last);
  renameSync(next, out);
  rmSync(last, { recursive: true, force: true });
}

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
}

function lastGood(out: string): string {
  return existsSync(out)
    ? `The last good site is still in \`${display(out)}\`.`
    : 'There is no earlier site to fall back on.';
}

function tail(output: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = output
    .replace(/\u001B\[[\d;]*m/g, '')
    .trim()
    .split('\n');
  const firstError = plain.findIndex((line) => /error/i.test(line));
  return plain
    .slice(firstError < 0 ? -12 : firstError)
    .slice(0, 12)
    .join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
