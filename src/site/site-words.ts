import { withOwnWords } from '../languages/own-words.ts';

const own = typeof __SLIPWAY_STRINGS__ === 'undefined' ? undefined : __SLIPWAY_STRINGS__;

/** Words of the language that the site is built in, as `strings` in `site.yaml` changes them. */
export function withSiteWords<T extends object>(words: T): T {
  return own ? withOwnWords(words, own.words, own.locale) : words;
}
