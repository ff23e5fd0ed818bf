import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseChanged, startListing } from '../../../scripts/build/listing.ts';
import { createDigests, type GivenRecord, withoutRest } from '../../../scripts/build/shown.ts';

test('chooses the pages that hold a record which has changed, in whatever order they were found', () => {
  const page = fc.record({ series: fc.nat(3), holds: fc.uniqueArray(fc.nat(9), { maxLength: 5 }) });
  const numbers = fc.uniqueArray(fc.nat(9));
  fc.assert(
    fc.property(fc.array(page), numbers, fc.uniqueArray(fc.nat(40)), (pages, changed, unsettled) => {
      const listing = startListing('digest', 10);
      for (const [number, { series, holds }] of pages.entries())
        listing.add(series, [String(number)], Uint32Array.from([holds.length, ...holds]));
      const isSettled = (file: string) => !unsettled.includes(Number(file));
      const chosen = chooseChanged(listing.make(), changed, isSettled);
      for (const [number, { series, holds }] of pages.entries()) {
        const isMeant = holds.some((record) => changed.includes(record)) || unsettled.includes(number);
        expect(chosen[series]?.includes(String(number))).toBe(isMeant);
      }
      expect(new Set(chosen.flat()).size).toBe(chosen.flat().length);
    }),
  );
});

test('a page holds the records that it is handed, however deep, and those of which it is handed a part', () => {
  const change = { title: 'A title' };
  const [one, two, three] = [{ id: 'one' }, { id: 'two', changes: [change] }, { id: 'three' }];
  const given = [one, two, three].map((record, number): GivenRecord => [
    record,
    { digest: record.id, records: [number] },
  ]);
  const describe = createDigests(given, [[change, 1]]);
  const list = { name: 'x'.repeat(200), releases: [one, { deep: new Map([['key', three]]) }] };
  expect(describe({ list })?.records.toSorted()).toEqual([0, 2]);
  expect(describe({ list, change })?.records.toSorted()).toEqual([0, 1, 2]);
  expect(describe([change])?.records).toEqual([1]);
  expect(describe({ name: 'nothing' })?.records).toEqual([]);
});

test('what a page is handed is told by what is shown of it, where that is said', () => {
  const describe = createDigests();
  const handed = (restsOn: string, shown: string) => ({
    name: 'x',
    list: { restsOn, shown: () => shown, get: () => '' },
  });
  const closely = (each: object) => describe(withoutRest(each) ?? {})?.digest;
  expect(closely(handed('one', 'a'))).toBe(closely(handed('two', 'a')));
  expect(closely(handed('one', 'a'))).not.toBe(closely(handed('one', 'b')));
  expect(closely({ ...handed('one', 'a'), name: 'y' })).not.toBe(closely(handed('one', 'a')));
  expect(withoutRest({ name: 'x', list: { restsOn: 'one', get: () => '' } })).toBeUndefined();
});
