import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { siteLanguages } from '../../src/release/language.ts';
import type { Site } from '../../src/release/site.ts';
import { Problem } from '../../src/sources/problem.ts';
import { projectFolder } from '../project-folder.ts';
import { type Compiler, takeCompiler, templatesFolder } from './compiler.ts';
import { digestOf, openFileDigests } from './file-digests.ts';
import { forgetOld, touch } from './forget.ts';
import { clearDrawingsAndFilms, clearPictures, refuseLinksOut } from './public-folder.ts';
import { listTree } from './site-files.ts';

/** The site's templates, compiled once for all builds with the same sources and settings. */
export interface Templates {
  /** What they were compiled from. */
  key: string;
  /** Holds `client/`, what browsers load; `server/`, what pages are rendered with; `styles.json`, what belongs to which page. */
  folder: string;
}

/**
 * The templates of one language. Where they are missing, those of all languages that are missing are compiled in one process, which needs nothing but
 * the settings: whoever knows these may ask long before there is something to render.
 * @param base as `describeTemplates` gives it
 * @param language which of the site's other languages they are for
 * @throws {Problem} where they cannot be compiled
 */
export async function prepareTemplates(site: Site, base: string, language?: string): Promise<Templates> {
  const wanted = place(base, language);
  if (isWhole(wanted.folder)) {
    touch(wanted.folder);
    return wanted;
  }
  const [, ...others] = siteLanguages(site);
  if (!compiling.has(wanted.key))
    compileMissing(site, base, [undefined, ...others.map(({ locale }) => locale)]);
  await compiling.get(wanted.key);
  return wanted;
}

/** Compiles the templates of a project that has none, for whoever does something else before they are needed. */
export function prepareFirstTemplates(site: Site): void {
  if (existsSync(templatesFolder)) return;
  // Whoever needs them is told.
  prepareTemplates(site, describeTemplates(site)).catch(() => {});
}

function place(base: string, language: string | undefined): Templates {
  const key = language === undefined ? base : digestOf(`${base} ${language}`);
  return { key, folder: join(templatesFolder, key) };
}

/** Templates that are being compiled, by their keys. */
const compiling = new Map<string, Promise<void>>();
/** Everything that templates are compiled from besides the settings. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'scripts'];

/** Everything that the compiled templates rest on: all settings, for any may be compiled into them, and no record. */
export function describeTemplates(site: Site): string {
  const digests = openFileDigests(join(projectFolder, '.slipway', 'sources.digests'));
  const files = SOURCES.flatMap(listFiles).sort();
  const sources = files.map((path) => `${path} ${digests.digestOf(join(projectFolder, path))}`);
  digests.save();
  return digestOf([process.version, JSON.stringify(site), ...sources].join('\n'));
}

function listFiles(path: string): string[] {
  const whole = join(projectFolder, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole, { withFileTypes: true }).flatMap(({ name }) => listFiles(`${path}/${name}`));
}

/** One process for all: Astro takes as long to load as to compile. */
function compileMissing(site: Site, base: string, languages: readonly (string | undefined)[]): void {
  const missing = languages
    .map((language) => ({ language, ...place(base, language) }))
    .filter(({ folder }) => !isWhole(folder));
  const compiler = takeCompiler();
  const all = missing.map(({ language, key, folder }) => {
    const compiled = compile(compiler, site, folder, language);
    compiling.set(key, compiled);
    return compiled.finally(() => compiling.delete(key));
  });
  // Whoever waits for one is told why it failed.
  void Promise.allSettled(all).then(() => compiler.end());
}

async function compile(
  compiler: Compiler,
  site: Site,
  folder: string,
  language: string | undefined,
): Promise<void> {
  refuseLinksOut(join(projectFolder, 'public'));
  const next = `${folder}.${process.pid}`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    const { isDone, output } = await compiler.compile({ site, language, folder: next });
    const complaints = output.split('\n').filter((line) => /\[ERROR\]|Error:/.test(line));
    if (!isDone || complaints.length > 0 || !existsSync(join(next, 'styles.json')))
      throw new Problem(`The templates of the site cannot be compiled.\n${tail(output)}`);
    clearDrawingsAndFilms(join(next, 'client'));
    await clearPictures(join(next, 'client'));
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  const files = listTree(next).map((path): KeptFile => [path, statSync(join(next, path)).size]);
  writeFileSync(join(next, FILES), JSON.stringify(files));
  if (!isWhole(folder)) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(next, folder);
  } catch (error) {
    // Another build had the same to do and was faster.
    rmSync(next, { recursive: true, force: true });
    if (!isWhole(folder)) throw error;
  }
  forgetOld(templatesFolder);
}

/** Where it is written down which files there are; it is the last one that is written. */
const FILES = 'files.json';
type KeptFile = [path: string, bytes: number];

/** True for templates of which nothing is missing, whoever may have tidied up there. */
function isWhole(folder: string): boolean {
  try {
    const files = JSON.parse(readFileSync(join(folder, FILES), 'utf8')) as KeptFile[];
    return files.every(([path, bytes]) => statSync(join(folder, path)).size === bytes);
  } catch {
    return false;
  }
}

function tail(output: string): string {
  const plain = output
    .replace(/\u001B\[[\d;]*m/g, '')
    .trim()
    .split('\n');
  const firstError = plain.findIndex((line) => /error/i.test(line));
  return plain
    .slice(firstError < 0 ? -12 : firstError)
    .slice(0, 12)
    .map((line) => `  ${line}`)
    .join('\n');
}
