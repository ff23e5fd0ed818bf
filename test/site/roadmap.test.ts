import { expect, test } from 'vitest';
import type { Initiative } from '../../src/release/release.ts';
import { getRoadmap, itemOf } from '../../src/site/roadmap.ts';
import { contentOf, release, site } from './fixture.ts';

const initiative: Initiative = { id: 'goal', title: 'Goal', horizon: 'now', theme: 'safe-rides' };
const titles = (content: Parameters<typeof getRoadmap>[0]) =>
  getRoadmap(content).horizons.map(({ horizon, cards }) => [
    horizon,
    cards.map((card) => itemOf(card).title),
  ]);

test('a release belongs to its initiative, or is a card of its own', () => {
  const releases = [
    release('part', { status: 'planned', initiative: 'goal', horizon: 'later' }),
    release('alone', { status: 'planned', horizon: 'later' }),
    release('orphan', { status: 'approved', initiative: 'gone' }),
    release('dropped', { status: 'cancelled', horizon: 'now' }),
  ];
  const content = contentOf({ releases, initiatives: [initiative] });
  expect(titles(content)).toEqual([
    ['now', ['Goal', 'orphan']],
    ['next', []],
    ['later', ['alone']],
  ]);
  const [card] = getRoadmap(content).horizons[0]!.cards;
  expect(card).toMatchObject({ upcoming: [{ id: 'part' }], delivered: [] });
});

test('what was given up stands in no list, and what was to deliver it stands alone', () => {
  const part = release('part', { status: 'planned', initiative: 'goal', horizon: 'later' });
  const content = contentOf({ releases: [part], initiatives: [{ ...initiative, dropped: 'Too dear.' }] });
  expect(titles(content)).toEqual([
    ['now', []],
    ['next', []],
    ['later', ['part']],
  ]);
  expect(content.dropped).toHaveLength(1);
});

test('without a horizon, what is being worked on is now and the rest is next', () => {
  const releases = [
    release('a', { status: 'in development' }),
    release('b', { status: 'planned' }),
    release('c', { status: 'delayed' }),
  ];
  expect(titles(contentOf({ releases }))).toEqual([
    ['now', ['a']],
    ['next', ['b', 'c']],
    ['later', []],
  ]);
});

test('themes are those that have cards, in the order of the site', () => {
  const themes = getRoadmap(contentOf()).themes;
  expect(themes.map(({ theme }) => theme)).toEqual([
    'safe-rides',
    'healthy-fleet',
    'open-city',
    'fair-prices',
  ]);
  expect(themes[0]?.cells.map(({ cards }) => cards.length)).toEqual([0, 1, 1]);
  expect(getRoadmap(contentOf({})).themes).toEqual([]);
});

test('recently shipped counts from the records, not from the clock, and leaves out what was taken back', () => {
  // The site says that the roadmap was updated on 4 May 2026.
  expect(site.roadmap.updated).toBe('2026-05-04');
  const releases = [
    release('in', { released: '2026-02-03' }),
    release('out', { released: '2026-02-02' }),
    release('yanked', { released: '2026-05-01', status: 'yanked' }),
  ];
  expect(getRoadmap(contentOf({ releases })).recent.map(({ id }) => id)).toEqual(['in']);
});

test('the next review is due so many days after the last update', () => {
  const { updated, reviewDue } = getRoadmap(contentOf());
  expect([updated, reviewDue]).toEqual(['2026-05-04', '2026-06-03']);
});
