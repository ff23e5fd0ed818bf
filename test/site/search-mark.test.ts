import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markWords } from '../../src/site/search-mark.ts';
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
