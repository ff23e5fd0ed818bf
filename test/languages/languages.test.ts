import { describe, expect, test } from 'vitest';
import { describeFeed } from '../../src/documents/public/feed.ts';
import { renderHtml } from '../../src/documents/public/html.ts';
import { renderComparisonSentence } from '../../src/documents/public/comparison-words.ts';
import { renderReleaseMarkdown } from '../../src/documents/public/release-markdown.ts';
import * as ar from '../../src/languages/ar.ts';
import * as de from '../../src/languages/de.ts';
import * as en from '../../src/languages/en.ts';
import { type Language, languageOf, languages, wordsOf } from '../../src/languages/languages.ts';
import { namesOfWords, withOwnWords } from '../../src/languages/own-words.ts';
import { pluralForms, pluralOf } from '../../src/languages/plural.ts';
import { makeRelease, site } from '../documents/records.ts';

const others = Object.values(languages).filter(({ tag }) => tag !== 'en');

describe('tables', () => {
  test('that lack a sentence or a form of a number do not compile', () => {
    // @ts-expect-error A sentence is missing.
    const page: typeof en.page = { ...de.page, changelog: undefined };
    // @ts-expect-error A part is missing.
    const language: Language = { tag: 'de', page };
    // @ts-expect-error Arabic has six forms.
    const text = pluralOf('ar')(3, { one: 'إصدار', other: 'إصدارات' });
    expect([language.tag, text]).toEqual(['de', '']);
  });

  test('have the forms that numbers ask for in their language', () => {
    for (const [tag, forms] of Object.entries(pluralForms)) {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      expect([...forms].sort(), tag).toEqual([...pluralCategories].sort());
    }
  });

  test.each(others)('$tag says everything that English says, and nothing in English', (table) => {
    const { tag: _, noise: __, ...english } = en;
    const { tag, noise: ___, ...own } = table;
    expect(namesOfWords(own).sort()).toEqual(namesOfWords(english).sort());
    const same = namesOfWords(own).filter((name) => {
      const [ours, theirs] = [say(own, name), say(english, name)];
      return ours === theirs && /\p{L}{4}/u.test(ours) && !INTERNATIONAL.test(ours);
    });
    expect(same, tag).toEqual([]);
  });

  test.each(Object.values(languages))('$tag fills every place for every number', (table) => {
    const { tag, noise: _, ...own } = table;
    for (const name of namesOfWords(own).filter((each) => each !== 'widget.unread')) {
      for (const count of [0, 1, 2, 3, 11, 100, 1_000]) {
        expect(say(own, name, count), `${tag} ${name} ${count}`).not.toMatch(/#|undefined|\$\{|^$/);
      }
    }
  });
});

test('numbers take the form that they ask for', () => {
  expect([0, 1, 2, 3, 11, 100].map(ar.reader.countOfReleases)).toEqual([
    'لا إصدارات',
    'إصدار واحد',
    'إصداران',
    '3 إصدارات',
    '11 إصدارًا',
    '100 إصدار',
  ]);
  expect([1, 2, 12_000].map(de.reader.countOfReleases)).toEqual([
    '1 Version',
    '2 Versionen',
    '12.000 Versionen',
  ]);
});

test('a locale without a table of its own has that of its language, or English', () => {
  expect(['de-AT', 'ar-EG', 'ja', 'sv', 'zh-Hant'].map((locale) => languageOf(locale).tag)).toEqual([
    'de',
    'ar',
    'ja',
    'en',
    'en',
  ]);
});

test('a site’s own words have as many forms as their language', () => {
  const words = withOwnWords(
    { count: (count: number) => String(count) },
    { count: 'صفر | واحد | اثنان | {1} قليل | {1} كثير | {1}' },
    'ar',
  );
  expect([0, 1, 2, 3, 11, 100].map(words.count)).toEqual([
    'صفر',
    'واحد',
    'اثنان',
    '3 قليل',
    '11 كثير',
    '100',
  ]);
});

describe('what is said outside pages', () => {
  const german = {
    ...site,
    locale: 'de',
    strings: { 'groups.added': 'Ganz neu', 'documents.texts.note': 'Merke' },
  };
  const release = makeRelease({
    status: 'paused',
    changes: [{ id: 'c', kind: 'added', title: 'X' }],
    edited: { on: '2026-05-09' },
    waves: [{ name: 'A', state: 'running', share: 25 }],
  });

  test('is in the language of the site, with the site’s own words', () => {
    const text = renderReleaseMarkdown(release, german);
    expect(text).toContain('> Die Verteilung dieser Version ist angehalten.\n');
    const reasoned = renderReleaseMarkdown({ ...release, reason: 'Summen falsch.' }, german);
    expect(reasoned).toContain('> **Verteilung angehalten:** Summen falsch.\n');
    expect(text).toContain('Berichtigt am 9. Mai 2026');
    expect(text).toContain('## Ganz neu');
    expect(text).toMatch(/A: 25\s% · Läuft/);
    expect(text).not.toMatch(/Known issues|Who gets it|Roll-out|Edited/);
    expect(describeFeed([release], german, { kind: 'added' }).title).toMatch(/: Ganz neu$/);
  });

  test('alerts and footnotes in texts, too', () => {
    const html = renderHtml('> [!NOTE]\n> a[^1]\n\n[^1]: b', { words: wordsOf(german).documents.texts });
    expect(html).toContain('Merke');
    expect(html).toContain('Fußnoten');
    expect(html).toContain('Zurück zu Verweis 1');
    expect(renderHtml('> [!NOTE]\n> a')).toContain('Note');
  });

  test('a comparison is a sentence of its language', () => {
    const counts = { releases: 2, actions: 0, breaking: 1, changes: 3, openIssues: 0 };
    const [from, to] = [makeRelease({ version: '1.0' }), makeRelease({ version: '2.0' })];
    const comparison = { from, to, direction: 'up', counts } as unknown as Parameters<
      typeof renderComparisonSentence
    >[0];
    expect(renderComparisonSentence(comparison, languages.ja.comparison)).toBe(
      '1.0から2.0まで：リリース2件、必要な対応0件、互換性のない変更1件、変更3件、未解決の既知の問題0件。',
    );
  });
});

/** Words that are the same everywhere. */
const INTERNATIONAL =
  /^(?:Atom|JSON|Markdown|Alpha|Beta|Roadmap|Feeds?|Filter|Version.*|SHA-256|Status|System|Name|Downloads|Region|Export|Banner|Later|Link|Product|Optional|Content-Security-Policy|.*2026.*)$/;

function say(words: object, name: string, count = 7): string {
  const word = name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], words);
  if (typeof word !== 'function') return String(word);
  if (name.endsWith('list')) return String(word(['a', 'b']));
  if (name.endsWith('quarter')) return String(word('3', '2026'));
  return String(word(count, count, count));
}
