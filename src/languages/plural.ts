/** The forms that numbers ask for, by language (CLDR). A table that lacks one of them does not compile. */
export const pluralForms = {
  en: ['one', 'other'],
  de: ['one', 'other'],
  ja: ['other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
} as const satisfies Record<string, readonly Intl.LDMLPluralRule[]>;
export type LanguageTag = keyof typeof pluralForms;

/** Picks the form that a count asks for, and puts the count, as the language writes it, where `#` stands. */
export function pluralOf<L extends LanguageTag>(language: L) {
  // Most processes load every language and say something in one.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return (count: number, forms: Readonly<Record<(typeof pluralForms)[L][number], string>>): string => {
    const known: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
    rules ??= new Intl.PluralRules(language);
    numbers ??= new Intl.NumberFormat(language);
    return (known[rules.select(count)] ?? '').replaceAll('#', numbers.format(count));
  };
}
