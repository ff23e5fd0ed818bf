/** The parts of the name of a file that stands beside one without its language: `plan.de` → `plan` and `de`. Without the ending of the file. */
export function splitTranslationName(stem: string): { original: string; locale: string } | undefined {
  const [, original, locale] = /^(.+)\.([a-z]{2,3}(?:-[a-z0-9]+)*)$/i.exec(stem) ?? [];
  return original && locale ? { original, locale } : undefined;
}

/** The path of a plan without its ending. */
export function stemOf(path: string): string {
  return path.replace(/\.(?:md|markdown)$/i, '').replaceAll('\\', '/');
}
