import { describe, expect, test } from 'vitest';
import { arrangeContent } from '../../src/site/content.ts';
import { getInstead } from '../../src/site/instead.ts';
import { getNeighbours } from '../../src/site/neighbours.ts';
import {
  getLatest,
  getNewest,
  getReleaseIndex,
  getReleaseLists,
  type ProductIndex,
} from '../../src/site/release-index.ts';
import { getSections } from '../../src/site/release-sections.ts';
import { contentOf, release, site } from './fixture.ts';

const line = [
  release('c', { version: '1.2.0', released: '2026-03-01' }),
  release('beta', { version: '1.2.0-beta', released: '2026-02-15', channel: 'beta' }),
  release('b', { version: '1.1.0', released: '2026-02-01', channel: 'stable', status: 'yanked' }),
  release('other', { product: 'partner-api', released: '2026-01-15' }),
  release('a', { version: '1.0.0', released: '2026-01-01' }),
];

test('previous and next stay in the product and the channel; no channel is the stable one', () => {
  const content = contentOf({ releases: line });
  const around = (id: string) => {
    const { previous, next } = getNeighbours(
      content,
      content.shipped.find((each) => each.id === id)!,
    );
    return [previous?.id, next?.id];
  };
  expect(around('b')).toEqual(['a', 'c']);
  expect(around('c')).toEqual(['b', undefined]);
  expect(around('a')).toEqual([undefined, 'b']);
  expect(around('beta')).toEqual([undefined, undefined]);
  expect(around('other')).toEqual([undefined, undefined]);
});

test('readers of a release that was taken back are sent to the next one that stands, or back', () => {
  const content = contentOf({ releases: line });
  expect(getInstead(content, line[2]!)?.id).toBe('c');
  expect(getInstead(content, line[0]!)).toBeUndefined();
  const last = release('d', { version: '1.3.0', released: '2026-04-01', status: 'rolled back' });
  expect(getInstead(contentOf({ releases: [...line, last] }), last)?.id).toBe('c');
});

test('readers of a release at its end are sent to the newest, not to the next, which may be near its own', () => {
  const old = release('old', { version: '0.9.0', released: '2025-01-01', status: 'end of life' });
  expect(getInstead(contentOf({ releases: [old, ...line] }), old)?.id).toBe('c');
  expect(getInstead(contentOf({ releases: [old] }), old)).toBeUndefined();
});

test('the latest release is one that stands and is final', () => {
  const yanked = release('y', { released: '2026-05-01', status: 'yanked' });
  expect(getLatest([yanked, line[1]!, line[4]!])?.id).toBe('a');
  expect(getLatest([yanked, line[1]!])?.id).toBe('beta');
  expect(getLatest([yanked])?.id).toBe('y');
  expect(getLatest([])).toBeUndefined();
});

test('releases are indexed by major version, or by year where versions have none', () => {
  const index = getReleaseIndex(contentOf());
  const labels = (product: string) =>
    index.find((each) => each.product === product)?.parts.map(({ by, label }) => `${by} ${label}`);
  expect(labels('rider-app')).toEqual(['major 3', 'major 2']);
  expect(labels('fleet-console')).toEqual(['year 2026', 'year 2025', 'year 2024']);
});

describe('many releases', () => {
  const numbers = Array.from({ length: 450 }, (_, index) => 450 - index);
  const of = (product: string) =>
    numbers.map((number) =>
      release(`${product}-${number}`, {
        product,
        version: `${Math.ceil(number / 100)}.${number}.0`,
        released: new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10),
      }),
    );
  const shownOn = ({ parts }: Pick<ProductIndex, 'parts'>) =>
    parts.map((part) => `${part.label}: ${part.releases.length}`);

  test('of one product stand on pages of 200, each release once', () => {
    const alone = { ...site, products: site.products.slice(0, 1) };
    const records = { releases: of(alone.products[0]?.id ?? ''), initiatives: [], withdrawn: [] };
    const content = arrangeContent(alone, records, new Date('2026-05-10T08:00:00Z'));
    const lists = getReleaseLists(content);
    expect(lists.map(({ address }) => address)).toEqual([
      '/releases/',
      '/releases/page/2/',
      '/releases/page/3/',
    ]);
    expect(lists.map(({ shown }) => shownOn(shown))).toEqual([
      ['5: 50', '4: 100', '3: 50'],
      ['3: 50', '2: 100', '1: 50'],
      ['1: 50'],
    ]);
    expect(getNewest(content).map(shownOn)).toEqual([shownOn(lists[0]!.shown)]);
    const all = lists.flatMap(({ shown }) => shown.parts.flatMap(({ releases }) => releases));
    expect(all).toEqual(content.shipped);
  });

  test('of several products: the newest of each stand together, and all on pages of their own', () => {
    const content = contentOf({ releases: [...of('rider-app'), ...of('fleet-console')] });
    const addresses = getReleaseLists(content).map(({ address }) => address);
    expect(addresses).toContain('/releases/rider-app/page/3/');
    expect(addresses).toContain('/releases/fleet-console/');
    expect(addresses).not.toContain('/releases/');
    const each = 300 / getReleaseIndex(content).length;
    expect(getNewest(content).map(({ parts }) => parts.flatMap(({ releases }) => releases).length)).toEqual(
      getReleaseIndex(content).map(({ total }) => Math.min(total, each)),
    );
  });
});

test('a page lists only sections that say something, in the order of the page, under ids that differ', () => {
  const content = contentOf();
  const full = content.shipped.find((each) => each.id === 'parking-bays')!;
  const ids = getSections(full).map(({ id }) => id);
  expect(ids.slice(0, 4)).toEqual(['Before-you-upgrade', 'Highlights', 'Breaking', 'Security']);
  expect(new Set(ids).size).toBe(ids.length);
  // Anchors of changes are lower case, so they can never meet one of a section.
  expect(ids.every((id) => /^[A-Z]/.test(id))).toBe(true);
  expect(getSections(release('empty'))).toEqual([]);
});
