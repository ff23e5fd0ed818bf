/** A language as Open Graph writes it, with the region where most speak it: `de` → `de_DE`. */
export function openGraphLocale(tag: string): string {
  const known = locales.get(tag);
  if (known) return known;
  const { language, region } = new Intl.Locale(tag).maximize();
  const locale = [language, region].filter(Boolean).join('_');
  locales.set(tag, locale);
  return locale;
}

/** Every page asks, and a site has few languages. */
const locales = new Map<string, string>();
