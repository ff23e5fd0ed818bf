import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderRelease } from '../../src/documents/public/record-file.ts';
import type { Release } from '../../src/release/release.ts';

/** Writes a content folder that holds the records alone, as a repository does that is built from what was published. */
export function writeCorpus(folder: string, releases: readonly Release[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), describeSite(releases));
  for (const product of productsOf(releases))
    mkdirSync(join(folder, 'releases', product), { recursive: true });
  for (const release of releases) writeRelease(folder, release);
}

export function writeRelease(folder: string, release: Release): void {
  writeFileSync(join(folder, 'releases', release.product, `${release.id}.yaml`), renderRelease(release));
}

export function describeSite(releases: readonly Release[]): string {
  const products = productsOf(releases).map((id) => `  - { id: ${id}, name: Product ${id.slice(8)} }`);
  return ['name: Bench', 'url: https://bench.example/', 'products:', ...products, ''].join('\n');
}

function productsOf(releases: readonly Release[]): string[] {
  return [...new Set(releases.map(({ product }) => product))];
}
