import { describe, expect, test } from 'vitest';
import { formatWindow } from '../../src/documents/public/format-date.ts';
import { addDays, formatDate, machineDate } from '../../src/site/dates.ts';
import { textDirection } from '../../src/languages/tags.ts';
import { formatBytes, formatPercent } from '../../src/site/numbers.ts';
import { parseSite } from '../../src/site/site-file.ts';

describe('dates', () => {
  test('are shown as precisely as they were given', () => {
    expect(formatDate('2026-05-07', 'en-GB')).toBe('7 May 2026');
    expect(formatDate('2026-05', 'de')).toBe('Mai 2026');
    expect(formatDate('2026-Q3', 'en')).toBe('Q3 2026');
    expect(formatDate('2026', 'en')).toBe('2026');
  });

  test('have no machine form where HTML knows none', () => {
    expect(machineDate('2026-Q3')).toBeUndefined();
    expect(machineDate('2026-05')).toBe('2026-05');
  });

  test('that are no dates stay the words they are', () => {
    expect(formatDate('3.6.0', 'en')).toBe('3.6.0');
  });

  test('a window is told in its own zone, with the zone', () => {
    const window = { start: '2026-05-19T01:00:00+02:00', end: '2026-05-19T02:30:00+02:00' };
    const text = formatWindow(window, 'America/New_York', 'en-GB', 'short');
    expect(text).toContain('Mon');
    expect(text).toContain('18 May 2026');
    expect(text).toMatch(/19:00.*20:30.*(GMT-4|EDT)/);
  });

  test('days are counted over the ends of months and of summer time', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  });
});

test('sizes are told in the unit that keeps the number small', () => {
  expect([0, 1, 999, 1000, 48_431_223, 3e9].map((size) => formatBytes(size, 'en'))).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '48.4 MB',
    '3 GB',
  ]);
  expect(formatPercent(0.5, 'en')).toBe('0.5%');
});

test('a locale says which way it is written', () => {
  expect(['en', 'ar', 'he', 'fa-IR', 'az', 'az-Arab'].map(textDirection)).toEqual([
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'rtl',
  ]);
});

describe('site.yaml', () => {
  const yaml = 'name: N\nurl: https://example.com/a/\nproducts: [{ id: p, name: P }]\n';

  test('keeps only what the site may know', () => {
    const site = parseSite(`${yaml}notion: { token: secret }\nrules: {}\n`, 'site.yaml');
    expect(JSON.stringify(site)).not.toContain('secret');
    expect(site).toMatchObject({
      locale: 'en',
      timezone: 'UTC',
      look: { hue: 255 },
      roadmap: { dates: 'quarter' },
    });
  });

  test.each([
    ['name: N\n', /site\.yaml cannot be used: url: /],
    [`${yaml}timezone: Mars/Olympus\n`, /site\.yaml cannot be used: timezone: .*IANA/],
    ['- a\n', /site\.yaml cannot be used: it holds no settings/],
    ['a: [\n', /site\.yaml is not valid YAML/],
  ])('that is wrong is refused with a sentence: %s', (text, message) => {
    expect(() => parseSite(text, 'site.yaml')).toThrow(message);
  });
});
