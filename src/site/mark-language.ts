import { textDirection } from '../languages/tags.ts';

/** The `lang` and `dir` of an element whose text is in another language than the site; empty where it is in the same. */
export interface LanguageMark {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** @param locale `undefined` for that of the site */
export function markLanguage(locale: string | undefined): LanguageMark {
  return locale ? { lang: locale, dir: textDirection(locale) } : {};
}
