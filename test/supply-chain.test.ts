import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from './house/command-line.ts';

interface LockedPackage {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
}

const read = (path: string) => readFileSync(resolve(projectFolder, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const { '': root, ...locked } = (
  JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> }
).packages;
const running = Object.entries(locked).filter(([, { dev, devOptional }]) => !dev && !devOptional);
const table = read('docs/dependencies.md');

describe('what is installed', () => {
  test('has exact versions, and fingerprints but no hosts in the lockfile', () => {
    const wanted = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
    for (const [name, version] of wanted) expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
    expect(Object.entries(locked).filter(([, each]) => each.resolved && /^\w+:/.test(each.resolved))).toEqual(
      [],
    );
    expect(Object.entries(locked).filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual(
      [],
    );
    expect(root).toBeDefined();
  });

  test('has licences that an MIT project may use', () => {
    const allowed = new Set([
      ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0'],
      ...['Python-2.0', 'PSF-2.0', 'MPL-2.0', 'LGPL-3.0-or-later', 'OFL-1.1'],
    ]);
    const isFine = (license = '') =>
      license
        .replace(/[()]/g, '')
        .split(/ AND /)
        .every((part) => part.split(' OR ').some((each) => allowed.has(each)));
    expect(
      running
        .filter(([, { license }]) => !isFine(license))
        .map(([path, { license }]) => `${path} ${license}`),
    ).toEqual([]);
    expect(running.length).toBeGreaterThan(100);
  });

  test('needs no install script to run', () => {
    const scripts = running.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripts).toEqual(['node_modules/esbuild']);
    // Its program comes as a package of its own for each platform; the script only saves a step at its start.
    expect(Object.keys(locked)).toContain('node_modules/@esbuild/linux-x64');
  });
});

test('each dependency is explained, with its licence, and nothing else is', () => {
  const rows = [...table.matchAll(/^\| `([^`]+)` +\|[^|\n]+\|[^|\n]+\| ([^|\n]+?) +\|[^|\n]{10,}\|$/gm)];
  expect(rows.map(([, name]) => name).toSorted()).toEqual(
    Object.keys(manifest['dependencies'] ?? {}).toSorted(),
  );
  for (const [, name, license] of rows) expect(locked[`node_modules/${name}`]?.license, name).toBe(license);
});

test('no more packages run than there were: each one more needs a reason', () => {
  expect(Object.keys(manifest['dependencies'] ?? {}).length).toBeLessThanOrEqual(16);
});
