import { foreignItem, foreignPart, foreignSetting, foreignText } from '../release/language.ts';
import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import type { RecordPart } from '../release/translate.ts';
import { type LanguageMark, markLanguage } from './mark-language.ts';

/** True where a translated record has parts that are not translated. */
export function isPartly({
  untranslated = [],
  changes = [],
  knownIssues = [],
}: Pick<Release, 'untranslated' | 'changes' | 'knownIssues'>): boolean {
  return (
    untranslated.length > 0 || [...changes, ...knownIssues].some((item) => item.locale ?? item.untranslated)
  );
}

/** The language of what an initiative says, or a release of itself. */
export function getLanguage(site: Site, record: { locale?: string }): LanguageMark {
  return markLanguage(foreignText(site, record));
}

/** The language of a text of a change or known issue of a release. */
export function getItemLanguage(...item: Parameters<typeof foreignItem>): LanguageMark {
  return markLanguage(foreignItem(...item));
}

/** The language of a part of a record, which a translation may have left out. */
export function getPartLanguage(
  site: Site,
  record: Pick<Release, 'locale' | 'translatedFrom' | 'untranslated'>,
  part: RecordPart,
): LanguageMark {
  return markLanguage(foreignPart(site, record, part));
}

/** The language of a text of the site's own. */
export function getSettingLanguage(...setting: Parameters<typeof foreignSetting>): LanguageMark {
  return markLanguage(foreignSetting(...setting));
}

/** The language of the name of a release in a sentence: a product and a version are in none. */
export function getNameLanguage(site: Site, release: Pick<Release, 'version' | 'locale'>): LanguageMark {
  return release.version ? {} : getLanguage(site, release);
}
