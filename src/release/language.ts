import type { Release } from './release.ts';
import type { Site } from './site.ts';
import type { RecordPart } from './translate.ts';

/** One of the languages of a site. */
export interface SiteLanguage {
  /** BCP 47. */
  locale: string;
  /** Where its pages begin: the site itself for its own language, `https://example.com/de/` for another. */
  url: string;
}

/** The languages that a site is published in, its own first. The same from wherever in the site it is asked. */
export function siteLanguages(site: Site): SiteLanguage[] {
  const { locale, url } = site.original ?? site;
  const below = url.replace(/\/*$/, '/');
  return [
    { locale, url },
    ...Object.keys(site.languages).map((other) => ({
      locale: other,
      url: `${below}${other.toLowerCase()}/`,
    })),
  ];
}

/** The language of texts that do not say theirs. */
export function originalLocale(site: Site): string {
  return site.original?.locale ?? site.locale;
}

/** The language of a record where it is another than that of the site. */
export function foreignText(site: Site, { locale }: { locale?: string }): string | undefined {
  return locale === site.locale ? undefined : locale;
}

/** The same of a text of a change or known issue of a release; of its title where no text is named. */
export function foreignItem(
  site: Site,
  release: Pick<Release, 'locale' | 'translatedFrom'>,
  item: { locale?: string; untranslated?: readonly string[] },
  text = 'title',
): string | undefined {
  if (item.untranslated?.includes(text)) return release.translatedFrom;
  return foreignText(site, item.locale ? item : release);
}

/** The same of a part of a record, which a translation may have left out. */
export function foreignPart(
  site: Site,
  record: Pick<Release, 'locale' | 'translatedFrom' | 'untranslated'>,
  part: RecordPart,
): string | undefined {
  return record.untranslated?.includes(part) ? record.translatedFrom : foreignText(site, record);
}

/** The same of a text of the site's own, which is in `site.yaml` and may not be said there in every language. */
export function foreignSetting(
  site: Site,
  textOf: (language: Site['languages'][string]) => string | undefined,
): string | undefined {
  const own = site.languages[site.locale];
  return site.original && !(own && textOf(own)) ? site.original.locale : undefined;
}

/**
 * A site as it is in another of its languages: a site of its own below the first, with the same ids.
 * @throws {Error} where it has no such language
 */
export function localiseSite(site: Site, locale: string): Site {
  const language = site.languages[locale];
  const url = siteLanguages(site).find((each) => each.locale === locale)?.url;
  if (!language || !url) throw new Error(`site.yaml has no language ${locale}.`);
  const { name = site.name, tagline = site.tagline, disclaimer = site.roadmap.disclaimer } = language;
  return {
    ...site,
    locale,
    url,
    original: { locale: site.locale, url: site.url, products: site.products },
    name,
    tagline,
    strings: language.strings,
    products: site.products.map((product) => ({ ...product, ...language.products[product.id] })),
    themes: site.themes.map((theme) => ({ ...theme, ...language.themes[theme.id] })),
    roadmap: { ...site.roadmap, disclaimer },
    links: { ...site.links, ...language.links },
  };
}
