import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/release/compare.ts';
import type { Change, Release } from '../../src/release/release.ts';
import { between, change, release } from './records.ts';

describe('laws', () => {
  const kinds = ['added', 'changed', 'fixed', 'removed', 'deprecated'] as const;
  const history = fc
    .array(
      fc.record({
        changes: fc.uniqueArray(
          fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), kind: fc.constantFrom(...kinds) }),
          { maxLength: 4, selector: ({ id }) => id },
        ),
        isYanked: fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
        day: fc.integer({ min: 1, max: 28 }),
      }),
      { minLength: 3, maxLength: 9 },
    )
    .map((all) => {
      // What is gone cannot be on its way out.
      const gone = new Set<string>();
      return all.map((each) => ({
        ...each,
        changes: each.changes.filter(({ id, kind }) => {
          if (kind === 'removed') gone.add(id);
          if (kind === 'added') gone.delete(id);
          return kind !== 'deprecated' || !gone.has(id);
        }),
      }));
    })
    .map((all) =>
      all.map(({ changes, isYanked, day }, index) =>
        release(`${1 + Math.floor(index / 3)}.${index % 3}.0`, `2026-01-${String(day).padStart(2, '0')}`, {
          status: isYanked ? 'yanked' : 'released',
          changes: changes.map(({ id, kind }) => change(kind, `Title ${id}`, { id })),
        }),
      ),
    );
  const points = fc.tuple(fc.nat(), fc.nat(), fc.nat());
  const keys = (changes: Comparison<Release>['changes']) =>
    changes.map(({ change: { id, kind } }) => `${id} ${kind}`).sort();

  test('nothing lies between a version and itself', () => {
    fc.assert(
      fc.property(history, fc.nat(), (releases, at) => {
        const { version = '' } = releases[at % releases.length] as Release;
        expect(between(releases, version, version)).toMatchObject({
          direction: 'same',
          releases: [],
          changes: [],
          steps: [],
          skipped: [],
          fixedIssues: [],
        });
      }),
    );
  });

  const ways = fc.tuple(history, points).map(([releases, picks]) => {
    const places = picks.map((pick) => pick % releases.length).sort((x, y) => x - y);
    return {
      releases,
      ends: places.map((place) => releases[place] as Release) as [Release, Release, Release],
    };
  });
  const compareAll = (releases: Release[], ends: Release[]) => {
    const [a = '', b = '', c = ''] = ends.map(({ version }) => version);
    const joint = joined(between(releases, a, b), between(releases, b, c));
    return { whole: keys(between(releases, a, c).changes), joint };
  };

  test('a → c is a → b and b → c, less what b → c undid', () => {
    const inOrder = ways.map(({ releases, ends }) => {
      const days = releases.map(({ released = '' }) => released).sort();
      const ordered = releases.map((each, index) => ({ ...each, released: days[index] ?? '' }));
      return { releases: ordered, ends: ends.map((end) => ordered[releases.indexOf(end)] as Release) };
    });
    fc.assert(
      fc.property(inOrder, ({ releases, ends }) => {
        fc.pre(ends.slice(0, 2).every(({ status }) => status !== 'yanked'));
        const { whole, joint } = compareAll(releases, ends);
        expect(whole).toEqual(joint);
      }),
      { numRuns: 2000 },
    );
  });

  test('where patches of older lines came late, a → c still has nothing that neither half tells', () => {
    fc.assert(
      fc.property(ways, ({ releases, ends }) => {
        const isBack = (each: Release) => each.changes?.some(({ kind }) => kind === 'removed');
        fc.pre(!releases.some(isBack));
        fc.pre(ends.slice(0, 2).every(({ status }) => status !== 'yanked'));
        const { whole, joint } = compareAll(releases, ends);
        expect(joint).toEqual(expect.arrayContaining(whole));
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of the files never matters', () => {
    const shuffled = history.chain((releases) =>
      fc.tuple(fc.constant(releases), fc.shuffledSubarray(releases, { minLength: releases.length })),
    );
    fc.assert(
      fc.property(shuffled, ([releases, others]) => {
        const ends = [releases[0]?.version ?? '', releases.at(-1)?.version ?? ''] as const;
        expect(between(others, ...ends)).toEqual(between(releases, ...ends));
      }),
    );
  });

  /** Both halves as sets of id and kind; what the second half took back of the first goes. */
  function joined(first: Comparison<Release>, second: Comparison<Release>): string[] {
    const result = new Map(first.changes.map(({ change }) => [`${change.id} ${change.kind}`, change]));
    const netLater: Change[] = second.changes.map(({ change }) => change);
    // Whatever was undone was taken back by a removal, or is one.
    const removed = new Set(
      [...second.changes.filter(({ change }) => change.kind === 'removed'), ...second.undone].map(
        ({ change }) => change.id,
      ),
    );
    for (const id of removed) result.delete(`${id} deprecated`);
    for (const change of netLater) {
      const opposite = change.kind === 'removed' ? 'added' : change.kind === 'added' ? 'removed' : '';
      if (!result.delete(`${change.id} ${opposite}`)) result.set(`${change.id} ${change.kind}`, change);
    }
    return [...result.keys()].sort();
  }
});

test('1,600 releases are compared in a moment', () => {
  const many = Array.from({ length: 1600 }, (_, index) =>
    release(`${index + 1}.0`, `2020-01-01`, {
      changes: Array.from({ length: 8 }, (__, each) => change('fixed', `Fix ${index} ${each}`)),
    }),
  );
  const started = performance.now();
  const result = between(many, '1.0');
  expect(result.counts).toMatchObject({ releases: 1599, changes: 12_792 });
  expect(performance.now() - started).toBeLessThan(1500);
});
