import type { Release } from './release.ts';

/**
 * A release without what its longer texts say: only that it has them. Which pages there are, and which releases stand on each, rests on outlines
 * alone, so that a word that is mended in a text makes nothing anew but what shows it.
 */
export function outlineOf(release: Release): Release {
  return mapTexts(release, () => '');
}

/** A release with other texts in the places of those that an outline leaves out. */
export function mapTexts(release: Release, map: (text: string) => string): Release {
  const { changes, knownIssues, faq, extras } = release;
  return {
    ...mapOwn(release, ['summary', 'highlights'], map),
    ...(changes && { changes: changes.map((each) => mapOwn(each, ['text', 'purpose'], map)) }),
    ...(knownIssues && { knownIssues: knownIssues.map((each) => mapOwn(each, ['text', 'workaround'], map)) }),
    ...(faq && { faq: faq.map((each) => mapOwn(each, ['answer'], map)) }),
    ...(extras && { extras: extras.map((each) => mapOwn(each, ['text'], map)) }),
  };
}

/** What of a release holds texts of its own. */
export function partsOf({ changes = [], knownIssues = [] }: Release): object[] {
  return [...changes, ...knownIssues];
}

function mapOwn<K extends string, T extends { [key in K]?: string | undefined }>(
  whole: T,
  names: readonly K[],
  map: (text: string) => string,
): T {
  const mapped = { ...whole };
  for (const name of names) {
    const text = whole[name];
    if (text !== undefined) mapped[name] = map(text) as T[K];
  }
  return mapped;
}
