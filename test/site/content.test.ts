import { expect, test } from 'vitest';
import { arrangeContent } from '../../src/site/content.ts';
import { contentOf, release, site } from './fixture.ts';

const ids = (releases: { id: string }[]) => releases.map(({ id }) => id);

test('drafts and what is not to be published yet are nowhere', () => {
  const content = contentOf({
    releases: [
      release('draft', { status: 'draft' }),
      release('tomorrow', { publishAt: '2026-05-10T10:00:01+02:00' }),
      release('today', { publishAt: '2026-05-10T10:00:00+02:00' }),
    ],
  });
  expect(ids(content.releases)).toEqual(['today']);
});

test('a cancelled release keeps its page and stands in no list', () => {
  const content = contentOf({ releases: [release('tandem', { status: 'cancelled' })] });
  expect(ids(content.releases)).toEqual(['tandem']);
  expect([...content.shipped, ...content.upcoming]).toEqual([]);
});

test('newest first, whatever the order of files', () => {
  const releases = [
    release('old', { released: '2025-01-01', version: '1.0.0' }),
    release('second', { released: '2026-01-01', version: '1.10.0' }),
    release('first', { released: '2026-01-01', version: '1.9.0' }),
    release('undated'),
  ];
  const order = ['second', 'first', 'old', 'undated'];
  expect(ids(contentOf({ releases }).shipped)).toEqual(order);
  expect(ids(contentOf({ releases: releases.toReversed() }).shipped)).toEqual(order);
});

test('today is the day in the zone of the site', () => {
  expect(contentOf().today).toBe('2026-05-10');
});

test('what is expected is told no more precisely than the site tells dates now', () => {
  const releases = [release('a', { status: 'planned', expected: '2026-11' })];
  const tell = (dates: 'never' | 'quarter' | 'month') => {
    const careful = { ...site, roadmap: { ...site.roadmap, dates } };
    return arrangeContent(
      careful,
      { releases, initiatives: [], withdrawn: [] },
      new Date('2026-05-10T08:00:00Z'),
    ).upcoming[0]?.expected;
  };
  expect([tell('never'), tell('quarter'), tell('month')]).toEqual([undefined, '2026-Q4', '2026-11']);
});
