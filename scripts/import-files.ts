import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFile } from '../src/sources/imports/imported.ts';
import { Problem } from '../src/sources/problem.ts';
import { display } from './content.ts';
import { whyUnread } from './folders.ts';

/** Bytes. */
const MOST_BYTES = 50_000_000;

/**
 * The files that are to be imported; of a folder those with the endings of importable files, in the order of their names.
 * @throws {Problem} where one cannot be read, is no UTF-8 text, or there is none
 */
export function readImportFiles(words: readonly string[]): ImportFile[] {
  const files = words.flatMap(listFiles).map(readOne);
  if (files.length > 0) return files;
  throw new Problem('Which file? Nothing was written.', {
    hint: 'Write `slipway import keep-a-changelog CHANGELOG.md --product <id>`.',
  });
}

function listFiles(path: string): string[] {
  const isFolder = attempt(path, () => statSync(path).isDirectory());
  if (!isFolder) return [path];
  return attempt(path, () => readdirSync(path))
    .filter((name) => /\.(?:ya?ml|json|md|markdown)$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

function readOne(path: string): ImportFile {
  const bytes = attempt(path, () => readFileSync(path));
  if (bytes.length > MOST_BYTES)
    throw new Problem(
      `\`${display(path)}\` is larger than ${MOST_BYTES / 1_000_000} MB. Nothing was written.`,
    );
  try {
    return { path: display(path), text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new Problem(`\`${display(path)}\` is no UTF-8 text. Nothing was written.`, {
      hint: 'Save it as UTF-8.',
    });
  }
}

function attempt<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new Problem(`\`${display(path)}\` cannot be read: ${whyUnread(cause)}. Nothing was written.`, {
      cause,
    });
  }
}
