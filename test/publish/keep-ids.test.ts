import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepIds } from '../../src/publish/keep-ids.ts';

const scope = 'till-1-2';
const written = [
  { kind: 'added', title: 'Reserve a table', text: 'Up to two hours ahead.' },
  { kind: 'added', title: 'Split a bill', text: 'Between any number of guests.' },
  { kind: 'fixed', title: 'Receipts print once', text: 'They printed twice on slow printers.' },
];
let published: ReturnType<typeof keepIds<(typeof written)[0]>>;
beforeEach(() => {
  published = keepIds(scope, written, undefined);
});

const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);

describe('ids of changes', () => {
  test('are made once, from what is public, and look like anchors', () => {
    expect(keepIds(scope, written, [])).toEqual(published);
    for (const id of idsOf(published)) expect(id).toMatch(/^c-[0-9a-z]{8}$/);
    expect(keepIds('till-1-3', written, []).map((item) => item.id)).not.toEqual(idsOf(published));
  });

  test('stay what they were when Slipway itself has changed', () => {
    expect(idsOf(published)).toEqual(['c-jzkpr34v', 'c-5cn4allq', 'c-nv9skgyo']);
    const twice = [{ title: 'Receipts print once' }, { title: 'Receipts print once' }];
    expect(idsOf(keepIds(scope, twice, []))).toEqual(['c-8ur2gafr', 'c-zzy74w2f']);
    expect(idsOf(keepIds(scope, [{ title: 'Bill 12962' }], []))).toEqual(['c-0jrjww4h']);
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

  test('go by the kind where titles are the same', () => {
    const same = [
      { kind: 'added', title: 'Receipts', text: 'In colour.' },
      { kind: 'fixed', title: 'Receipts', text: 'On paper.' },
    ];
    const [added, fixed] = idsOf(keepIds(scope, same, []));
    const turned = [same[1]!, { kind: 'removed', title: 'Receipts', text: 'By mail.' }, same[0]!];
    const [first, other, last] = idsOf(keepIds(scope, turned, keepIds(scope, same, [])));
    expect([first, last]).toEqual([fixed, added]);
    expect([added, fixed]).not.toContain(other);
  });

  test('go by a short text where the title is another, and never by a text that is missing', () => {
    const old = keepIds(scope, [{ kind: 'added', title: 'Dark mode', text: 'Now.' }], []);
    const more = [
      { kind: 'added', title: 'Unlike it', text: 'Otherwise.' },
      { kind: 'added', title: 'Colours for whoever works by night', text: 'Now.' },
    ];
    expect(keepIds(scope, more, old)[1]?.id).toBe(old[0]?.id);
    const ofOtherKind = more.with(1, { ...more[1]!, kind: 'fixed' });
    expect(keepIds(scope, ofOtherKind, old)[1]?.id).toBe(old[0]?.id);
    const titled = [
      { kind: 'added', title: 'Unlike it', text: 'Otherwise.' },
      { kind: 'fixed', title: 'Dark mode', text: 'It no longer turns white while a menu is open.' },
    ];
    expect(keepIds(scope, titled, old)[1]?.id).toBe(old[0]?.id);
    const bare = keepIds(scope, [{ kind: 'added', title: 'Dark mode' }], []);
    const others = [
      { kind: 'added', title: 'Receipts' },
      { kind: 'added', title: 'Tables' },
    ];
    expect(idsOf(keepIds(scope, others, bare))).not.toContain(bare[0]?.id);
  });

  /** Whether an item is held to be another one that was reworded, where nothing else says so. */
  const isReworded = (before: string, after: string, text?: string) => {
    const old = keepIds(scope, [{ title: before, text }], []);
    const others = [{ title: '###' }, { title: after, text: text && `${text}.` }];
    return keepIds(scope, others, old)[1]?.id === old[0]?.id;
  };

  test('stay where half of all pairs of letters are the same, however they are written, and no less', () => {
    expect(isReworded('abcd', 'abXY')).toBe(false);
    expect(isReworded('abcd', 'ABCe')).toBe(true);
    expect(isReworded('abcdefgh', 'abcdeXYZ')).toBe(true);
    expect(isReworded('abcdefgh', 'abcdXYZW')).toBe(false);
    expect(isReworded('xxxxxxxx', 'xx')).toBe(false);
    expect(isReworded('xx', 'xxxxxxxx')).toBe(false);
    expect(isReworded('xxxxxx', 'xxx')).toBe(true);
    expect(isReworded('ßßßß', 'ssssssss')).toBe(false);
  });

  test('stay with a long text of which the beginning is the same', () => {
    const begin = 'lorem ipsum '.repeat(170);
    expect(isReworded('a', 'b', `${begin}${'x'.repeat(9_000)}`)).toBe(true);
    const old = keepIds(scope, [{ title: 'a', text: begin + 'x'.repeat(9_000) }], []);
    const others = [{ title: '###' }, { title: 'a b', text: begin + 'y'.repeat(9_000) }];
    expect(keepIds(scope, others, old)[1]?.id).toBe(old[0]?.id);
  });

  test('go to the closest where several are close', () => {
    const old = keepIds(scope, [{ title: 'abcdefgh' }, { title: 'abcdefZZ' }], []);
    const reworded = [{ title: 'abcdefgY' }, { title: '###' }, { title: 'abcdeZZZ' }];
    const ids = idsOf(keepIds(scope, reworded, old));
    expect([ids[0], ids[2]]).toEqual(idsOf(old));
    const swapped = idsOf(keepIds(scope, reworded.toReversed(), old));
    expect([swapped[2], swapped[0]]).toEqual(idsOf(old));
  });

  test('stay with the places where all is rewritten, kind by kind, and as many are left', () => {
    const old = keepIds(
      scope,
      [
        { kind: 'added', title: 'aaaa' },
        { kind: 'fixed', title: 'bbbb' },
        { kind: 'fixed', title: 'cccc' },
      ],
      [],
    );
    const other = [
      { kind: 'fixed', title: 'dddd' },
      { kind: 'added', title: 'eeee' },
      { kind: 'fixed', title: 'ffff' },
    ];
    const [a, b, c] = idsOf(old);
    expect(idsOf(keepIds(scope, other, old))).toEqual([b, a, c]);
    const [first, second] = idsOf(keepIds(scope, other.slice(0, 2), old));
    expect(second).toBe(a);
    expect([b, c]).not.toContain(first);
  });

  test('that an author gave count, whatever the title says', () => {
    const given = written.with(0, { ...written[0]!, id: 'reserve' } as (typeof written)[0]);
    const first = keepIds(scope, given, []);
    const later = given.with(0, { ...given[0]!, title: 'Something else', text: 'Entirely.' });
    expect(keepIds(scope, later, first)[0]?.id).toBe('reserve');
    expect(idsOf(keepIds(scope, given, published))).toEqual(['reserve', ...idsOf(published).slice(1)]);
    const [other, own] = keepIds(scope, [written[0]!, later[0]!], first);
    expect([own?.id, other?.id === 'reserve']).toEqual(['reserve', false]);
  });

  test('are not given to a new change while the old one stands', () => {
    const more = [{ kind: 'added', title: 'Reserve a chair', text: 'Up to two hours ahead.' }, ...written];
    const ids = idsOf(keepIds(scope, more, published));
    expect(ids.slice(1)).toEqual(idsOf(published));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are not given to another change, which had the title before, nor when the first is gone', () => {
    const [id] = idsOf(published);
    const renamed = [{ id: id!, kind: 'added', title: 'Book', text: 'Up to two hours ahead.' }];
    const again = {
      kind: 'added',
      title: 'Reserve a table',
      text: 'With flowers, and a note for the kitchen.',
    };
    const [first, second] = idsOf(keepIds(scope, [{ ...renamed[0]!, id: undefined }, again], renamed));
    expect([first, second === id]).toEqual([id, false]);
    expect(idsOf(keepIds(scope, [again, { ...again, title: '###' }], renamed))).not.toContain(id);
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
