import { beforeAll, describe, expect, test } from 'vitest';
import { SiteSchema } from '../../src/release/site.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { getSearchDocuments } from '../../src/site/search-documents.ts';
import { openSearch, type Search } from '../../src/site/search-engine.ts';
import type { SearchFile } from '../../src/site/search-file.ts';
import { renderSearchIndex } from '../../src/site/search-index.ts';
import { initiatives, releases } from '../fixtures/site-records.ts';

const site = SiteSchema.parse({
  name: 'Wheelway',
  url: 'https://example.com/',
  products: [
    { id: 'rider-app', name: 'Rider app' },
    { id: 'fleet-console', name: 'Fleet console' },
    { id: 'partner-api', name: 'Partner API' },
  ],
});
const content = arrangeContent(
  site,
  { releases: [...releases], initiatives, withdrawn: [] },
  new Date('2026-05-12'),
);
const words = { breaking: 'Breaking', security: 'Security', added: 'New', issue: 'Known issue Known issues' };

let search: Search;
let file: SearchFile;
beforeAll(async () => {
  file = JSON.parse(renderSearchIndex(getSearchDocuments(content), site)) as SearchFile;
  search = await openSearch(file, words);
});
const titles = (query: string, filters = {}) =>
  search(query, filters, 100).groups.flatMap(({ group, hits }) =>
    hits.map(({ title }) => `${group}: ${title}`),
  );

describe('search finds', () => {
  test('a change by a word of its text alone', () => {
    expect(titles('twenty seconds connection')).toContain(
      'changes: The parking photo is checked in a second, on the phone',
    );
  });

  test.each(['3.4', '3.4.0', 'v3.4.0', 'V3.4'])('a version typed %s, its release first', (query) => {
    expect(search(query).groups[0]?.hits[0]).toMatchObject({ in: 'releases', version: '3.4.0' });
  });

  test('a version by its beginning, but not another that begins with the same digits', () => {
    const versions = search('3', {}, 100).groups[0]?.hits.map(({ version }) => version) ?? [];
    expect(versions).toContain('3.4.0');
    expect(versions.every((version) => version.startsWith('3.'))).toBe(true);
  });

  test('nothing by the mere beginning of a product’s name', () => {
    const hits = search('ride', {}, 1_000).groups.flatMap(({ hits }) => hits);
    expect(hits.length).toBeGreaterThan(0);
    for (const { terms } of hits) expect([...terms]).not.toEqual(['rider']);
    expect(hits.some(({ title }) => title === 'Street names were unreadable on the dark map')).toBe(false);
  });

  test('a product', () => {
    const [found] = search('partner api', {}, 100).groups;
    expect(found?.hits.some(({ product }) => product?.id === 'partner-api')).toBe(true);
  });

  test.each(['Rider app', 'rider-app'])('the newest of a product first, by its name alone: %s', (query) => {
    const [found] = search(query, {}, 100).groups;
    const own = found?.hits.filter(({ product }) => product?.id === 'rider-app') ?? [];
    expect(own.length).toBeGreaterThan(2);
    expect(found?.hits.slice(0, own.length)).toEqual(own);
    const days = own.map(({ day }) => day);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test.each(['known issue', 'known issues'])('everything that is %s', (query) => {
    const issues = search(query, {}, 1_000).groups.find(({ group }) => group === 'issues');
    expect(issues?.total).toBe(search('', { kind: 'issue' }).total);
  });

  test.each([
    ['zones.list', 'zones.list makes way for bays.list'],
    ['bays.list', 'zones.list makes way for bays.list'],
    ['zones.li', 'zones.list makes way for bays.list'],
    ['price.amount', 'Amounts are integers: price.amount is 349, not "3.49"'],
  ])('an identifier: %s', (query, title) => {
    expect(search(query).groups.find(({ group }) => group === 'changes')?.hits[0]?.title).toBe(title);
  });

  test('what stands only in the long text of a release', () => {
    expect(titles('x-api-version')).toContain(
      'releases: Version 2 of the API: one model for rides, bays and prices',
    );
    expect(titles('api version')).toContain(
      'releases: Version 2 of the API: one model for rides, bays and prices',
    );
  });

  test('a release by its state, by what maintenance means and by what there is to read', async () => {
    const [old, paused] = releases.filter(({ status }) => status === 'released');
    if (!old || !paused) throw new Error('Two releases are needed.');
    const window = { id: 'w', start: '2026-05-10T02:00:00Z', end: '2026-05-10T03:00:00Z', zone: 'UTC' };
    const changed = [
      { ...old, maintenance: [{ ...window, impact: 'Answers 503.', affected: ['Till'] }] },
      {
        ...paused,
        status: 'paused' as const,
        materials: [{ title: 'Leaflet', url: 'https://example.com/x' }],
      },
    ];
    const own = arrangeContent(
      site,
      { releases: changed, initiatives: [], withdrawn: [] },
      new Date('2026-05-12'),
    );
    const index = JSON.parse(renderSearchIndex(getSearchDocuments(own), site)) as SearchFile;
    const find = await openSearch(index, { ...words, paused: 'Roll-out stopped' });
    const found = (query: string) => find(query).groups.flatMap(({ hits }) => hits.map(({ title }) => title));
    expect(found('503')).toEqual([old.title]);
    expect(found('till')).toEqual([old.title]);
    expect(found('leaflet')).toEqual([paused.title]);
    expect(found('stopped')).toEqual([paused.title]);
  });

  test('without accents', () => {
    expect(titles('malmo').length).toBeGreaterThan(0);
    expect(titles('malmo')).toEqual(titles('Malmö'));
  });

  test('with a typing mistake, but only where nothing else is found', () => {
    expect(titles('parkng')).toContain('changes: Parking bays on the map while riding');
    expect(titles('parkign')).toContain('changes: Parking bays on the map while riding');
    expect(titles('xqzzwv')).toEqual([]);
  });

  test('while a word is being typed', () => {
    expect(titles('park ba')).toContain('changes: Parking bays on the map while riding');
  });

  test('a roadmap item and a known issue', () => {
    expect(titles('kerb data')).toContain('roadmap: Parking that fits the street');
    expect(titles('tunnel gyroscope')).toContain(
      'issues: After a tunnel the position can lag by up to 30 seconds',
    );
  });

  test('what has most of the words, where nothing has them all', () => {
    expect(titles('parking helicopter')).not.toEqual([]);
  });
});

describe('search', () => {
  test('puts newer first among equals, and groups in one order', () => {
    const { groups } = search('ride', {}, 100);
    expect(groups.map(({ group }) => group)).toEqual(
      ['releases', 'changes', 'roadmap', 'issues'].filter((name) =>
        groups.some(({ group }) => group === name),
      ),
    );
  });

  test('narrows by product and kind, with words or without', () => {
    for (const query of ['ride', '']) {
      const hits = search(query, { product: 'rider-app', kind: 'fixed' }, 100).groups.flatMap(
        ({ hits }) => hits,
      );
      expect(hits.length).toBeGreaterThan(0);
      expect(hits.every((hit) => hit.product?.id === 'rider-app' && hit.kind === 'fixed')).toBe(true);
    }
    expect(search('', { kind: 'issue' }).groups.map(({ group }) => group)).toEqual(['issues']);
    expect(search('').total).toBe(0);
  });

  test('leads to where the thing stands', () => {
    const hit = search('tunnel gyroscope').groups.find(({ group }) => group === 'issues')?.hits[0];
    expect(hit?.address).toMatch(/^\/releases\/rider-app\/3-4-0\/#./);
    for (const { groups } of [search('ride', {}, 100)]) {
      for (const { address } of groups.flatMap(({ hits }) => hits))
        expect(address).toMatch(/^\/(?:releases|roadmap)\//);
    }
  });

  test('has nothing of what is in no list', () => {
    const cancelled = releases.filter(({ status }) => status === 'cancelled' || status === 'draft');
    expect(cancelled.length).toBeGreaterThan(0);
    for (const { title } of cancelled) expect(JSON.stringify(file)).not.toContain(title);
  });

  test('works on an empty site', async () => {
    const empty = renderSearchIndex({ releases: [], roadmap: [] }, site);
    expect((await openSearch(JSON.parse(empty) as SearchFile, {}))('anything')).toEqual({
      total: 0,
      groups: [],
    });
  });
});

test('CJK text is found by any part of it', async () => {
  const japanese = {
    ...releases[0],
    id: 'jp',
    title: '地図に駐車場を表示',
    summary: '近くのガレージ',
  } as (typeof releases)[number];
  const documents = getSearchDocuments(
    arrangeContent(
      site,
      { releases: [{ ...japanese, status: 'released' }], initiatives: [], withdrawn: [] },
      new Date('2026-05-12'),
    ),
  );
  const find = await openSearch(JSON.parse(renderSearchIndex(documents, site)) as SearchFile, {});
  for (const query of ['駐車場', '駐車', '地図', '図', '示', 'ガレージ'])
    expect(find(query).groups[0]?.hits[0]?.title, query).toBe('地図に駐車場を表示');
  expect(find('電車').total).toBe(0);
});

test('a tight budget costs old words first, then old changes, never a release', async () => {
  const documents = getSearchDocuments(content);
  const whole = renderSearchIndex(documents, site).length;
  const tight = JSON.parse(renderSearchIndex(documents, site, 3_000)) as SearchFile;
  expect(JSON.stringify(tight).length).toBeLessThan(whole);
  expect(tight.releases.title).toEqual(file.releases.title);
  expect(tight.changes.title.length).toBeLessThan(file.changes.title.length);
  const find = await openSearch(tight, words);
  for (const { title } of content.shipped)
    expect(find(title.replaceAll('*', '')).total, title).toBeGreaterThan(0);
});
