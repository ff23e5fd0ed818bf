/** The languages of many texts: a letter each, by its place. Not there at all where all are in the language of the site. */
export interface LanguageColumn {
  /** BCP 47. */
  tags: string[];
  /** `0` is the language of the site, `1` the first tag, and so on in base 36. */
  of: string;
}

/** @param locales the language of each text; `undefined` is that of the site */
export function packLanguages(
  locales: readonly (string | undefined)[],
  own: string,
): LanguageColumn | undefined {
  const tags = [...new Set(locales)].filter((tag) => tag !== undefined && tag !== own) as string[];
  if (tags.length === 0) return undefined;
  return { tags, of: locales.map((tag) => (tags.indexOf(tag ?? own) + 1).toString(36)).join('') };
}

/** The language of a text that is in another one than the site. */
export function languageAt(column: LanguageColumn | undefined, place: number): string | undefined {
  return column?.tags[Number.parseInt(column.of[place] ?? '0', 36) - 1];
}
