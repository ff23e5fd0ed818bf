import { expect, test } from 'vitest';
import { publish, type Records } from '../../src/publish/publish.ts';
import { takeBack } from '../../src/publish/take-back.ts';
import { planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');
const plan = (id: string, fields: string) =>
  planOf(
    `---\ntitle: ${id}\nid: ${id}\nproduct: till\nhorizon: next\nstatus: planned\n${fields}\n---\n`,
    `${id}.md`,
  );
const publishAll = (previous: Records, fields: Record<string, string>) => {
  const plans = Object.entries(fields).map(([id, more]) => plan(id, more));
  return publish({ plans, initiatives: [], previous, site: testSite, now });
};
const open = 'visibility: public';

test('where nothing else may change, only what its author made internal goes, with its history', () => {
  const nothing: Records = { releases: [], initiatives: [], withdrawn: ['/roadmap/old/'] };
  const first = publishAll(nothing, { one: open }).records;
  const before = publishAll(first, { one: open, two: open, three: open }).records;
  expect(before.roadmapChanges?.map(({ id }) => id)).toEqual(['three', 'two']);
  const next = publishAll(before, { one: open, two: 'visibility: internal' });
  const { releases, withdrawn, roadmapChanges } = takeBack(before, next, testSite);
  expect(releases.map(({ id }) => id)).toEqual(['one', 'three']);
  expect(withdrawn).toEqual(['/roadmap/old/', '/roadmap/two/']);
  expect(roadmapChanges?.map(({ id }) => id)).toEqual(['three']);
  const all = publishAll(before, { two: 'visibility: internal', three: 'visibility: internal' });
  expect(takeBack(before, all, testSite)).not.toHaveProperty('roadmapChanges');
  expect(takeBack(before, publishAll(before, { one: open }), testSite)).toBe(before);
});

test('a record stays that a public plan has too', () => {
  const before = publishAll({ releases: [], initiatives: [], withdrawn: [] }, { one: open }).records;
  const plans = [plan('one', open), plan('one', 'visibility: internal')];
  const next = publish({ plans, initiatives: [], previous: before, site: testSite, now });
  expect(takeBack(before, next, testSite)).toBe(before);
});

test('what is taken back goes in all languages, and a translation goes alone', () => {
  const site = { ...testSite, products: testSite.products.slice(0, 1) };
  const release = (id: string) => ({
    id,
    title: id,
    product: 'till',
    version: id,
    status: 'released' as const,
  });
  const item = (id: string) => ({ id, title: id, horizon: 'now' as const });
  const text = (of: string, locale: string) => ({ of, locale, title: of });
  const previous: Records = {
    releases: [release('one'), release('two')],
    initiatives: [item('quick'), item('slow')],
    withdrawn: [],
    productInAddresses: false,
    authority: 'kiosk.example.com,2026',
    translations: {
      releases: [text('one', 'de'), text('one', 'fr'), text('two', 'de')],
      initiatives: [text('quick', 'de'), text('slow', 'de')],
    },
  };
  const { file } = plan('any', open);
  const gone = (
    ...last: (ReturnType<typeof release> | ReturnType<typeof item> | ReturnType<typeof text>)[]
  ) =>
    takeBack(previous, { outcomes: last.map((each) => ({ file, outcome: 'internal', last: each })) }, site);
  expect(gone(release('two'), item('slow'), text('one', 'fr'))).toEqual({
    releases: [release('one')],
    initiatives: [item('quick')],
    withdrawn: ['/releases/two/', '/roadmap/slow/'],
    productInAddresses: false,
    authority: 'kiosk.example.com,2026',
    translations: { releases: [text('one', 'de')], initiatives: [text('quick', 'de')] },
  });
  const all = gone(release('one'), release('two'), item('slow'), item('quick'));
  expect(all).not.toHaveProperty('translations');
  const half = gone(release('one'), release('two'), item('slow'));
  expect(half.translations).toEqual({ releases: [], initiatives: [text('quick', 'de')] });
  const { productInAddresses: _, authority: __, ...several } = previous;
  const outcomes = [{ file, outcome: 'internal' as const, last: text('one', 'fr') }];
  for (const name of ['productInAddresses', 'authority'])
    expect(takeBack(several, { outcomes }, testSite)).not.toHaveProperty(name);
});
