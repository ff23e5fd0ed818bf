import { describe, expect, test } from 'vitest';
import { withoutUnseen } from '../../src/publish/visible-text.ts';

/** Letters as tags, which nobody sees. */
const tags = (word: string) =>
  [...word].map((each) => String.fromCodePoint(0xe0000 + (each.codePointAt(0) ?? 0))).join('');
const points = (...codes: number[]) => String.fromCodePoint(...codes);
const FLAG = '\u{1F3F4}';
const END = '\u{E007F}';

test('every text of a record is looked at, however deep it stands, and nothing else is changed', () => {
  const hidden = tags('secret');
  expect(
    withoutUnseen({
      title: `A${hidden}`,
      list: [`B${hidden}`, { text: `C${hidden}`, share: 5, none: undefined, nothing: null, is: true }],
    }),
  ).toEqual({ title: 'A', list: ['B', { text: 'C', share: 5, none: undefined, nothing: null, is: true }] });
  for (const each of [7, true, null, undefined]) expect(withoutUnseen(each)).toBe(each);
  expect(withoutUnseen([])).toEqual([]);
});

describe('letters written as tags', () => {
  test('go, from the first to the last of them', () => {
    expect(withoutUnseen(`a${points(0xe0000)}b${points(0xe007f)}c${tags('~ !')}d`)).toBe('abcd');
    expect(withoutUnseen(points(0xdffff, 0xe0080))).toBe(points(0xdffff, 0xe0080));
  });

  test.each(['gbeng', 'usca', 'gb1', 'gbzzzz'])('stay in a flag: %s', (region) => {
    const flag = `${FLAG}${tags(region)}${END}`;
    expect(withoutUnseen(`a${flag}b`)).toBe(`a${flag}b`);
  });

  test.each(['gb', 'seven77', 'gbENG', 'gb-eng', 'g/b', 'gb{'])('go where no flag has them: %s', (word) => {
    expect(withoutUnseen(`a${FLAG}${tags(word)}${END}b`)).toBe(`a${FLAG}b`);
  });

  test('go behind a flag, and where a flag does not end', () => {
    const flag = `${FLAG}${tags('gbeng')}${END}`;
    expect(withoutUnseen(`${flag}${tags('secret')}`)).toBe(flag);
    expect(withoutUnseen(`${FLAG}${tags('gbeng')}`)).toBe(FLAG);
    expect(withoutUnseen(`x${tags('gbeng')}${END}`)).toBe('x');
  });
});

const selectors = [0xfe00, 0xfe0f, 0xe0100, 0xe01ef, 0x180b, 0x180d, 0x180f];
const joiners = [0x200b, 0x200f, 0x2060, 0x2064, 0xfeff, 0x180e, 0xad, 0x34f, 0x61c, 0xe0080, 0xe0fff];
const seen = [0x200a, 0x2010, 0x202a, 0x202e, 0x2066, 0x2069, 0x115f, 0x1160, 0x3164, 0xffa0, 0xfe10, 0xac];

describe('of what has no width', () => {
  test('one alone stays, and neighbours of it in Unicode are others', () => {
    for (const one of [...selectors, ...joiners]) {
      for (const other of seen) {
        const text = points(other, other, one, other);
        expect(withoutUnseen(text), `${one} ${other}`).toBe(text);
      }
    }
  });

  test('the first of a row stays', () => {
    for (const first of joiners) {
      for (const next of [...joiners, ...selectors]) {
        const row = points(first, next);
        expect(withoutUnseen(`a${row}b${row}${row}\n`), row).toBe(`a${points(first)}b${points(first)}\n`);
      }
    }
  });

  test('one that joins stays behind a selector, and nothing behind that', () => {
    for (const first of selectors) {
      for (const next of joiners) {
        const two = points(first, next);
        for (const row of [two, two + points(next), two + points(first), two + two])
          expect(withoutUnseen(`a${row}b`), `${first} ${next}`).toBe(`a${two}b`);
      }
      for (const next of selectors) expect(withoutUnseen(points(first, next))).toBe(points(first));
    }
    expect(withoutUnseen('❤️\u200D🔥')).toBe('❤️\u200D🔥');
  });
});
