import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAround, markWords } from '../../src/site/search-mark.ts';
import { indexTerms } from '../../src/site/search-terms.ts';

const marked = (text: string, ...terms: string[]) =>
  markWords(text, new Set(terms))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

test('marks the words that a result was found by', () => {
  expect(marked('Parking bays in Malmö', 'malmo', 'bays')).toBe('Parking [bays] in [Malmö]');
  expect(marked('`rides.list` of v2.1.0', 'rides', '2.1')).toBe('`[rides.list]` of [v2.1.0]');
  expect(marked('<b>x</b>', 'b')).toBe('<[b]>x</[b]>');
  expect(marked('nothing', 'something')).toBe('nothing');
  expect(marked('', 'x')).toBe('');
});

test('cuts a text so that the first word that a result was found by is seen', () => {
  const cut = (text: string) => cutAround(text, new Set(['battery']), 40);
  expect(cut('The battery lasts.')).toBe('The battery lasts.');
  expect(cut('A battery, and more words than a result has room for.')).toBe(
    'A battery, and more words than a result…',
  );
  expect(cut('More words than there is room for, then a battery at last.')).toBe('…then a battery at last.');
  expect(cut(`${'x'.repeat(60)}-battery and ${'y'.repeat(60)}`)).toBe(`${'x'.repeat(39)}…`);
  expect(cut('Nothing that was found, in a text that is too long.')).toBe(
    'Nothing that was found, in a text that…',
  );
});

test('loses no letter of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const terms of [new Set<string>(), new Set(indexTerms(text))]) {
        expect(
          markWords(text, terms)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }
    }),
  );
});
