import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compareReleases } from '../../src/release/compare.ts';
import type { Release } from '../../src/release/release.ts';
import { readProduct } from '../../src/site/compare-file.ts';
import { getCompareFile } from '../../src/site/compare-index.ts';
import { contentOf, release } from './fixture.ts';
import { releases as fixture } from '../fixtures/site-records.ts';
import { releases as many } from './many-releases.ts';

/** The releases of a site as a browser has them: packed, sent and read again. */
function sent(releases: Release[]) {
  const file = getCompareFile(contentOf({ releases }));
  const copy = JSON.parse(JSON.stringify(file)) as typeof file;
  return copy.products.flatMap((product) => readProduct(product, true));
}

describe('the index answers as the whole records do', () => {
  const shipped = contentOf().shipped.filter(({ version }) => version);
  const questions = shipped.flatMap((from) =>
    shipped
      .filter((to) => to.product === from.product)
      .map((to) => ({ product: from.product, from: from.version ?? '', to: to.version ?? '' })),
  );

  test('for every pair of versions of the fixture', () => {
    const [index, whole] = [sent(contentOf().releases), contentOf().releases];
    expect(questions.length).toBeGreaterThan(90);
    for (const question of questions) {
      const [a, b] = [compareReleases(index, question), compareReleases(whole, question)];
      if ('fault' in a || 'fault' in b) throw new Error(JSON.stringify([question, a, b]));
      expect(a.counts, JSON.stringify(question)).toEqual(b.counts);
      expect(a.components).toEqual(b.components);
      expect(a.openIssues.map((life) => life.issue.id)).toEqual(b.openIssues.map((life) => life.issue.id));
      expect(a.removals.map((each) => each.release?.version)).toEqual(
        b.removals.map((each) => each.release?.version),
      );
      expect(a.skipped.map(({ version }) => version)).toEqual(b.skipped.map(({ version }) => version));
    }
  });

  test('what is announced is said to be coming', () => {
    const releases = [
      release('one', { version: '1.0.0', released: '2026-01-01' }),
      release('two', { version: '2.0.0', status: 'planned' }),
    ];
    const question = { from: '1.0.0', to: '2.0.0' };
    expect(compareReleases(sent(releases), question)).toEqual(compareReleases(releases, question));
  });

  test('a change is found on its page by its place', () => {
    const changes = fixture.find(({ id }) => id === 'sixty-fixes')?.changes ?? [];
    const [own] = sent(fixture).filter(({ changes: listed = [] }) => listed.length === changes.length);
    expect(own?.changes?.map(({ place }) => place)).toEqual(changes.map((_, place) => place));
    expect(own?.address).toMatch(/^\/releases\/rider-app\//);
  });
});

test('12,000 changes weigh at most 300 kB', () => {
  const releases = many(1600, 7.5);
  const count = releases.reduce((sum, { changes = [] }) => sum + changes.length, 0);
  expect(count).toBeGreaterThanOrEqual(12_000);
  const text = JSON.stringify(getCompareFile(contentOf({ releases })));
  const bytes = gzipSync(text, { level: 6 }).length;
  expect(bytes).toBeLessThan(300_000);
  expect(bytes).toBeGreaterThan(100_000);
});
