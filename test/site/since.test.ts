import { expect, test } from 'vitest';
import { getPairs } from '../../src/site/compare-pairs.ts';
import { getSincePages, whereSince } from '../../src/site/since.ts';
import { contentOf } from './fixture.ts';
import { releases } from './many-releases.ts';

const content = contentOf({ releases: releases(250, 1) });
const [newest, ...older] = content.shipped;
const oldest = older.at(-1);

test('what came since the newest hundred has a page, and is asked of the comparison for others', () => {
  const pages = getSincePages(content);
  expect(pages).toHaveLength(101);
  expect(pages.filter(({ view }) => !view).map(({ release }) => release.id)).toEqual([newest?.id]);
  const leads = content.shipped.map((release) => whereSince(content, release));
  expect(leads.slice(0, 101).toSorted()).toEqual(pages.map(({ address }) => address).toSorted());
  expect(leads.slice(101).every((lead) => lead.startsWith('/compare/?from='))).toBe(true);
  expect(oldest && whereSince(content, oldest)).toBe('/compare/?from=1.0.0&product=rider-app');
});

test('a page tells the newest of what came since, and how many there are', () => {
  const first = getSincePages(content)[0]?.view?.get();
  expect(first).toMatchObject({ total: 100, comparison: { releases: { length: 100 } } });
  expect(first?.releases).toHaveLength(25);
  expect(first?.releases[0]?.id).toBe(newest?.id);
});

test('the newest hundred have a page beside the one before, and major versions always have', () => {
  const pairs = getPairs(content);
  const next = pairs.filter(({ kind }) => kind === 'next');
  expect(next).toHaveLength(100);
  expect(next[0]?.to.id).toBe(newest?.id);
  expect(
    pairs.filter(({ kind }) => kind === 'major').map(({ from, to }) => [from.version, to.version]),
  ).toEqual([
    ['2.19.4', '3.9.4'],
    ['1.19.4', '2.19.4'],
  ]);
});
