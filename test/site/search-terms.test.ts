import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  indexTerms,
  queryWords,
  versionTerm,
  widerVersions,
  wordsWithTerms,
} from '../../src/site/search-terms.ts';

describe('terms', () => {
  test.each([
    ['Pay with Vouchers', ['pay', 'vouchers']],
    ['rides.list', ['rides.list', 'rides', 'list']],
    ['x-request-id', ['x-request-id', 'x', 'request', 'id']],
    ['max_rides', ['max_rides', 'max', 'rides']],
    ['getRideByID', ['getridebyid', 'get', 'ride', 'id']],
    ['v2.1.0', ['2.1']],
    ['2.1', ['2.1']],
    ['2.1.0-rc.1', ['2.1-rc.1']],
    ['2026.05', ['2026.5']],
    ['Malmö Göteborg Łódź straße', ['malmo', 'goteborg', 'lodz', 'strasse']],
    ['e\u0301te\u0301', ['ete']],
    ['ｆｕｌｌ', ['full']],
    ['駐車場', ['駐車', '車場', '場']],
    ['ガレージ', ['ガレ', 'レー', 'ージ', 'ジ']],
    ['API駐車', ['api', '駐車', '車']],
    ['don’t', ['don’t', 'don', 't']],
    ['привет Ёлка', ['привет', 'елка']],
    ['the', ['the']],
    ['', []],
    ['— … !', []],
  ])('%j is found by %j', (text, terms) => {
    expect(indexTerms(text)).toEqual(terms);
  });

  test('a query asks for parts, and for the whole where it can', () => {
    expect(queryWords('the rides.list')).toEqual([{ terms: ['rides', 'list'], whole: 'rides.list' }]);
    expect(queryWords('v2.1.0')).toEqual([{ terms: ['2.1'] }]);
    expect(queryWords('車')).toEqual([{ terms: ['車'] }]);
    expect(queryWords('the')).toEqual([{ terms: ['the'] }]);
  });

  test('whatever stands in a text, a query of it asks for nothing that the index lacks', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        const known = new Set([...indexTerms(text), ...indexTerms(`${text} word`)]);
        for (const { terms, whole } of queryWords(text)) {
          for (const term of [...terms, ...(whole ? [whole] : [])]) expect(known).toContain(term);
        }
      }),
    );
  });

  test('words keep their place in the text', () => {
    const text = 'In Malmö: `rides.list` 2.1.0';
    expect(wordsWithTerms(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'In',
      'Malmö',
      'rides.list',
      '2.1.0',
    ]);
  });
});

describe('versions', () => {
  test('have one form for all their spellings', () => {
    for (const spelling of ['2.1', '2.1.0', 'v2.1', 'v2.1.0.0']) expect(versionTerm(spelling)).toBe('2.1');
    expect(versionTerm('2.0.0')).toBe('2');
    expect(versionTerm('10')).toBe('10');
    expect(versionTerm('vivid')).toBeUndefined();
  });

  test('belong to wider ones', () => {
    expect(widerVersions('v2.1.3')).toEqual(['2.1', '2']);
    expect(widerVersions('2.0.0')).toEqual([]);
    expect(widerVersions('Bandana')).toEqual([]);
  });
});
