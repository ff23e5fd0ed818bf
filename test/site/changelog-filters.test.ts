import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeGroups } from '../../src/release/order.ts';
import { changelogViews } from '../../src/site/changelog-addresses.ts';
import { getChangelogPages } from '../../src/site/changelog.ts';
import { getFacets } from '../../src/site/changelog-facets.ts';
import { filterChangelog, getChangelogIndex } from '../../src/site/changelog-index.ts';
import {
  type ChangelogState,
  changelogStateAddress,
  countFilters,
  nearestChangelogAddress,
  parseChangelogState,
  toggleKind,
  toggleProduct,
} from '../../src/site/changelog-state.ts';
import { contentOf } from './fixture.ts';

const everything: ChangelogState = { kinds: [], q: '', view: 'cards', page: 1 };
const parse = (address: string) => {
  const { pathname, search } = new URL(address, 'https://example.com');
  return parseChangelogState(pathname, search);
};

test.each([
  ['/changelog/', {}],
  ['/changelog/page/3/', { page: 3 }],
  ['/changelog/kind/breaking/', { kinds: ['breaking'] }],
  ['/changelog/product/rider-app/page/2/', { product: 'rider-app', page: 2 }],
  ['/changelog/rows/', { view: 'rows' }],
  ['/changelog/table/page/2/', { view: 'table', page: 2 }],
  [
    '/changelog/?product=rider-app&kind=breaking,fixed&q=bay',
    { product: 'rider-app', kinds: ['breaking', 'fixed'], q: 'bay' },
  ],
  ['/changelog/?mine=yes', { mine: {} }],
  [
    '/changelog/?kind=fixed&mine=yes&region=US&tier=Pro',
    { kinds: ['fixed'], mine: { region: 'US', tier: 'Pro' } },
  ],
  ['/changelog/?kind=fixed&view=rows&page=2', { kinds: ['fixed'], view: 'rows', page: 2 }],
] as [string, Partial<ChangelogState>][])('%s is one state, and that state is %s', (address, parts) => {
  expect(parse(address)).toEqual({ ...everything, ...parts });
  expect(changelogStateAddress({ ...everything, ...parts })).toBe(address);
});

test('every state has one address, from which it is read again', () => {
  const states = fc.record({
    product: fc.option(fc.constantFrom('rider-app', 'partner-api'), { nil: undefined }),
    kinds: fc.subarray([...changeGroups]),
    q: fc.oneof(
      fc.constant(''),
      fc.string({ unit: 'grapheme', minLength: 1 }).map((q) => q.trim()),
    ),
    view: fc.constantFrom(...changelogViews),
    page: fc.integer({ min: 1, max: 40 }),
    mine: fc.option(fc.record({ region: fc.constantFrom('US', 'EU & more') }, { requiredKeys: [] }), {
      nil: undefined,
    }),
  });
  fc.assert(
    fc.property(states, (state) => {
      const { product, mine, ...rest } = state;
      const whole = { ...rest, ...(product ? { product } : {}), ...(mine ? { mine } : {}) };
      expect(parse(changelogStateAddress(whole))).toEqual(whole);
    }),
  );
});

test('what an address does not mean is left out', () => {
  expect(parse('/changelog/?kind=nonsense,fixed&view=3d&page=-1&product=&x=y')).toEqual({
    ...everything,
    kinds: ['fixed'],
  });
  expect(parse('/changelog/2026/05/')).toEqual(everything);
});

test('a chip put in and taken out again leaves the state, from its first page', () => {
  const state = { ...everything, kinds: ['fixed' as const], page: 4 };
  expect(toggleKind(toggleKind(state, 'breaking'), 'breaking')).toEqual({ ...state, page: 1 });
  expect(toggleProduct(toggleProduct(state, 'a'), 'a')).toEqual({ ...state, page: 1 });
  expect(toggleProduct({ ...state, product: 'a' }, 'b').product).toBe('b');
  expect(toggleKind(state, undefined).kinds).toEqual([]);
});

test('the nearest page of its own is the product’s, else the only kind’s, else the whole', () => {
  expect(nearestChangelogAddress(parse('/changelog/?product=rider-app&kind=fixed'))).toBe(
    '/changelog/product/rider-app/',
  );
  expect(nearestChangelogAddress(parse('/changelog/?kind=fixed&q=x'))).toBe('/changelog/kind/fixed/');
  expect(nearestChangelogAddress(parse('/changelog/?kind=fixed,added'))).toBe('/changelog/');
  expect(countFilters(parse('/changelog/?product=a&kind=fixed,added&q=x&view=rows'))).toBe(4);
});

test('filters in the browser find what the pre-rendered pages show, in their order', () => {
  const content = contentOf();
  const index = getChangelogIndex(content);
  for (const page of getChangelogPages(content).filter(({ axis }) => axis.kind !== 'month')) {
    const state = { ...parse(page.address), page: 1 };
    const { places } = filterChangelog(index, state, new Set());
    if (page.page > 1) continue;
    expect(places.length, page.address).toBe(page.total);
    const shown = page.months.flatMap(({ entries }) => entries.map(({ release }) => release.id));
    expect(places.slice(0, shown.length).map((place) => content.shipped[place]?.id)).toEqual(shown);
  }
});

test('a chip counts what it leads to', () => {
  const content = contentOf();
  const index = getChangelogIndex(content);
  const state = parse('/changelog/?product=rider-app&kind=added,fixed');
  const now = filterChangelog(index, state, new Set());
  for (const [product, count] of Object.entries(now.products)) {
    expect(filterChangelog(index, { ...state, product }, new Set()).places.length).toBe(count);
  }
  const axis = { kind: 'product', product: 'rider-app' } as const;
  for (const { group, count = 0, own } of getFacets(content, { axis, page: 1 }).groups) {
    const changes = content.shipped
      .filter(({ product }) => product === 'rider-app')
      .flatMap(({ changes = [] }) => changes);
    expect(own, group).toBe(now.kinds[group]);
    expect(own).toBeLessThanOrEqual(Math.min(count, changes.length));
  }
});

test('words leave those releases in which the search found them', () => {
  const content = contentOf();
  const index = getChangelogIndex(content);
  const [first] = index.releases;
  const { places } = filterChangelog(index, { ...everything, q: 'x' }, new Set([first?.[0] ?? '']));
  expect(places).toEqual([0]);
});
