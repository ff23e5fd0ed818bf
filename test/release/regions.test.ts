import { expect, test } from 'vitest';
import { countries, countryOf, isIn } from '../../src/release/regions.ts';

test('every country stands in the table once, and is one', () => {
  expect(countries).toHaveLength(249);
  expect(new Set(countries).size).toBe(249);
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const code of countries) expect(names.of(code), code).toBeDefined();
});

test.each([
  [['EU'], 'DE', true],
  [['EU'], 'Germany', true],
  [['EU'], 'GB', false],
  [['EU'], 'NO', false],
  [['EEA'], 'NO', true],
  [['EEA'], 'EU', true],
  [['EU'], 'EEA', undefined],
  [['EU', 'UK'], 'GB', true],
  [['APAC'], 'JP', true],
  [['APAC'], 'KZ', undefined],
  [['APAC'], 'BR', false],
  [['EMEA'], 'ZA', true],
  [['EMEA'], 'US', false],
  [['LATAM'], 'MX', true],
  [['LATAM'], 'Jamaica', undefined],
  [['Western Europe'], 'CH', true],
  [['DACH', 'Nordics'], 'AT', true],
  [['DACH'], 'US', false],
  [['US'], 'usa', true],
  [['worldwide'], 'Atlantis', true],
  [['Ghent'], 'ghent', true],
  [['Ghent'], 'BE', undefined],
  [['Ghent', 'SE'], 'SE', true],
  [['BE'], 'Ghent', undefined],
  [['EU'], 'constructor', undefined],
] as const)('%j holds %s: %s', (regions, place, expected) => {
  expect(isIn(regions, place)).toBe(expected);
});

test('countries go by their code and their English name', () => {
  expect(['de', 'Sweden', 'UK', 'the Netherlands', 'Ghent', '__proto__'].map(countryOf)).toEqual([
    'DE',
    'SE',
    'GB',
    'NL',
    undefined,
    undefined,
  ]);
});
