import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { arrangeContent, type Content } from '../src/site/content.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions, outOption } from './command.ts';
import { type ContentFolder, display, readContent } from './content.ts';
import { scanForLeaks } from './leak-scan.ts';
import { checkLinks } from './link-check.ts';
import { copyMedia } from './media.ts';
import { isRunning } from '../src/sources/holder.ts';
import { readNow } from './now.ts';
import { openOut } from './out-folder.ts';
import { projectFolder } from './project-folder.ts';
import { parseRecords, readRecordFiles } from './records.ts';
import { copyShareImages, drawShareImages } from './share-images.ts';
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
  const place = openOut(out);
  // Astro keeps scratch files in the output where that lies inside the project, and in one place for all builds where it does not.
  const work = join(projectFolder, '.slipway', `build-${process.pid}`);
  clearAway();
  try {
    const pages = await render(content, out, work, now);
    move(work, place.next);
    place.swap();
    return { pages, milliseconds: performance.now() - started };
  } finally {
    rmSync(work, { recursive: true, force: true });
    place.close();
  }
}

async function render(content: ContentFolder, out: string, work: string, now: Date): Promise<number> {
  const [{ code, output }, images] = await Promise.all([
    runAstro(['build'], siteEnvironment(content, work, now)),
    // What went wrong with the pictures is told after what went wrong with the pages.
    drawShareImages(readVisible(content, now)).catch((error: unknown) => ({ error })),
  ]);
  const pages = existsSync(join(work, 'index.html')) ? countPages(work) : 0;
  const complaints = output.split('\n').filter((line) => /\[ERROR\]|Error:/.test(line));
  if (code !== 0 || pages === 0 || complaints.length > 0) {
    throw new Problem(`The site could not be built. ${lastGood(out)}\n${indent(tail(output))}`, {
      hint: 'The lines above say which record or page it was.',
    });
  }
  if ('error' in images) throw images.error;
  copyShareImages(images, work);
  copyMedia(content.folder, work);
  scanForLeaks(content, work);
  checkLinks(content, work);
  return pages;
}

/** What builds that were killed left of theirs. */
function clearAway(): void {
  const folder = join(projectFolder, '.slipway');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = /^build-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The records as the site shows them on a day. */
function readVisible({ folder, settings }: ContentFolder, now: Date): Content {
  const releases = join(folder, 'releases');
  return arrangeContent(settings.site, parseRecords(releases, readRecordFiles(releases)), now);
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

/** Ends a child as soon as this process is gone, even where that was killed: nobody holds the other end of its input then. */
const DYING_WITH_US = 'process.stdin.on("close", () => process.exit(1)).resume().unref()';

export function astroArguments(words: readonly string[]): string[] {
  const watch = ['--import', `data:text/javascript,${encodeURIComponent(DYING_WITH_US)}`];
  return [...watch, join(projectFolder, 'node_modules', 'astro', 'bin', 'astro.mjs'), ...words];
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
