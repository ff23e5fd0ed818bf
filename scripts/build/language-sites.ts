import { localiseSite, siteLanguages } from '../../src/release/language.ts';
import type { Site } from '../../src/release/site.ts';

/** A site in one of its languages. */
export interface LanguageSite {
  site: Site;
  /** Where its pages stand below the whole: an empty text for its own language, `de/` for another. */
  below: string;
  /** Which of its other languages it is. */
  language?: string;
}

export function listLanguageSites(site: Site): LanguageSite[] {
  const [, ...others] = siteLanguages(site);
  return [
    { site, below: '' },
    ...others.map(({ locale }) => ({
      site: localiseSite(site, locale),
      below: `${locale.toLowerCase()}/`,
      language: locale,
    })),
  ];
}

/** Where a file of such a site stands; undefined for what the whole has once, at its root. */
export function placeInWhole({ below }: LanguageSite, path: string): string | undefined {
  // What has the same name has the same bytes.
  if (below === '' || path.startsWith('_/')) return path;
  return ONCE.has(path) ? undefined : below + path;
}

const ONCE = new Set(['robots.txt', 'favicon.svg', 'icon.png']);
