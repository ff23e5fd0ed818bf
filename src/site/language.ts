import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { textDirection } from './direction.ts';

/** What readers of a locale call a language: `ar` → “Arabic”. */
export function formatLanguage(tag: string, locale: string): string {
  const names = namesIn.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
  namesIn.set(locale, names);
  return names.of(tag) ?? tag;
}

const namesIn = new Map<string, Intl.DisplayNames>();

/** What those who speak a language call it: `de` → “Deutsch”. */
export function nameOfLanguage(tag: string): string {
  const name = formatLanguage(tag, tag);
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
}

/** True where a translated release has parts that are not translated. */
export function isPartly({ untranslated = [], changes = [], knownIssues = [] }: Release): boolean {
  return untranslated.length > 0 || [...changes, ...knownIssues].some((item) => item.locale !== undefined);
}

/** The `lang` and `dir` of a text that is in another language than the site; empty where it is in the same. */
export function getLanguage(
  site: Site,
  { locale }: { locale?: string },
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (!locale || locale === site.locale) return {};
  return { lang: locale, dir: textDirection(locale) };
}
