import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '../../scripts/watch-folder.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

function setUp() {
  const folder = temporaryFolder();
  writeFiles(folder, { 'site.yaml': 'a', 'plans/a.md': 'a', 'plans/till/b.md': 'b', 'releases/a.yaml': 'a' });
  let calls = 0;
  const watcher = watchFolder(
    folder,
    (path) => path.startsWith('releases'),
    () => (calls += 1),
  );
  onTestFinished(watcher.close);
  /** Resolves when a call has come since. */
  const isTold = async (change: () => void) => {
    const before = calls;
    change();
    await expect.poll(() => calls, { timeout: 5_000, interval: 10 }).toBeGreaterThan(before);
    await new Promise((done) => setTimeout(done, 150));
  };
  const path = (name: string) => join(folder, name);
  return { path, isTold, calls: () => calls };
}

test('a file that is written anew, or that another one is put in the place of, is seen each time', async () => {
  const { path, isTold } = setUp();
  for (const turn of [1, 2, 3, 4]) {
    for (const name of ['plans/till/b.md', 'plans/a.md', 'site.yaml']) {
      await isTold(() => {
        writeFileSync(path(`${name}.new`), String(turn));
        renameSync(path(`${name}.new`), path(name));
      });
      await isTold(() => writeFileSync(path(name), `${turn}, in its place`));
    }
  }
});

test('a folder that comes, goes, or comes again is followed', async () => {
  const { path, isTold } = setUp();
  await isTold(() => mkdirSync(path('roadmap')));
  await isTold(() => writeFileSync(path('roadmap/fast.md'), 'a'));
  await isTold(() => rmSync(path('plans'), { recursive: true }));
  await isTold(() => mkdirSync(path('plans/till'), { recursive: true }));
  await isTold(() => writeFileSync(path('plans/till/c.md'), 'c'));
  await isTold(() => rmSync(path('plans/till/c.md')));
});

test('a burst is one change, and what is ours is none', async () => {
  const { path, isTold, calls } = setUp();
  writeFileSync(path('releases/a.yaml'), 'b');
  mkdirSync(path('releases/till'));
  await new Promise((done) => setTimeout(done, 200));
  expect(calls()).toBe(0);
  await isTold(() => {
    for (const name of ['plans/a.md', 'plans/x.md', 'plans/till/b.md']) writeFileSync(path(name), 'c');
  });
  expect(calls()).toBe(1);
});
