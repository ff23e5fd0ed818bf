import { coarsen, dayIn } from '../release/date.ts';
import { originalLocale } from '../release/language.ts';
import { newestFirst } from '../release/order.ts';
import type { RoadmapChange } from '../release/plan-history.ts';
import type { Initiative, Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { translateInitiative, translateRelease } from '../release/translate.ts';
import type { InitiativeTranslation, ReleaseTranslation } from '../release/translation.ts';
import { isShipped, isUpcoming } from '../release/vocabulary.ts';
import { madeFrom } from './made-from.ts';
import { groupBy } from './once.ts';

/** Everything that pages are made from. */
export interface Content {
  site: Site;
  /** The day that the site is built for, in the site's time zone. */
  today: string;
  /** The moment that the site is built for, RFC 3339. */
  now: string;
  /** Every release that has a page, newest first; cancelled ones have a page but stand in no list. */
  releases: Release[];
  /** Those that customers have or had, newest first. */
  shipped: Release[];
  /** Those that are still to come. */
  upcoming: Release[];
  initiatives: Initiative[];
  /** Those that were given up: they have a page but stand in no list. */
  dropped: Initiative[];
  /** Addresses that once answered and whose content was taken back. */
  withdrawn: string[];
  /** How the roadmap changed, oldest first. */
  roadmapChanges: RoadmapChange[];
  /** The languages that a record can be read in besides its own, by its id. */
  translatedInto: ReadonlyMap<string, readonly string[]>;
  /** The language of the records that say one. */
  ownLocales: ReadonlyMap<string, string>;
}

export interface Records {
  releases: Release[];
  initiatives: Initiative[];
  withdrawn: string[];
  roadmapChanges?: RoadmapChange[];
  releaseTranslations?: readonly ReleaseTranslation[];
  initiativeTranslations?: readonly InitiativeTranslation[];
}

/**
 * Orders the records and leaves out what is not to be seen yet: drafts, and releases whose `publishAt` lies after `now`.
 */
export function arrangeContent(site: Site, records: Records, now: Date): Content {
  const translated = inLanguageOf(site, records);
  const visible = translated.releases
    .filter((release) => release.status !== 'draft')
    .filter((release) => !release.publishAt || Date.parse(release.publishAt) <= now.getTime())
    .map((release) => tellExpected(release, site))
    .sort(newestFirst);
  const initiatives = translated.initiatives.toSorted(latelyTouchedFirst);
  return {
    site,
    today: dayIn(site.timezone, now),
    now: now.toISOString(),
    releases: visible,
    shipped: visible.filter((release) => isShipped(release.status)),
    upcoming: visible.filter((release) => isUpcoming(release.status)),
    initiatives: initiatives.filter(({ dropped }) => !dropped),
    dropped: initiatives.filter(({ dropped }) => dropped),
    withdrawn: [...new Set(records.withdrawn)].sort(),
    roadmapChanges: records.roadmapChanges ?? [],
    ownLocales: new Map(
      [...records.releases, ...records.initiatives].flatMap(({ id, locale }) =>
        locale ? [[id, locale] as const] : [],
      ),
    ),
    translatedInto: new Map(
      [...groupBy(allTranslations(records), ({ of }) => of)].map(([id, own]) => [
        id,
        own.map(({ locale }) => locale),
      ]),
    ),
  };
}

/** Records in the language of the site where there is a translation; all others say which language they are in. */
function inLanguageOf(site: Site, records: Records): Pick<Records, 'releases' | 'initiatives'> {
  const original = originalLocale(site);
  const isHere = ({ locale }: { locale: string }) => locale === site.locale;
  const releases = new Map(records.releaseTranslations?.filter(isHere).map((each) => [each.of, each]));
  const initiatives = new Map(records.initiativeTranslations?.filter(isHere).map((each) => [each.of, each]));
  if (site.locale === original && releases.size + initiatives.size === 0) return records;
  return {
    releases: records.releases.map((release) => {
      const own = release.locale ?? original;
      const translation = releases.get(release.id);
      return translation
        ? inOtherWords(release, translation, own)
        : madeFrom({ ...release, locale: own }, [release, own]);
    }),
    initiatives: records.initiatives.map((initiative) => {
      const translation = initiatives.get(initiative.id);
      const own = initiative.locale ?? original;
      return translation
        ? madeFrom(translateInitiative(initiative, translation, own), [initiative, translation, own])
        : madeFrom({ ...initiative, locale: own }, [initiative, own]);
    }),
  };
}

function inOtherWords(release: Release, translation: ReleaseTranslation, own: string): Release {
  const sources = [release, translation, own];
  const translated = translateRelease(release, translation, own);
  for (const part of [...(translated.changes ?? []), ...(translated.knownIssues ?? [])])
    madeFrom(part, [...sources, part.id]);
  return madeFrom(translated, sources);
}

function allTranslations({ releaseTranslations = [], initiativeTranslations = [] }: Records) {
  return [...releaseTranslations, ...initiativeTranslations];
}

/** Records are written as vague as the site told dates then; the site may have become more careful since. */
function tellExpected(release: Release, { roadmap }: Site): Release {
  const vague = (date: string | undefined) => date && coarsen(date, roadmap.dates);
  const [expected, withdrawn] = [vague(release.expected), vague(release.dates?.withdrawn)];
  if (expected === release.expected && withdrawn === release.dates?.withdrawn) return release;
  const { expected: _, dates, ...rest } = release;
  const told = {
    ...rest,
    ...(expected && { expected }),
    ...(dates && { dates: { revision: dates.revision, ...(withdrawn && { withdrawn }) } }),
  };
  return madeFrom(told, [release, roadmap.dates]);
}

function latelyTouchedFirst(a: Initiative, b: Initiative): number {
  const [left, right] = [a.updated ?? '', b.updated ?? ''];
  if (left === right) return a.id < b.id ? -1 : 1;
  return left > right ? -1 : 1;
}
