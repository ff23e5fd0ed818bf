import { initiativeAddress } from '../release/address.ts';
import { originalLocale, siteLanguages } from '../release/language.ts';
import { addressOf } from './addresses.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';

/** A page in one of the languages that it can be read in. */
export interface PageLanguage {
  /** BCP 47, or `x-default` for readers of any other language. */
  locale: string;
  url: string;
}

/**
 * The same page in every language that it is written in, for `hreflang`; none where that is one. A record that is not translated is shown in every
 * language, but its page belongs to its own.
 */
export function getPageLanguages(content: Content, address: string): PageLanguage[] {
  const { site } = content;
  const written = writtenIn(content).get(address);
  const languages = siteLanguages(site).filter(({ locale }) => !written || written.has(locale));
  if (languages.length < 2) return [];
  const [first] = languages;
  return [...languages, { locale: 'x-default', url: first?.url ?? site.url }].map(({ locale, url }) => ({
    locale,
    url: new URL(address.slice(1), url.replace(/\/*$/, '/')).href,
  }));
}

/** The language that the page of a record belongs to, where it is shown in another one than it is written in. */
export function getOwnUrl(content: Content, address: string): string | undefined {
  const written = writtenIn(content).get(address);
  if (!written || written.has(content.site.locale)) return undefined;
  const own = siteLanguages(content.site).find(({ locale }) => written.has(locale));
  return own && new URL(address.slice(1), own.url.replace(/\/*$/, '/')).href;
}

/** The languages of each record, by its address. */
const writtenIn = once((content: Content): Map<string, ReadonlySet<string>> => {
  const { site, releases, initiatives, dropped, translatedInto, ownLocales } = content;
  if (siteLanguages(site).length < 2) return new Map();
  const languagesOf = (id: string) =>
    new Set([ownLocales.get(id) ?? originalLocale(site), ...(translatedInto.get(id) ?? [])]);
  return new Map([
    ...releases.map((release) => [addressOf(site, release), languagesOf(release.id)] as const),
    ...[...initiatives, ...dropped].map(
      (initiative) => [initiativeAddress(initiative), languagesOf(initiative.id)] as const,
    ),
  ]);
});
