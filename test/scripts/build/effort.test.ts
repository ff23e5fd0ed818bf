import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildSite } from '../../../scripts/build.ts';
import { readContent } from '../../../scripts/content.ts';
import { makeReleases, shapes } from '../../bench/corpus.ts';
import { sizeOf } from '../../bench/measure.ts';
import { writeCorpus } from '../../bench/write-corpus.ts';
import { temporaryFolder } from '../../house/files.ts';
import { runs } from '../../long.ts';

/** How much is done for how much, in files and bytes, which are the same on every machine. `npm run bench` tells of seconds. */

const noon = new Date('2026-11-21T12:00:00Z');

function prepare(releases: number) {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  const out = join(folder, 'site');
  writeCorpus(content, makeReleases(shapes.usual(releases)));
  return { content, out, build: () => buildSite(readContent(content), out, noon) };
}

test('the work grows with what there is and with what has changed', { timeout: 1_800_000 }, async () => {
  const [few, many] = runs(1, 0) ? [16, 64] : [1_000, 10_000];
  const small = prepare(few);
  await small.build();
  const large = prepare(many);
  const { written } = await large.build();

  const [before, after] = [sizeOf(small.out), sizeOf(large.out)];
  const growth = (many / few) * 1.1;
  expect(after.files / before.files).toBeLessThan(growth);
  expect(after.megabytes / before.megabytes).toBeLessThan(growth);
  expect(written).toBe(after.files);

  expect((await large.build()).written).toBe(0);

  const record = join(large.content, `releases/product-0/r-${Math.floor(many / 12) * 6}.yaml`);
  writeFileSync(record, readFileSync(record, 'utf8').replace(/^summary: /m, 'summary: Corrected. '));
  const edited = await large.build();
  expect(edited.written).toBeGreaterThan(3);
  expect(edited.written / after.files).toBeLessThan(0.5);

  const weightOf = (path: string) => gzipSync(readFileSync(join(large.out, path))).length;
  expect(weightOf('changelog/index.html')).toBeLessThan(40_000);
  expect(weightOf('index.html')).toBeLessThan(15_000);
  expect(weightOf('search-index.json')).toBeLessThan(300_000);
  expect(weightOf('compare-index.json')).toBeLessThan(2_000_000);
});
