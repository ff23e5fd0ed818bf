import { expect, test } from 'vitest';
import { keepAddresses, withdrawnAddresses } from '../../src/publish/addresses.ts';
import type { Records } from '../../src/publish/publish.ts';
import type { Initiative, Release } from '../../src/release/release.ts';
import { testSite } from '../plans.ts';

const one = { ...testSite, products: testSite.products.slice(0, 1) };
const release = (id: string, more: Partial<Release> = {}): Release => ({
  id,
  title: id,
  product: 'till',
  version: id,
  status: 'released',
  ...more,
});
const goal = (id: string, more: Partial<Initiative> = {}): Initiative => ({
  id,
  title: id,
  horizon: 'now',
  ...more,
});
const records = (
  releases: Release[],
  initiatives: Initiative[] = [],
  more: Partial<Records> = {},
): Records => ({
  releases,
  initiatives,
  withdrawn: [],
  ...more,
});

test('a record that has moved carries all addresses that it had, once each, and none that is in use', () => {
  const last = records(
    [
      release('a', { version: '2', formerly: ['/releases/till/9/', '/releases/till/1/'] }),
      release('b', { version: '3' }),
    ],
    [goal('c', { formerly: ['/roadmap/old/'] }), goal('d')],
  );
  const next = records(
    [
      release('a', { version: '1', formerly: ['/said/by/nobody/'] }),
      release('b', { version: '3', formerly: ['/said/by/nobody/'] }),
      release('new', { formerly: ['/said/by/nobody/'] }),
    ],
    [goal('c'), goal('d')],
  );
  expect(keepAddresses(next, last, testSite)).toEqual({
    releases: [
      release('a', { version: '1', formerly: ['/releases/till/2/', '/releases/till/9/'] }),
      release('b', { version: '3' }),
      release('new'),
    ],
    initiatives: [goal('c', { formerly: ['/roadmap/old/'] }), goal('d')],
  });
  const double = records([release('a', { formerly: ['/releases/till/a/'] })]);
  const [moved] = keepAddresses(records([release('a', { version: '7' })]), double, testSite).releases;
  expect(moved?.formerly).toEqual(['/releases/till/a/']);
});

test('nothing stays of an address that another record took over', () => {
  const last = records([release('a', { version: '1' })], [goal('b', { formerly: ['/roadmap/c/'] })]);
  const next = records(
    [release('a', { version: '2' }), release('z', { version: '1' })],
    [goal('b'), goal('c')],
  );
  expect(keepAddresses(next, last, testSite)).toEqual({
    releases: next.releases,
    initiatives: next.initiatives,
  });
});

test('a second product moves all releases, and so does giving it up', () => {
  const alone = records([release('a')], [], { productInAddresses: false });
  const both = keepAddresses(alone, alone, testSite);
  expect(both.releases).toEqual([release('a', { formerly: ['/releases/a/'] })]);
  expect(keepAddresses(alone, alone, one).releases).toEqual([release('a')]);
  const again = keepAddresses(both, { ...both, withdrawn: [] }, one);
  expect(again.releases).toEqual([release('a', { formerly: ['/releases/till/a/'] })]);
});

test('what answers no more is withdrawn, in order, until something answers there again', () => {
  const last = records(
    [release('b', { formerly: ['/releases/till/9/'] }), release('a')],
    [goal('c'), goal('d')],
    { withdrawn: ['/releases/till/x/', '/roadmap/y/', '/releases/till/f/'] },
  );
  const next = records(
    [release('x'), release('e', { formerly: ['/releases/till/f/'] })],
    [goal('d'), goal('y')],
  );
  expect(withdrawnAddresses(next, last, testSite)).toEqual([
    '/releases/till/9/',
    '/releases/till/a/',
    '/releases/till/b/',
    '/roadmap/c/',
  ]);
  const alone = records([release('a')], [], { productInAddresses: false });
  expect(withdrawnAddresses(records([]), alone, one)).toEqual(['/releases/a/']);
  expect(withdrawnAddresses(alone, alone, one)).toEqual([]);
  expect(withdrawnAddresses(alone, alone, testSite)).toEqual(['/releases/a/']);
});
