import { textDirection } from '../../languages/tags.ts';
import { releaseAddress } from '../../release/address.ts';
import { isolateIn } from '../../languages/isolating.ts';
import { versionLabel } from '../../release/channel.ts';
import { groupChanges } from '../../release/order.ts';
import { foreignPart, foreignText } from '../../release/language.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { feedMoment } from './feed-moment.ts';
import { renderExcerpt } from './plain-text.ts';
import { siteUrl } from './site-url.ts';
import { takenBack } from './words.ts';
import { oneLine } from './one-line.ts';

/** What `<whats-new>` loads: the latest releases in a few kilobytes, and every word that it says. All texts are plain. */
export interface WidgetFile {
  version: 1;
  locale: string;
  /** Which way the words are written. */
  dir: 'ltr' | 'rtl';
  /** The file whose marks count, relative to this one: what was read in one language has been read in all. */
  marks?: string;
  /** The changelog, absolute. */
  url: string;
  /** Releases that the site has in all. */
  count: number;
  /** So many entries at the beginning are the newest of all, with none left out between them. */
  newest: number;
  products: Record<string, { name: string; url: string; count: number }>;
  words: WidgetWords;
  /** The last to be published first. Of each product the newest, with none left out between them. */
  entries: WidgetEntry[];
  /** Which way those languages are written that entries name. */
  languages?: Record<string, 'ltr' | 'rtl'>;
}

export interface WidgetWords {
  title: string;
  /** The count of unread entries stands for `#`. */
  unread: string;
  new: string;
  all: string;
  none: string;
  close: string;
}

export interface WidgetEntry {
  id: string;
  product: string;
  /** Product and version. */
  name: string;
  title: string;
  url: string;
  /** The day that is shown. */
  day: string;
  /** When it was published, in seconds since 1970. */
  at: number;
  summary?: string;
  /** Of title and summary, where they are not in the language of the file. */
  locale?: string;
  summaryLocale?: string;
  kinds: string[];
  /** A state that a reader must know. */
  state?: string;
  /** True where it was taken back, and is no news. */
  gone?: true;
}

export interface WidgetTexts {
  words: WidgetWords;
  groups: Record<string, string>;
  /** States that go without saying have none. */
  stateOf: (release: Release) => string | undefined;
}

const MOST_ENTRIES = 20;
/** So many of the newest of all come first, whatever their products; the rest is shared by the products in turn. */
const NEWEST = 10;

/** What the file is made from. */
export interface ForWidget extends Pick<WidgetFile, 'count' | 'newest'> {
  /** Releases of each product. */
  counts: Record<string, number>;
  entries: Dated[];
}

/** @param shipped releases in any order; those without a day are no news yet */
export function chooseForWidget(shipped: readonly Release[], site: Site): ForWidget {
  const dated = shipped
    .filter(({ released }) => released)
    .map((release) => ({ release, at: publishedAt(release, site) }))
    .sort((a, b) => b.at - a.at || (a.release.id < b.release.id ? -1 : 1));
  const chosen = choose(dated);
  const gap = dated.findIndex((each) => !chosen.has(each));
  return {
    count: dated.length,
    newest: gap < 0 ? dated.length : gap,
    counts: Object.fromEntries(
      site.products.map(({ id }) => [id, dated.filter(({ release }) => release.product === id).length]),
    ),
    entries: dated.filter((each) => chosen.has(each)),
  };
}

export function describeWidgetFile(chosen: ForWidget, site: Site, texts: WidgetTexts): WidgetFile {
  const entries = chosen.entries.map((each) => describeEntry(each, site, texts));
  const named = new Set(
    entries
      .flatMap(({ locale, summaryLocale }) => [locale, summaryLocale])
      .filter((tag) => tag !== undefined),
  );
  return {
    version: 1,
    locale: site.locale,
    dir: textDirection(site.locale),
    ...(site.original && { marks: '../widget.json' }),
    url: siteUrl(site, '/changelog/'),
    count: chosen.count,
    newest: chosen.newest,
    products: Object.fromEntries(
      site.products.map(({ id, name }) => [
        id,
        {
          name,
          url: siteUrl(site, `/changelog/product/${id}/`),
          count: chosen.counts[id] ?? 0,
        },
      ]),
    ),
    words: texts.words,
    entries,
    ...(named.size > 0 && {
      languages: Object.fromEntries([...named].map((tag) => [tag, textDirection(tag)])),
    }),
  };
}

interface Dated {
  release: Release;
  at: number;
}

/**
 * The order of publication, as far as public records tell it: a release that was held back until `publishAt` is news from then
 * on, whatever day it bears. Where a record does not say, its day has to do, and the widget knows late ones by their ids.
 */
function publishedAt({ publishAt, released = '' }: Release, site: Site): number {
  const day = Date.parse(feedMoment(released, site.timezone));
  return Math.max(day, publishAt ? Date.parse(publishAt) : day) / 1_000;
}

/** The newest of all, then the next of every product in turn, so that a quiet product is not crowded out. */
function choose(dated: readonly Dated[]): ReadonlySet<Dated> {
  const chosen = new Set(dated.slice(0, NEWEST));
  const products = Map.groupBy(dated, ({ release }) => release.product);
  const longest = Math.max(0, ...[...products.values()].map((own) => own.length));
  for (let rank = 0; rank < longest; rank++) {
    for (const own of products.values()) {
      const next = own[rank];
      if (next && chosen.size < MOST_ENTRIES) chosen.add(next);
    }
  }
  return chosen;
}

function describeEntry({ release, at }: Dated, site: Site, texts: WidgetTexts): WidgetEntry {
  const product = site.products.find(({ id }) => id === release.product)?.name ?? release.product;
  const version = versionLabel(release);
  const groups = groupChanges(release.changes ?? []).map(({ group }) => texts.groups[group] ?? group);
  return {
    id: release.id,
    product: release.product,
    name: [product, version && isolateIn(site.locale, version)].filter(Boolean).join(' '),
    title: oneLine(release.title),
    url: siteUrl(site, releaseAddress(release, site.products.length > 1)),
    day: release.released ?? '',
    at,
    summary: release.summary ? renderExcerpt(release.summary, 160) : undefined,
    locale: foreignText(site, release),
    summaryLocale: release.summary && foreignPart(site, release, 'summary'),
    kinds: groups.slice(0, 3),
    state: texts.stateOf(release),
    gone: takenBack.includes(release.status) || undefined,
  };
}
