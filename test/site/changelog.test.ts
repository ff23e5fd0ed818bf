import { expect, test } from 'vitest';
import type { Change } from '../../src/release/release.ts';
import { getChangelogCounts, getChangelogPages } from '../../src/site/changelog.ts';
import { getFacets } from '../../src/site/changelog-facets.ts';
import { cutEntry, withGroups } from '../../src/site/entry.ts';
import { contentOf, release } from './fixture.ts';

const change = (id: string, parts: Partial<Change> = {}): Change => ({
  id,
  kind: 'fixed',
  title: id,
  ...parts,
});
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    release(`r-${index}`, {
      released: '2026-04-01',
      version: `1.${index}.0`,
      changes: [change(`c-${index}`)],
    }),
  );

test('counts are those of the lists behind them', () => {
  const content = contentOf();
  const pages = getChangelogPages(content);
  const counts = getChangelogCounts(content);
  expect(counts.groups.length).toBe(7);
  for (const { group, count } of counts.groups) {
    const listed = pages
      .filter(({ axis }) => axis.kind === 'group' && axis.group === group)
      .flatMap(({ months }) =>
        months.flatMap(({ entries }) => entries.flatMap((entry) => withGroups(entry).groups)),
      );
    expect(listed.every((each) => each.group === group)).toBe(true);
    expect(listed.flatMap((each) => each.changes).length).toBe(count);
  }
  for (const { product, count } of counts.products) {
    const first = pages.find(({ axis }) => axis.kind === 'product' && axis.product === product);
    expect(first?.total).toBe(count);
  }
});

test('a breaking change counts as breaking, not as its kind', () => {
  const releases = [release('a', { changes: [change('b', { kind: 'removed', breaking: true })] })];
  expect(getChangelogCounts(contentOf({ releases })).groups).toEqual([{ group: 'breaking', count: 1 }]);
});

test('long lists go on under addresses that are no year', () => {
  const pages = getChangelogPages(contentOf({ releases: many(45) })).filter(
    ({ axis }) => axis.kind === 'all' && !axis.view,
  );
  expect(pages.map(({ address }) => address)).toEqual(['/changelog/', '/changelog/page/2/']);
  const listed = pages.flatMap(({ months }) => months.flatMap(({ entries }) => entries));
  expect(new Set(listed.map((entry) => entry.release.id)).size).toBe(45);
});

test('a new release changes the first page of each list that it stands on, and no other', () => {
  const describe = (count: number) => {
    const content = contentOf({ releases: many(count) });
    const pages = getChangelogPages(content);
    return new Map(pages.map((page) => [page.address, JSON.stringify([page, getFacets(content, page)])]));
  };
  for (const count of [40, 45, 58, 258]) {
    const before = describe(count);
    const changed = [...describe(count + 1)].flatMap(([address, page]) =>
      before.get(address) === page ? [] : [address],
    );
    expect(changed.filter((address) => address.includes('/page/'))).toEqual([]);
    expect(changed).toContain('/changelog/');
  }
});

test('every month that has releases has its page, and every address is there once', () => {
  const addresses = getChangelogPages(contentOf()).map(({ address }) => address);
  expect(addresses).toContain('/changelog/2026/05/');
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('the output grows with the releases, not with their square', () => {
  const entries = (count: number) =>
    getChangelogPages(contentOf({ releases: many(count) })).flatMap(({ months }) =>
      months.flatMap((m) => m.entries),
    );
  expect(entries(400).length).toBe(4 * entries(100).length);
});

test('without releases there is one empty page of each list', () => {
  const pages = getChangelogPages(contentOf({}));
  expect(pages.every(({ total, pages: count }) => total === 0 && count === 1)).toBe(true);
  expect(pages.map(({ address }) => address)).toContain('/changelog/');
});

test('an entry is cut, but each kind keeps one and nothing is lost from the count', () => {
  const groups = [
    { group: 'breaking' as const, changes: [change('a'), change('b')] },
    { group: 'fixed' as const, changes: Array.from({ length: 40 }, (_, index) => change(`f-${index}`)) },
    { group: 'changed' as const, changes: [change('z')] },
  ];
  const { shown, hidden } = cutEntry(groups);
  expect(shown.map(({ changes }) => changes.length)).toEqual([2, 7, 1]);
  expect(hidden).toBe(33);
  // What is cut says of how many.
  expect(shown.map(({ of }) => of)).toEqual([undefined, 40, undefined]);
  expect(cutEntry([{ group: 'fixed', changes: Array.from({ length: 12 }, () => change('x')) }]).hidden).toBe(
    0,
  );
});
