import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../../src/release/release.ts';
import { writeRelease } from '../../bench/write-corpus.ts';

/** What becomes of records and settings in the course of time, by name; each is another one every time. */
export function listEdits(
  content: string,
  releases: readonly Release[],
  random: () => number,
): Record<string, () => void> {
  const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
  const files = () =>
    readdirSync(join(content, 'releases'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.yaml'));
  const change = (path: string, edit: (text: string) => string) =>
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  const edit = (make: (yaml: string) => string) => change(join(content, 'releases', pick(files())), make);
  return {
    text: () => edit((yaml) => yaml.replace(/^summary: .*$/m, `summary: Word ${random()}.`)),
    title: () => edit((yaml) => yaml.replace(/^title: .*$/m, `title: Title ${Math.floor(random() * 1e6)}`)),
    change: () =>
      edit((yaml) => yaml.replace(/^( {4}title: ).*$/m, `$1Change ${Math.floor(random() * 1e6)}`)),
    status: () => edit((yaml) => yaml.replace(/^status: .*$/m, 'status: yanked')),
    version: () =>
      edit((yaml) => yaml.replace(/^version: .*$/m, `version: 9.${Math.floor(random() * 100)}.0`)),
    removal: () => rmSync(join(content, 'releases', pick(files()))),
    addition: () => {
      const id = `r-new-${Math.floor(random() * 1e6)}`;
      writeRelease(content, { ...pick(releases), id, version: `7.${Math.floor(random() * 1e4)}.0` });
    },
    rename: () => {
      const path = join(content, 'releases', pick(files()));
      renameSync(path, path.replace('.yaml', '-moved.yaml'));
    },
    settings: () =>
      change(join(content, 'site.yaml'), (yaml) =>
        yaml.replace(/^tagline.*\n/m, '').concat(`tagline: Line ${random()}\n`),
      ),
    nothing: () => undefined,
  };
}
