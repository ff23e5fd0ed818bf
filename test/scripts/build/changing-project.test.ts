import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../scripts/project-folder.ts';
import { makeReleases } from '../../bench/corpus.ts';
import { seeded } from '../../bench/random.ts';
import { writeCorpus } from '../../bench/write-corpus.ts';
import { differences, readTree, temporaryFolder } from '../../house/files.ts';
import { isLong } from '../../long.ts';
import { listEdits } from './edits.ts';

/** What builds rest on: all of it can be changed in a copy. */
const PROJECT = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** A copy of the project, which knows nothing of earlier builds. */
function copyProject(folder: string): string {
  for (const name of PROJECT) cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function startBuild(project: string, content: string, day: string): ChildProcess {
  const words = ['build', '--content', content, '--out', join(project, 'dist'), '--now', `${day}T12:00:00Z`];
  return spawn(process.execPath, [join(project, 'scripts/slipway.mjs'), ...words], {
    cwd: project,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** As a long-lived project is: its templates change, its builds are killed, what they know is deleted. */
test.runIf(isLong)(
  'whatever becomes of a project, the site is that of a build from nothing',
  { timeout: 3_600_000 },
  async () => {
    const random = seeded(Number(process.env['SEED'] ?? 5));
    const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
    const content = join(temporaryFolder(), 'content');
    const releases = makeReleases({ releases: 16, products: 2, changes: [1, 4], days: 300 });
    writeCorpus(content, releases);
    const [kept, fresh] = [copyProject(temporaryFolder()), copyProject(temporaryFolder())];
    const inBoth = (path: string, edit: (text: string, word: string) => string) => {
      const word = String(random());
      for (const project of [kept, fresh])
        writeFileSync(join(project, path), edit(readFileSync(join(project, path), 'utf8'), word));
    };
    const known = join(kept, '.slipway');
    let day = 21;
    const events: Record<string, () => unknown> = {
      ...listEdits(content, releases, random),
      day: () => void (day = Math.min(30, day + 1)),
      component: () =>
        inBoth('src/components/SiteFooter.astro', (text, word) => `${text}\n<p class="muted">${word}</p>\n`),
      style: () => inBoth('src/styles/tokens.css', (text, word) => `${text}\n:root { --tried: ${word}; }\n`),
      words: () =>
        inBoth('src/languages/en.ts', (text, word) => text.replace(/search: '[^']*'/, `search: 'S ${word}'`)),
      'a kill': async () => {
        const build = startBuild(kept, content, `2026-11-${day}`);
        await setTimeout(random() * 12_000);
        if (build.exitCode !== null) return;
        process.kill(-(build.pid ?? 0), 'SIGKILL');
        await once(build, 'close');
      },
      'a deleted cache': () => rmSync(known, { recursive: true, force: true }),
      'a part of the cache deleted': () => {
        const names = existsSync(known) ? readdirSync(known, { recursive: true }).map(String) : [''];
        rmSync(join(known, pick(names)), { recursive: true, force: true });
      },
      'a deleted site': () => rmSync(join(kept, 'dist'), { recursive: true, force: true }),
    };
    const build = async (project: string) => {
      const [code] = (await once(startBuild(project, content, `2026-11-${day}`), 'close')) as [number];
      expect(code).toBe(0);
      return readTree(join(project, 'dist'));
    };
    await build(kept);
    for (let step = 0; step < Number(process.env['STEPS'] ?? 30); step++) {
      const done = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(Object.keys(events)));
      for (const name of done) await events[name]?.();
      for (const name of ['.slipway', 'dist']) rmSync(join(fresh, name), { recursive: true, force: true });
      expect(differences(await build(kept), await build(fresh)), `step ${step}: ${done.join(', ')}`).toEqual(
        [],
      );
      expect(readdirSync(kept).filter((name) => name.startsWith('.dist'))).toEqual([]);
    }
  },
);
