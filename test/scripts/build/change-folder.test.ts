import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFolder, finishChange } from '../../../scripts/build/change-folder.ts';
import { readTree, temporaryFolder, writeFiles } from '../../house/files.ts';

const before = { 'a/index.html': 'A', 'b/index.html': 'B', 'b/deep/c.txt': 'C', 'keep.txt': 'K' };
const fresh = { 'a/index.html': 'A2', 'new/index.html': 'N' };
const removed = ['b/index.html', 'b/deep/c.txt'];
const after = { 'a/index.html': 'A2', 'keep.txt': 'K', 'new/index.html': 'N' };

function prepare() {
  const place = temporaryFolder();
  const [folder, next] = [join(place, 'site'), join(place, 'next')];
  writeFiles(folder, before);
  writeFiles(next, fresh);
  return { place, folder, next };
}

const textsOf = (folder: string) =>
  Object.fromEntries([...readTree(folder)].map(([path, bytes]) => [path, bytes.toString()]));

test('new files are moved in, and those that are gone leave no empty folder', () => {
  const { place, folder, next } = prepare();
  changeFolder(folder, next, removed);
  expect(textsOf(folder)).toEqual(after);
  expect(Object.keys(textsOf(place))).toEqual(Object.keys(after).map((path) => join('site', path)));
});

test('a file may stand where a folder was, and a folder where a file was', () => {
  const { folder, next } = prepare();
  writeFiles(next, { b: 'a file now', 'keep.txt/index.html': 'a page now' });
  changeFolder(folder, next, [...removed, 'keep.txt']);
  expect(textsOf(folder)).toMatchObject({ b: 'a file now', 'keep.txt/index.html': 'a page now' });
});

test('a change that was ended in the middle is finished, from wherever it stood', () => {
  const { place, folder, next } = prepare();
  changeFolder(folder, next, removed);
  // The same change with nothing of it done, with one file moved, and with everything but the end of it done.
  for (const done of [[], ['a/index.html'], ['a/index.html', 'new/index.html']]) {
    const again = prepare();
    const change = join(again.place, '.site.change');
    cpSync(again.next, change, { recursive: true });
    writeFiles(change, { '.removed.json': JSON.stringify(removed) });
    for (const path of done) {
      mkdirSync(join(again.folder, path, '..'), { recursive: true });
      renameSync(join(change, path), join(again.folder, path));
    }
    finishChange(again.folder);
    expect(textsOf(again.folder)).toEqual(after);
  }
  expect(Object.keys(textsOf(place))).toHaveLength(3);
});
