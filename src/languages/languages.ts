import type { Site } from '../release/site.ts';
import * as ar from './ar.ts';
import * as de from './de.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import { withOwnWords } from './own-words.ts';
import type { LanguageTag } from './plural.ts';

/** Everything that Slipway says in one language. */
export type Language = Omit<typeof en, 'tag'> & { tag: LanguageTag };

/** Every language that has a table. A new one is a file beside these and a line here. */
export const languages: Readonly<Record<LanguageTag, Language>> = { en, de, ja, ar };

/** The table for a locale: `de-AT` → German; English where there is none. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return Object.entries(languages).find(([tag]) => tag === language)?.[1] ?? en;
}

/** What a site says outside its pages: in its language, with its own words where it has some. */
export function wordsOf(site: Pick<Site, 'locale' | 'strings'>): Pick<Language, 'page' | 'documents'> {
  const known = memory.get(site);
  if (known) return known;
  const { page, documents } = languageOf(site.locale);
  const words = {
    page: withOwnWords(page, site.strings, site.locale),
    documents: withOwnWords({ documents }, site.strings, site.locale).documents,
  };
  memory.set(site, words);
  return words;
}

const memory = new WeakMap<object, Pick<Language, 'page' | 'documents'>>();
