import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseForWidget,
  describeWidgetFile,
  type WidgetFile,
} from '../../src/documents/public/widget-json.ts';
import type { Release } from '../../src/release/release.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { entriesOf, isUnread, type Marker, markSeen } from '../../src/widget/whats-new-marker.ts';
import { runs } from '../long.ts';

/** What counts as unread (interface.md, *Widget*), whatever is published, corrected and taken back between the visits of a reader. */

const site = SiteSchema.parse({
  name: 'News',
  url: 'https://news.example/',
  products: ['app', 'api'].map((id) => ({ id, name: id })),
});
const words = { title: '', unread: '', new: '', all: '', none: '', close: '' };

type Step =
  | { what: 'publish'; product: string; day: number; held: boolean }
  | { what: 'edit' | 'yank'; which: number }
  | { what: 'visit' | 'open' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    what: fc.constant('publish' as const),
    product: fc.constantFrom('app', 'api'),
    day: fc.integer({ min: 0, max: 300 }),
    held: fc.boolean(),
  }),
  fc.record({ what: fc.constantFrom('edit' as const, 'yank' as const), which: fc.nat() }),
  fc.record({ what: fc.constantFrom('visit' as const, 'open' as const) }),
);

/** A reader of one product, or of all, who is told how many releases are unread at each visit. */
function readerOf(product: string) {
  let marker: Marker | undefined;
  const known = new Set<string>();
  const isOwn = (release: Release) => !product || release.product === product;
  return {
    visit(releases: readonly Release[], opens: boolean): { told: string[]; expected: string[] } {
      const texts = { words, groups: {}, stateOf: () => undefined };
      const file: WidgetFile = JSON.parse(
        JSON.stringify(describeWidgetFile(chooseForWidget(releases, site), site, texts)),
      );
      const isFirst = marker === undefined;
      marker ??= markSeen(file, product);
      const now = marker;
      const told = entriesOf(file, product)
        .filter((entry) => isUnread(entry, now))
        .map(({ id }) => id);
      const own = releases.filter(isOwn);
      const expected = own
        .filter(({ id, status }) => !isFirst && !known.has(id) && status !== 'yanked')
        .map(({ id }) => id);
      if (opens) marker = JSON.parse(JSON.stringify(markSeen(file, product, marker)));
      if (isFirst || opens) for (const { id } of own) known.add(id);
      return { told: told.sort(), expected: expected.sort() };
    },
  };
}

/** @param lastDay given to what is edited, where edits move days */
function play(
  steps: readonly Step[],
  check: (result: { told: string[]; expected: string[] }) => void,
  lastDay?: string,
): void {
  const releases: Release[] = [];
  const readers = ['', 'app', 'api'].map(readerOf);
  for (const each of steps) {
    if (each.what === 'publish') releases.push(make(releases.length, each));
    else if ('which' in each) {
      const place = each.which % Math.max(1, releases.length);
      const release = releases[place];
      if (!release) continue;
      const edited = {
        title: `Another ${release.id}`,
        edited: { on: '2026-12-01' },
        ...(lastDay && { released: lastDay }),
      };
      releases[place] = { ...release, ...(each.what === 'edit' ? edited : { status: 'yanked' }) };
    } else for (const reader of readers) check(reader.visit(releases, each.what === 'open'));
  }
}

function make(number: number, { product, day, held }: Extract<Step, { what: 'publish' }>): Release {
  const released = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  return {
    id: `r-${number}`,
    title: `Release ${number}`,
    product,
    version: `1.${number}`,
    status: 'released',
    released,
    ...(held && { publishAt: `2026-11-${String(10 + (number % 10))}T08:00:00Z` }),
  };
}

test('as long as the file holds all releases, exactly what was published since is unread', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let published = 0;
      const few = steps.filter(({ what }) => what !== 'publish' || ++published <= 10);
      play(few, ({ told, expected }) => expect(told).toEqual(expected), '2026-12-01');
    }),
    { numRuns: runs(300, 20_000) },
  );
});

test('however many there are, nothing is unread that was there before, or is taken back', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 160 }), (steps) => {
      play(steps, ({ told, expected }) => expect(expected).toEqual(expect.arrayContaining(told)));
    }),
    { numRuns: runs(60, 2_000) },
  );
});
