/** Which way a language is written. `Intl.Locale` knows the script even where the tag does not name it. */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  const known = directions.get(locale);
  if (known) return known;
  const script = new Intl.Locale(locale).maximize().script ?? '';
  const direction = rightToLeft.has(script) ? 'rtl' : 'ltr';
  directions.set(locale, direction);
  return direction;
}

/** Every page asks, and a site has few languages. */
const directions = new Map<string, 'ltr' | 'rtl'>();

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);
