import { textDirection } from './tags.ts';

/**
 * A template whose names and versions keep their own direction among words that are written from right to left, between the signs that Unicode has
 * for it (UAX #9, FSI and PDI): without them, `2.0.0-rc.1` is shown as `rc.1-2.0.0`.
 */
export function isolating(words: TemplateStringsArray, ...names: readonly string[]): string {
  return String.raw({ raw: words }, ...names.map(isolate));
}

/** A name or version that keeps its own direction wherever it stands. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

/** The same for a sentence that may be in any language: nothing is needed where all of it runs from left to right. */
export function isolateIn(locale: string, name: string): string {
  return textDirection(locale) === 'rtl' ? isolate(name) : name;
}
