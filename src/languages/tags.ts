/** What is known of a language by its tag, BCP 47. */

/** Which way it is written. `Intl.Locale` knows the script even where the tag does not name it. */
export function textDirection(tag: string): 'ltr' | 'rtl' {
  const known = directions.get(tag);
  if (known) return known;
  const script = new Intl.Locale(tag).maximize().script ?? '';
  const direction = rightToLeft.has(script) ? 'rtl' : 'ltr';
  directions.set(tag, direction);
  return direction;
}

/** Every page asks, and a site has few languages. */
const directions = new Map<string, 'ltr' | 'rtl'>();

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** What readers of a locale call it: `ar` → “Arabic”. */
export function formatLanguage(tag: string, locale: string): string {
  const names = namesIn.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
  namesIn.set(locale, names);
  return names.of(tag) ?? tag;
}

const namesIn = new Map<string, Intl.DisplayNames>();

/** What those who speak it call it: `de` → “Deutsch”. */
export function nameOfLanguage(tag: string): string {
  const name = formatLanguage(tag, tag);
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
}
