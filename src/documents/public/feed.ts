import { wordsOf } from '../../languages/languages.ts';
import { releaseAddress } from '../../release/address.ts';
import { type ChangeGroup, groupOf } from '../../release/order.ts';
import type { Release } from '../../release/release.ts';
import { foreignText } from '../../release/language.ts';
import type { Site } from '../../release/site.ts';
import { MOST_ENTRIES, newestOf, splitArchives } from './feed-archives.ts';
import { feedMoment } from './feed-moment.ts';
import { renderOutlineHtml } from './outline-html.ts';
import { renderExcerpt } from './plain-text.ts';
import { printable } from './printable.ts';
import { releaseName } from './release-name.ts';
import { outlineRelease } from './release-outline.ts';
import { iconImage } from './share-image.ts';
import { siteUrl } from './site-url.ts';
import { elsewhere } from './text-address.ts';
import { tagUri } from './tag-uri.ts';
import { statusWord } from './words.ts';

/** What a feed is about: all shipped releases, those of one product, or those with changes of one kind. */
export interface FeedScope {
  product?: string;
  kind?: ChangeGroup;
}

/** A feed before it has a format. Every text is plain unless it is called HTML; every moment is RFC 3339. */
export interface Feed {
  id: string;
  title: string;
  subtitle: string;
  /** For a person who opens it: what it is, and what to do with it. */
  comment: string;
  author: string;
  language: string;
  /** The newest moment in the feed; never the clock. */
  updated: string | undefined;
  /** The page that says the same to people. */
  page: string;
  /** A square PNG. */
  icon: string;
  entries: FeedEntry[];
}

/** The documents that belong to one feed besides this one (RFC 5005 §4), as URLs. */
export interface FeedNeighbours {
  /** Given in an archive: the feed that readers subscribe to. */
  current?: string;
  /** The archive with what is older. */
  previous?: string;
  /** The archive with what is newer. */
  next?: string;
  /** A path: the style sheet that makes a page of the feed. */
  style?: string;
}

export interface FeedEntry {
  id: string;
  title: string;
  url: string;
  published: string;
  /** Later than `published` only where the text was corrected after publication. */
  updated: string;
  summary: string;
  html: string;
  categories: string[];
  /** Of its title and summary, where that is not the one of the feed. */
  language: string | undefined;
  /** Of its summary, where a translation left that out. */
  summaryLanguage: string | undefined;
}

/**
 * The archives of a feed, the oldest first.
 * @param releases shipped releases, newest first
 */
export function archiveFeed(releases: readonly Release[], scope: FeedScope = {}): Release[][] {
  return splitArchives(
    releases.filter((release) => isTold(release, scope)),
    countChanges,
  );
}

/** The releases that a feed tells of itself; the feed of these alone is the same. */
export function newestInFeed(releases: readonly Release[], scope: FeedScope = {}): Release[] {
  const told = releases.values().filter((release) => isTold(release, scope));
  return newestOf(told.take(MOST_ENTRIES).toArray(), countChanges);
}

function isTold(release: Release, scope: FeedScope): boolean {
  return isDated(release) && isInScope(release, scope);
}

function countChanges({ changes = [] }: Release): number {
  return changes.length;
}

/**
 * The newest shipped releases of a scope as a feed. A release without a day is no news yet, and stands in no feed.
 * @param releases shipped releases, newest first; those of one archive, where that is meant
 */
export function describeFeed(releases: readonly Release[], site: Site, scope: FeedScope = {}): Feed {
  const entries = newestInFeed(releases, scope).map((release) => rememberEntry(release, site, scope.kind));
  const name = scope.product
    ? (site.products.find(({ id }) => id === scope.product)?.name ?? scope.product)
    : scope.kind && wordsOf(site).page.groups[scope.kind];
  return {
    id: tagUri(site, ['feed', ...scopeParts(scope)]),
    title: printable([site.name, name].filter(Boolean).join(': ')),
    subtitle: printable(site.tagline ?? ''),
    comment: commentOn(site),
    author: printable(site.name),
    language: site.locale,
    updated: entries.map(({ updated }) => updated).sort((a, b) => Date.parse(b) - Date.parse(a))[0],
    page: siteUrl(site, ['/changelog', ...scopeParts(scope), ''].join('/')),
    icon: siteUrl(site.original ?? site, iconImage),
    entries,
  };
}

export function commentOn(site: Site): string {
  const { lead, hint } = wordsOf(site).documents.feed;
  return printable(`${lead} ${hint}`);
}

/**
 * Rendering its text is most of the work, and a release stands in the feed of all, in that of its product, and in one for each kind of change that
 * it has, in three formats each. Those of a kind are made one after the other, so that they need not be kept for long.
 */
function rememberEntry(release: Release, site: Site, kind: ChangeGroup | undefined): FeedEntry {
  const memory = kind ? lately : always;
  const key = kind ?? '';
  let known = memory.get(release);
  if (known?.site !== site) {
    if (kind && lately.size >= MOST_LATELY) lately.clear();
    memory.set(release, (known = { site, entries: new Map() }));
  }
  const entry = known.entries.get(key) ?? describeEntry(release, site, kind);
  known.entries.set(key, entry);
  return entry;
}

interface Known {
  site: Site;
  entries: Map<string, FeedEntry>;
}

const always = new WeakMap<Release, Known>();
const lately = new Map<Release, Known>();
const MOST_LATELY = 4 * MOST_ENTRIES;

function describeEntry(release: Release, site: Site, kind: ChangeGroup | undefined): FeedEntry {
  const url = siteUrl(site, releaseAddress(release, site.products.length > 1));
  const shown = kind
    ? { ...release, changes: release.changes?.filter((change) => groupOf(change) === kind) }
    : release;
  const state = statusWord(release.status, site);
  const published = release.publishAt ?? feedMoment(release.released ?? '', site.timezone);
  const edited = release.edited && feedMoment(release.edited.on, site.timezone);
  const groups = [...new Set(shown.changes?.map(groupOf))].sort();
  return {
    // What a feed of one kind tells is another text, so it is another entry.
    id: tagUri(site, ['release', release.id, ...(kind ? [kind] : [])]),
    title: releaseName(release, site),
    url,
    published,
    updated: edited && Date.parse(edited) > Date.parse(published) ? edited : published,
    summary: renderExcerpt(
      state && release.summary
        ? wordsOf(site).documents.stated(state, release.summary)
        : (state ?? release.summary ?? ''),
      400,
    ),
    html: renderOutlineHtml(outlineRelease(shown, site), {
      level: 2,
      ...elsewhere(site, url),
      words: wordsOf(site).documents.texts,
      locale: site.locale,
    }),
    categories: [release.product, ...groups.map((group) => wordsOf(site).page.groups[group])],
    language: foreignText(site, release),
    summaryLanguage: release.untranslated?.includes('summary') ? release.translatedFrom : undefined,
  };
}

function isDated({ released }: Release): boolean {
  return released !== undefined;
}

function isInScope(release: Release, { product, kind }: FeedScope): boolean {
  return (!product || release.product === product) && (!kind || groupsIn(release).has(kind));
}

function groupsIn(release: Release): ReadonlySet<ChangeGroup> {
  const known = groupsOf.get(release);
  if (known) return known;
  const groups = new Set(release.changes?.map(groupOf));
  groupsOf.set(release, groups);
  return groups;
}

/** Each feed asks for them. */
const groupsOf = new WeakMap<Release, ReadonlySet<ChangeGroup>>();

function scopeParts({ product, kind }: FeedScope): string[] {
  return [...(product ? ['product', product] : []), ...(kind ? ['kind', kind] : [])];
}
