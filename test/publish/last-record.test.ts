import { expect, test } from 'vitest';
import { recordAt, recordOfId } from '../../src/publish/last-record.ts';
import type { Release } from '../../src/release/release.ts';

const release = (id: string, product: string, version?: string): Release => ({
  id,
  title: id,
  product,
  status: 'released',
  ...(version && { version }),
});

test('a record is found by its id and by its address, the first of two', () => {
  const records = [
    release('a', 'till', '1.2'),
    release('b', 'api', '1.2'),
    release('c', 'till', '1-2'),
    release('a', 'till', '3'),
    release('d', 'till'),
  ];
  expect(recordOfId(records, 'a')).toBe(records[0]);
  expect(recordOfId(records, 'b')).toBe(records[1]);
  expect(recordOfId(records, 'e')).toBeUndefined();
  expect(recordAt(records, 'till', '1-2')).toBe(records[0]);
  expect(recordAt(records, 'api', '1-2')).toBe(records[1]);
  expect(recordAt(records, 'till', 'd')).toBe(records[4]);
  expect(recordAt(records, 'api', '3')).toBeUndefined();
  expect(recordAt(records, undefined, '1-2')).toBeUndefined();
});

test('each list of records is looked through by itself, and once', () => {
  const [one, other] = [[release('a', 'till', '1')], [release('b', 'till', '1')]];
  expect(recordAt(one, 'till', '1')).toBe(one[0]);
  expect(recordAt(other, 'till', '1')).toBe(other[0]);
  let looks = 0;
  const watched = new Proxy(one, {
    get(records, key) {
      if (key === 'toReversed') looks++;
      return Reflect.get(records, key) as unknown;
    },
  });
  for (const id of ['a', 'b', 'a']) recordOfId(watched, id);
  expect(looks).toBe(1);
});
