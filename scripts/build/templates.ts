import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../src/release/site.ts';
import { Problem } from '../../src/sources/problem.ts';
import { projectFolder } from '../project-folder.ts';
import { plainEnvironment, runAstro } from './astro.ts';
import { digestOf, openFileDigests } from './file-digests.ts';
import { forgetOld, touch } from './forget.ts';
import { clearPictures, refuseLinksOut } from './public-folder.ts';

/** The site's templates, compiled once for all builds with the same sources and settings. */
export interface Templates {
  /** What they were compiled from. */
  key: string;
  /** Holds `client/`, what browsers load; `server/`, what pages are rendered with; `styles.json`, what belongs to which page. */
  folder: string;
}

/**
 * @param base as `describeTemplates` gives it
 * @param language which of the site's other languages they are for
 * @throws {Problem} where they cannot be compiled
 */
export async function prepareTemplates(site: Site, base: string, language?: string): Promise<Templates> {
  const key = language === undefined ? base : digestOf(`${base} ${language}`);
  const folder = join(templatesFolder, key);
  if (existsSync(folder)) {
    touch(folder);
    return { key, folder };
  }
  await compile(site, folder, language);
  forgetOld(templatesFolder);
  return { key, folder };
}

const templatesFolder = join(projectFolder, '.slipway', 'templates');
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

async function compile(site: Site, folder: string, language: string | undefined): Promise<void> {
  refuseLinksOut(join(projectFolder, 'public'));
  const next = `${folder}.${process.pid}`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const { code, output } = await runAstro(['build'], {
    ...plainEnvironment(),
    SLIPWAY_SITE: JSON.stringify(site),
    SLIPWAY_LANGUAGE: language,
    SLIPWAY_OUT: join(next, 'client'),
    SLIPWAY_TEMPLATES: next,
  });
  const complaints = output.split('\n').filter((line) => /\[ERROR\]|Error:/.test(line));
  if (code !== 0 || complaints.length > 0 || !existsSync(join(next, 'styles.json'))) {
    rmSync(next, { recursive: true, force: true });
    throw new Problem(`The templates of the site cannot be compiled.\n${tail(output)}`);
  }
  try {
    await clearPictures(join(next, 'client'));
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  try {
    renameSync(next, folder);
  } catch (error) {
    // Another build had the same to do and was faster.
    rmSync(next, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
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
