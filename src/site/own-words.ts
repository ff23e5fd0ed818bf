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
 * ` | ` parts the form for one from the form for more: `{1} release | {1} releases`.
 */
export function withOwnWords<T extends object>(words: T, own: OwnWords, below = ''): T {
  if (Object.keys(own).length === 0) return words;
  return Object.fromEntries(
    Object.entries(words as Record<string, Words>).map(([key, word]) => {
      const text = own[below + key];
      if (typeof word === 'object' && !Array.isArray(word))
        return [key, withOwnWords(word, own, `${below}${key}.`)];
      if (text === undefined) return [key, word];
      return [key, typeof word === 'function' ? template(text) : text];
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

/**
 * @throws {Error} that names the first sentence that the site does not have
 */
export function refuseUnknownWords(own: OwnWords, known: Iterable<string>): void {
  const names = new Set(known);
  const unknown = Object.keys(own).find((name) => !names.has(name));
  if (unknown !== undefined)
    throw new Error(`site.yaml cannot be used: strings: the site has no sentence “${unknown}”.`);
}

function template(text: string): (...given: unknown[]) => string {
  const [one = text, many = one] = text.split(' | ');
  return (...given) =>
    (given[0] === 1 ? one : many).replace(/\{(\d)\}/g, (_, place: string) =>
      String(given[Number(place) - 1] ?? ''),
    );
}
