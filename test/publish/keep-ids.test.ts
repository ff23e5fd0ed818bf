import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepIds } from '../../src/publish/keep-ids.ts';

const scope = 'till-1-2';
const written = [
  { kind: 'added', title: 'Reserve a table', text: 'Up to two hours ahead.' },
  { kind: 'added', title: 'Split a bill', text: 'Between any number of guests.' },
  { kind: 'fixed', title: 'Receipts print once', text: 'They printed twice on slow printers.' },
];
const published = keepIds(scope, written, []);

const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);

describe('ids of changes', () => {
  test('are made once, from what is public, and look like anchors', () => {
    expect(keepIds(scope, written, [])).toEqual(published);
    for (const id of idsOf(published)) expect(id).toMatch(/^c-[0-9a-z]{8}$/);
    expect(keepIds('till-1-3', written, []).map((item) => item.id)).not.toEqual(idsOf(published));
  });

  test('stay when a title changes and the text does not', () => {
    const renamed = written.with(0, { ...written[0]!, title: 'Book a table' });
    expect(idsOf(keepIds(scope, renamed, published))).toEqual(idsOf(published));
  });

  test('stay when a change without a text is renamed', () => {
    const bare = keepIds(scope, [{ kind: 'added', title: 'Dark mode' }, ...written], []);
    const renamed = [{ kind: 'added', title: 'Night theme' }, ...written];
    expect(idsOf(keepIds(scope, renamed, bare))).toEqual(idsOf(bare));
  });

  test('stay when changes are put in another order', () => {
    const [first, second, third] = published;
    expect(keepIds(scope, [written[2]!, written[0]!, written[1]!], published)).toEqual([
      third,
      first,
      second,
    ]);
  });

  test('stay when a change is of another kind after all', () => {
    const moved = written.with(1, { ...written[1]!, kind: 'changed' });
    expect(idsOf(keepIds(scope, moved, published))).toEqual(idsOf(published));
  });

  test('stay when title and text are reworded and another change is new', () => {
    const reworded = [
      { kind: 'added', title: 'A new way to tip', text: 'In three taps.' },
      { kind: 'added', title: 'Reserve your table', text: 'Up to two hours ahead of time.' },
      ...written.slice(1),
    ];
    const [tip, ...others] = keepIds(scope, reworded, published);
    expect(idsOf(others)).toEqual(idsOf(published));
    expect(idsOf(published)).not.toContain(tip?.id);
  });

  test('that an author gave count, whatever the title says', () => {
    const given = written.with(0, { ...written[0]!, id: 'reserve' } as (typeof written)[0]);
    const first = keepIds(scope, given, []);
    const later = given.with(0, { ...given[0]!, title: 'Something else', text: 'Entirely.' });
    expect(keepIds(scope, later, first)[0]?.id).toBe('reserve');
  });

  test('are not given to a new change while the old one stands', () => {
    const more = [{ kind: 'added', title: 'Reserve a chair', text: 'Up to two hours ahead.' }, ...written];
    const ids = idsOf(keepIds(scope, more, published));
    expect(ids.slice(1)).toEqual(idsOf(published));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are unique, and stay for any order of any list', () => {
    const items = fc.array(
      fc.record({
        kind: fc.constantFrom('added', 'fixed'),
        title: fc.string({ minLength: 1, maxLength: 12 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.nat()), (list, order) => {
        const first = keepIds(scope, list, []);
        expect(new Set(idsOf(first)).size).toBe(list.length);
        const shuffled = list
          .map((item) => ({ item, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        const second = keepIds(scope, shuffled, first);
        expect(new Set(idsOf(second))).toEqual(new Set(idsOf(first)));
        for (const item of second) {
          const titles = first.filter((each) => each.title === item.title).map((each) => each.id);
          expect(titles).toContain(item.id);
        }
      }),
      { numRuns: 200 },
    );
  });
});
