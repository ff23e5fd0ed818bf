import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/project-folder.ts';
import type { Release } from '../../src/release/release.ts';
import { markdownFile, writeEleventySite, writeHugoSite } from './other-sites.ts';
import { writeCorpus } from './write-corpus.ts';

/** A program that makes a site. */
export interface Generator {
  name: string;
  prepare: (folder: string, releases: readonly Release[]) => void;
  /** Takes away everything that a build left, so that the next one begins from nothing. */
  forget: (folder: string) => void;
  /** The same, but for what does not depend on the content, where it keeps that. */
  forgetContent?: (folder: string) => void;
  /** Changes a sentence of one release; another sentence each time. */
  edit: (folder: string, release: Release, turn: number) => void;
  command: (folder: string) => Command;
  /** Makes a search index of the site, where the generator makes none. */
  index?: ((folder: string) => Command) | undefined;
  out: (folder: string) => string;
}

export interface Command {
  words: string[];
  cwd: string;
}

/** @param folder where a program may be installed that only a comparison needs */
export function listGenerators(folder: string): Generator[] {
  const hasHugo = spawnSync('hugo', ['version']).status === 0;
  const pagefind = installPagefind(folder);
  return [slipway, { ...eleventy, ...(pagefind && { index: pagefind }) }, ...(hasHugo ? [hugo] : [])];
}

/** It has 57 MB, which is too much to come with the project; without a network there is no index to compare with. */
function installPagefind(folder: string): Generator['index'] {
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', PAGEFIND], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  const runner = join(folder, 'node_modules/pagefind/lib/runner/bin.cjs');
  if (status !== 0) return undefined;
  return (place) => ({ words: [process.execPath, runner, '--site', 'out', '--quiet'], cwd: place });
}

const PAGEFIND = 'pagefind@1.5.2';

const slipway: Generator = {
  name: 'Slipway',
  prepare: (folder, releases) => writeCorpus(join(folder, 'content'), releases),
  forget(folder) {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    rmSync(join(projectFolder, '.slipway'), { recursive: true, force: true });
  },
  forgetContent(folder) {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const kept = join(projectFolder, '.slipway');
    for (const name of readdirSync(kept).filter((each) => !TEMPLATES.has(each)))
      rmSync(join(kept, name), { recursive: true, force: true });
  },
  edit: (folder, { product, id }, turn) =>
    replace(
      join(folder, 'content/releases', product, `${id}.yaml`),
      /^summary: (?:Edit \d+\. )?/m,
      `summary: Edit ${turn}. `,
    ),
  command: (folder) => ({
    words: [
      process.execPath,
      join(projectFolder, 'scripts/slipway.mjs'),
      ...[
        'build',
        '--content',
        join(folder, 'content'),
        '--out',
        join(folder, 'dist'),
        '--now',
        '2026-11-21T12:00:00Z',
      ],
    ],
    cwd: projectFolder,
  }),
  out: (folder) => join(folder, 'dist'),
};

/** What is kept of the templates, and rests on no content. */
const TEMPLATES = new Set(['templates', 'sources.digests']);

const eleventy: Generator = {
  name: 'Eleventy',
  prepare: writeEleventySite,
  forget: (folder) => rmSync(join(folder, 'out'), { recursive: true, force: true }),
  edit: (folder, release, turn) => editMarkdown(join(folder, markdownFile('input/releases', release)), turn),
  command: (folder) => ({
    words: [process.execPath, join(projectFolder, 'node_modules/@11ty/eleventy/cmd.cjs')],
    cwd: folder,
  }),
  out: (folder) => join(folder, 'out'),
};

const hugo: Generator = {
  name: 'Hugo',
  prepare: writeHugoSite,
  forget(folder) {
    for (const name of ['public', 'resources']) rmSync(join(folder, name), { recursive: true, force: true });
  },
  edit: (folder, release, turn) =>
    editMarkdown(join(folder, markdownFile('content/releases', release)), turn),
  command: (folder) => ({ words: ['hugo', '--quiet'], cwd: folder }),
  out: (folder) => join(folder, 'public'),
};

function editMarkdown(path: string, turn: number): void {
  replace(path, /^---\n\n(?:Edit \d+\.\n\n)?/m, `---\n\nEdit ${turn}.\n\n`);
}

function replace(path: string, pattern: RegExp, text: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, text));
}
