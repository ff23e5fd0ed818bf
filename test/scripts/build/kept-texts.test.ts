import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeptTexts } from '../../../scripts/build/kept-texts.ts';
import { temporaryFolder } from '../../house/files.ts';

/** Asks one process of a build for some keys; gives back those that had to be worked out. */
function ask(folder: string, own: string, keys: readonly string[]): string[] {
  const texts = openKeptTexts(folder, own);
  const made: string[] = [];
  for (const key of keys) {
    const text = texts.keep(key, () => {
      made.push(key);
      return `what ${key} comes to`;
    });
    expect(text).toBe(`what ${key} comes to`);
  }
  texts.save();
  return made;
}

const newFolder = () => join(temporaryFolder(), 'texts');

test('what one process worked out is known to each of the next build, and only that', () => {
  const folder = newFolder();
  expect(ask(folder, '0', ['a', 'b', 'a'])).toEqual(['a', 'b']);
  expect(ask(folder, '1', ['c'])).toEqual(['c']);
  expect(ask(folder, '0', ['c', 'a', 'd'])).toEqual(['d']);
  // `b` was asked for by nobody.
  expect(ask(folder, '1', ['a', 'b', 'c', 'd'])).toEqual(['b']);
});

test('a file that is damaged costs time and nothing else', () => {
  const folder = newFolder();
  ask(folder, '0', ['a', 'b']);
  const [name = ''] = readdirSync(folder);
  const bytes = readFileSync(join(folder, name));
  for (const at of [0, 30, bytes.length - 1]) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(join(folder, name), damaged);
    expect(ask(folder, '0', ['a', 'b'])).toEqual(['a', 'b']);
  }
  writeFileSync(join(folder, name), '');
  expect(ask(folder, '0', ['a', 'b'])).toEqual(['a', 'b']);
});

test('where nothing can be written, everything is worked out', () => {
  const folder = join(newFolder(), 'file', 'below');
  writeFileSync(join(folder, '..', '..', '..', 'texts'), '');
  expect(ask(folder, '0', ['a'])).toEqual(['a']);
  expect(ask(folder, '0', ['a'])).toEqual(['a']);
});
