import { expect, test } from 'vitest';
import { describeFeed } from '../../src/documents/public/feed.ts';
import { foreignItem, foreignPart, foreignText, localiseSite } from '../../src/release/language.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { getPageLanguages } from '../../src/site/page-languages.ts';
import { contentOf, release, site } from './fixture.ts';

const language = { products: {}, themes: {}, strings: {}, links: {} };
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

test('what a translation leaves out says the language that its record is in, which need not be that of the site', () => {
  const english = { ...site, languages: { de: language, ja: language } };
  const records = {
    releases: [
      release('own', {
        released: '2026-05-01',
        locale: 'de',
        summary: 'Gutscheine gelten überall.',
        changes: [
          { id: 'c-scan', kind: 'added', title: 'Scannen', text: 'Mit der Kamera.' },
          { id: 'c-print', kind: 'added', title: 'Drucken' },
        ],
      }),
    ],
    initiatives: [
      { id: 'offline', title: 'Ohne Netz', horizon: 'now' as const, locale: 'de', problem: 'Schlangen.' },
    ],
    withdrawn: [],
    releaseTranslations: ['ja', 'en'].map((locale) => ({
      of: 'own',
      locale,
      title: 'T',
      changes: [{ id: 'c-scan', title: 'T' }],
    })),
    initiativeTranslations: ['ja', 'en'].map((locale) => ({ of: 'offline', locale, title: 'T' })),
  };
  for (const at of [english, localiseSite(english, 'ja')]) {
    const { releases, initiatives } = arrangeContent(at, records, new Date('2026-05-10T08:00:00Z'));
    const [own] = releases;
    const [offline] = initiatives;
    if (!own || !offline) throw new Error('They are not there.');
    const [scan, print] = own.changes ?? [];
    expect([
      foreignText(at, own),
      foreignPart(at, own, 'summary'),
      scan && foreignItem(at, own, scan),
      scan && foreignItem(at, own, scan, 'text'),
      print && foreignItem(at, own, print),
      foreignText(at, offline),
      foreignPart(at, offline, 'problem'),
    ]).toEqual([undefined, 'de', undefined, 'de', 'de', undefined, 'de']);
    expect([own.translatedFrom, offline.translatedFrom]).toEqual(['de', 'de']);
    const [entry] = describeFeed(releases, at).entries;
    expect([entry?.language, entry?.summaryLanguage]).toEqual([undefined, 'de']);
  }
  const german = arrangeContent(localiseSite(english, 'de'), records, new Date('2026-05-10T08:00:00Z'));
  expect(german.initiatives[0]).toEqual(records.initiatives[0]);
  expect(getPageLanguages(german, '/roadmap/offline/').map(({ locale }) => locale)).toEqual([
    'en',
    'de',
    'ja',
    'x-default',
  ]);
});
