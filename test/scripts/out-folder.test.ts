import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOut } from '../../scripts/out-folder.ts';
import { slipway } from '../house/command-line.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';

test.each([
  ['thesis.md', { 'thesis.md': 'ten years' }],
  ['package.json', { 'index.html': 'x', 'package.json': '{}', 'src/a.js': '' }],
  ['.git', { 'index.html': 'x', '.git/HEAD': 'ref' }],
  ['plans', { 'plans/a.md': '# A', 'index.html': 'x' }],
])('a folder that holds `%s` is no output, and stays as it is', async (name, files) => {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const run = await slipway(['build', '--content', 'content', '--out', folder]);
  expect(run.code).toBe(1);
  expect(run.output).toContain(
    `holds \`${name}\` and is no site of Slipway, which would be replaced as a whole. Nothing was changed.`,
  );
  expect(run.output).toContain('Name a folder that is empty, or one that a build has made, with `--out`.');
  expect([...readTree(folder).keys()]).toEqual(Object.keys(files).toSorted());
});

test('an empty folder is one, and so is a site', () => {
  const all: Record<string, string>[] = [{}, { 'index.html': 'x', '404.html': 'x', 'media/a.webp': '' }];
  for (const files of all) {
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    writeFiles(out, files);
    writeFiles(folder, { 'beside.txt': '' });
    openOut(out).close();
    expect(readdirSync(folder)).not.toContain('.dist.next');
  }
});
