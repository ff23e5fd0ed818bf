import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { finishChange } from '../../../scripts/build/change-folder.ts';
import { projectFolder } from '../../house/command-line.ts';
import { readTree, temporaryFolder, writeFiles } from '../../house/files.ts';
import { runs } from '../../long.ts';

const stateOf = (folder: string) =>
  [...readTree(folder)].map(([path, bytes]) => `${path} ${bytes.toString()}`);

test('a large site whose change is killed is finished by the next build, or was never begun', () => {
  const before = temporaryFolder();
  writeFiles(before, {
    'dist/index.html': 'old',
    'dist/a/index.html': 'old',
    'dist/gone/deep/index.html': 'old',
    'dist/stays.css': 'old',
    '.dist.next/index.html': 'new',
    '.dist.next/b/c/index.html': 'new',
    '.dist.next/a/index.html': 'new',
  });
  const old = stateOf(join(before, 'dist'));
  const fresh = ['a/index.html new', 'b/c/index.html new', 'index.html new', 'stays.css old'];
  const module = JSON.stringify(resolve(projectFolder, 'scripts/build/change-folder.ts'));
  const seen = new Set<string>();
  for (let at = 1; ; at += runs(2, 1)) {
    const folder = temporaryFolder();
    cpSync(before, folder, { recursive: true });
    const [out, next] = [join(folder, 'dist'), join(folder, '.dist.next')].map((each) =>
      JSON.stringify(each),
    );
    const script = `import { changeFolder } from ${module}; changeFolder(${out}, ${next}, ['gone/deep/index.html']);`;
    const faulty = resolve(projectFolder, 'test/house/faulty-disk.ts');
    const run = spawnSync(
      process.execPath,
      ['--import', faulty, '--input-type=module-typescript', '-e', script],
      {
        env: { ...process.env, SLIPWAY_FAULT: `kill ${at} ${folder}` },
      },
    );
    finishChange(join(folder, 'dist'));
    const state = stateOf(join(folder, 'dist'));
    expect([old, fresh]).toContainEqual(state);
    const isBegun = state.join() === fresh.join();
    if (isBegun) expect(readdirSync(folder)).toEqual(['dist']);
    seen.add(isBegun ? 'new' : 'old');
    if (run.signal !== 'SIGKILL') break;
  }
  expect([...seen]).toEqual(['old', 'new']);
}, 120_000);
