import { describe, expect, test } from 'vitest';
import { matchTranslated } from '../../src/publish/match-translated.ts';

const item = (id: string, title: string, kind?: string) => ({ id, title, ...(kind && { kind }) });

/** What is which, as `id title`, and what is told. */
function match(
  written: readonly ReturnType<typeof item>[],
  originals: readonly ReturnType<typeof item>[],
  previous?: readonly ReturnType<typeof item>[],
) {
  const told: string[] = [];
  const matched = matchTranslated(written, originals, previous, (what, count, expected) =>
    told.push(`${count} ${what}, expected ${expected}`),
  );
  return { matched: matched.map(({ id, title }) => `${id} ${title}`), told };
}

const originals = [item('a', 'One', 'added'), item('b', 'Two', 'added'), item('c', 'Three', 'fixed')];

describe('what is translated is told', () => {
  test('by an id that both have, in the order of the original', () => {
    const written = [item('c', 'Drei', 'added'), item('b', 'Zwei', 'added'), item('a', 'Eins', 'added')];
    expect(match(written, originals)).toEqual({ matched: ['a Eins', 'b Zwei', 'c Drei'], told: [] });
  });

  test('by the title that it had before, wherever it stands now', () => {
    const written = [item('x', 'Zwei', 'added'), item('y', 'Eins', 'added')];
    const before = [item('a', 'Eins'), item('b', 'Zwei')];
    const { matched, told } = match(written, originals.slice(0, 2), before);
    expect([matched, told]).toEqual([['a Eins', 'b Zwei'], []]);
  });

  test('by a title that several had before, each once', () => {
    const written = [item('x', 'Gleich', 'added'), item('y', 'Gleich', 'added')];
    const before = [item('gone', 'Gleich'), item('b', 'Gleich'), item('a', 'Gleich')];
    expect(match(written, originals.slice(0, 2), before).matched).toEqual(['a Gleich', 'b Gleich']);
    expect(match([...written, item('z', 'Neu', 'fixed')], originals, before)).toEqual({
      matched: ['a Gleich', 'b Gleich', 'c Neu'],
      told: [],
    });
  });

  test('by its id before its title', () => {
    const written = [item('x', 'Eins', 'added'), item('a', 'Zwei', 'added')];
    const before = [item('a', 'Eins'), item('b', 'Anders')];
    expect(match(written, originals.slice(0, 2), before).matched).toEqual(['a Zwei', 'b Eins']);
    // What has an id already is not asked for its title.
    const named = [item('a', 'Zwei', 'added'), item('x', 'Neu', 'added')];
    expect(match(named, originals.slice(0, 2), [item('b', 'Zwei')])).toEqual({
      matched: ['a Zwei', 'b Neu'],
      told: [],
    });
  });

  test('else by the places among those of its kind, where they are as many', () => {
    const written = [item('x', 'Drei', 'fixed'), item('y', 'Eins', 'added'), item('z', 'Zwei', 'added')];
    expect(match(written, originals)).toEqual({ matched: ['a Eins', 'b Zwei', 'c Drei'], told: [] });
  });
});

describe('what cannot be told', () => {
  test('is left out, and its author hears of it, kind by kind', () => {
    const written = [item('x', 'Eins', 'added'), item('y', 'Drei', 'fixed'), item('z', 'Vier', 'fixed')];
    expect(match(written, originals)).toEqual({
      matched: [],
      told: ['1 items of the kind added, expected 2', '2 items of the kind fixed, expected 1'],
    });
    const one = match([item('x', 'Eins', 'added'), item('y', 'Drei', 'fixed')], originals);
    expect(one).toEqual({ matched: ['c Drei'], told: ['1 items of the kind added, expected 2'] });
  });

  test('has no kind among known issues', () => {
    expect(match([item('x', 'Langsam')], [])).toEqual({ matched: [], told: ['1 known issues, expected 0'] });
    expect(match([item('x', 'Langsam')], [item('i', 'Slow')])).toEqual({ matched: ['i Langsam'], told: [] });
  });
});

test('what is translated is given the id of its original, and keeps all else', () => {
  const [only] = matchTranslated([{ ...item('x', 'Eins'), text: 'Mehr.' }], [item('a', 'One')], [], () => {});
  expect(only).toEqual({ id: 'a', title: 'Eins', text: 'Mehr.' });
});
