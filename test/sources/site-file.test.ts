import { describe, expect, test } from 'vitest';
import { readSiteFile } from '../../src/sources/site-file.ts';

const base = 'name: N\nurl: https://example.com/a/\nproducts: [{ id: till, name: Till }]\n';

/** What is said about settings, as `4 error Unknown … → what to do`. */
function tell(more: string): string[] {
  return readSiteFile('site.yaml', base + more).file.messages.map(
    ({ line, fatal, reason, note }) =>
      `${line} ${fatal ? 'error' : 'warning'} ${reason}${note ? ` → ${note}` : ''}`,
  );
}

test('settings that are right have nothing said about them', () => {
  const all = `locale: de
languages: { en: { products: { till: { name: T } }, strings: { changelog: News } }, ja: }
strings: { changelog: Neu, groups.added: Dazu, documents.feed.lead: Ein Feed }
roadmap: { dates: never }
links: { support: a@example.com }
look: { hue: 7 }
rules: { RP061: off }
`;
  expect(tell(all)).toEqual([]);
  expect(readSiteFile('site.yaml', base + all).settings?.site.strings['changelog']).toBe('Neu');
});

describe('a setting that nothing reads is told with the nearest one', () => {
  test.each([
    ['langauges: {}', '4 error Unknown setting `langauges`; did you mean `languages`?'],
    ['roadmap:\n  date: never', '5 error Unknown setting `roadmap.date`; did you mean `dates`?'],
    ['look: { hues: 3 }', '4 error Unknown setting `look.hues`; did you mean `hue`?'],
    ['hue: 20', '4 error Unknown setting `hue`; did you mean `look.hue`?'],
    ['feedback: a@b.example', '4 error Unknown setting `feedback`; did you mean `links.feedback`?'],
    ['links: { suport: a@b.example }', '4 error Unknown setting `links.suport`; did you mean `support`?'],
    ['notion: { plan: x }', '4 error Unknown setting `notion.plan`; did you mean `plans`?'],
    ['languages:\n  de:\n    nmae: X', '6 error Unknown setting `languages.de.nmae`; did you mean `name`?'],
    [
      'themes:\n  - { id: a, name: A, descripton: x }',
      '5 error Unknown setting `themes.0.descripton`; did you mean `description`?',
    ],
  ])('%j', (more, message) => {
    expect(tell(more)).toContain(message);
  });
});

describe('where none is near, with those that there are', () => {
  test.each([
    [
      'roadmap: { feed: true }',
      '4 error Unknown setting `roadmap.feed` → There are `dates`, `disclaimer`, `updated`, `reviewEvery`.',
    ],
    ['colour: red', /^4 warning Unknown setting `colour` → There are `name`, `tagline`, .* and others\.$/],
  ])('%j', (more, message) => {
    expect(tell(more)).toEqual([
      typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    ]);
  });
});

describe('a sentence that the site does not say is told by its line', () => {
  test.each([
    [
      'strings:\n  roadmapChanges.feed: X',
      '5 error Unknown sentence `roadmapChanges.feed` in `strings` → There are `roadmapChanges.title`',
    ],
    [
      'strings:\n  changelog: X\n  serch: X',
      '6 error Unknown sentence `serch` in `strings`; did you mean `search`?',
    ],
    [
      'strings:\n  groups.aded: X',
      '5 error Unknown sentence `groups.aded` in `strings`; did you mean `groups.added`?',
    ],
    [
      'languages:\n  de:\n    strings:\n      changlog: X',
      '7 error Unknown sentence `changlog` in `languages.de.strings`; did you mean `changelog`?',
    ],
    [
      'roadmapChanges:\n  feed: X',
      '4 warning Unknown setting `roadmapChanges` → The site’s own words stand under `strings`, each by its whole name: `roadmapChanges.…: …`.',
    ],
    [
      'strings:\n  groups:\n    added: X',
      '5 error Unexpected mapping as `strings.groups`, expected a text → Write each name in one piece: `groups.breaking: …`.',
    ],
    ['strings: [a]', '4 error Unexpected list as `strings`, expected a mapping'],
  ])('%j', (more, message) => {
    expect(tell(more)).toEqual([expect.stringContaining(message)]);
  });
});

test('words for products and themes that there are not, and languages without a table, are told', () => {
  expect(
    tell(
      'languages:\n  de:\n    products: { tilll: { name: Kasse } }\n    themes: { speed: { name: Tempo } }',
    ),
  ).toEqual([
    '6 error Unknown setting `languages.de.products.tilll`; did you mean `till`?',
    '7 error Unknown setting `languages.de.themes.speed`',
  ]);
  expect(tell('locale: fr\nlanguages: { de-AT: , pt-BR: }')).toEqual([
    expect.stringMatching(/^4 warning Slipway has no words of its own in `fr`: .* → It speaks `en`, `de`, /),
    expect.stringMatching(/^5 warning Slipway has no words of its own in `pt-BR`/),
  ]);
});

describe('what a value must be is told in words', () => {
  test.each([
    [
      'themes: [{ id: A B, name: x }]',
      '4 error Unexpected `A B` as `themes.0.id`, expected an id of small letters, digits and hyphens, such as rider-app',
    ],
    [
      'look: { logo: logo.svg }',
      '4 error Unexpected `logo.svg` as `look.logo`, expected the address of a file in public/, such as /logo.svg',
    ],
    [
      'authority: Us',
      '4 error Unexpected `Us` as `authority`, expected a host and a year such as updates.example.com,2026',
    ],
    [
      'languages: { klingon!: {} }',
      '4 error Unexpected key `languages.klingon!`, expected a BCP 47 language tag such as en, de or pt-BR',
    ],
    [
      'rules: { RP61: off }',
      '4 error Unexpected key `rules.RP61`, expected the code of a rule such as RP061',
    ],
    [
      'profiles: { Patch: [Summary] }',
      '4 error Unexpected key `profiles.Patch`, expected a name of small letters, digits and hyphens',
    ],
    ['roadmap: { reviewEvery: 0 }', '4 error Unexpected `0` as `roadmap.reviewEvery`, expected more than 0'],
  ])('%j', (more, message) => {
    expect(tell(more)).toEqual([message]);
  });
});

test('more names for a section that there is not are told with the nearest one', () => {
  expect(tell('sections:\n  Included featurs: [Neu]\n  Legal review: [Recht]')).toEqual([
    '5 error Unknown section `Included featurs`; did you mean `Included features`?',
  ]);
});

test('segments of the site, which nothing reads, are told', () => {
  expect(tell('segments: [shops]')).toEqual([
    expect.stringContaining('4 warning Unknown setting `segments`'),
  ]);
});
