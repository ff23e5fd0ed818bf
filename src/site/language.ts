import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { textDirection } from './direction.ts';

/** What readers of a locale call a language: `ar` → “Arabic”. */
export function formatLanguage(tag: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
}

/** The `lang` and `dir` of a text that is in another language than the site; empty where it is in the same. */
export function getLanguage(site: Site, { locale }: Release): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (!locale || locale === site.locale) return {};
  return { lang: locale, dir: textDirection(locale) };
}
