import { isolateIn } from './isolating.ts';

/** The site's own sentences, as `strings` in `site.yaml` changes them. */

type Words =
  | string
  | readonly (string | readonly string[])[]
  | ((...given: never[]) => string)
  | { readonly [key: string]: Words };

/** Sentences by their name: `changelog`, `groups.added`. */
export type OwnWords = Readonly<Record<string, string>>;

/**
 * Puts a site's own words in the place of ours. Where ours are made from numbers or names, `{1}` and `{2}` stand for these, and
 * ` | ` parts the forms that a language has for numbers, in the order of CLDR: `{1} release | {1} releases`.
 */
export function withOwnWords<T extends object>(words: T, own: OwnWords, locale = 'en', below = ''): T {
  if (Object.keys(own).length === 0) return words;
  return Object.fromEntries(
    Object.entries(words as Record<string, Words>).map(([key, word]) => {
      const text = own[below + key];
      if (typeof word === 'object' && !Array.isArray(word))
        return [key, withOwnWords(word, own, locale, `${below}${key}.`)];
      if (text === undefined) return [key, word];
      return [key, typeof word === 'function' ? template(text, locale) : text];
    }),
  ) as T;
}

/** The names of all sentences that a site can change. */
export function namesOfWords(words: object, below = ''): string[] {
  return Object.entries(words as Record<string, Words>).flatMap(([key, word]) => {
    if (Array.isArray(word)) return [];
    return typeof word === 'object' ? namesOfWords(word, `${below}${key}.`) : [below + key];
  });
}

function template(text: string, locale: string): (...given: unknown[]) => string {
  const forms = text.split(' | ');
  const write = (given: unknown) =>
    typeof given === 'string' ? isolateIn(locale, given) : String(given ?? '');
  return (...given) =>
    formFor(forms, given[0], locale).replace(/\{(\d)\}/g, (_, place: string) =>
      write(given[Number(place) - 1]),
    );
}

const order: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

function formFor(forms: readonly string[], count: unknown, locale: string): string {
  const last = forms.at(-1) ?? '';
  if (forms.length < 2 || typeof count !== 'number') return forms[0] ?? last;
  const rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  const known = order.filter((form) => pluralCategories.includes(form));
  // Who gives fewer forms than the language has means the one for 1 and the one for the rest.
  if (forms.length !== known.length) return (count === 1 ? forms[0] : last) ?? last;
  return forms[known.indexOf(rules.select(count))] ?? last;
}
