import { daysBetween } from '../release/date.ts';
import type { Initiative, Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { type Horizon, horizons, isShipped, isUpcoming } from '../release/vocabulary.ts';
import { addDays } from './dates.ts';
import type { Content } from './content.ts';
import type { LanguageMark } from './mark-language.ts';
import { getPartLanguage } from './language.ts';
import { groupBy, once } from './once.ts';

/** How long a release counts as recently shipped, in days. */
const RECENT = 90;

/** One card of the roadmap: an initiative with its releases, or a release that belongs to none. */
export type Card =
  | { type: 'initiative'; initiative: Initiative; upcoming: Release[]; delivered: Release[] }
  | { type: 'release'; release: Release };

export interface Roadmap {
  horizons: { horizon: Horizon; cards: Card[] }[];
  /** Themes that have cards, each with its cards by horizon. */
  themes: { theme: string; cells: { horizon: Horizon; cards: Card[] }[] }[];
  recent: Release[];
  /** The day on which anything of it last changed. */
  updated?: string;
  /** The day by which it is to be looked through again. */
  reviewDue?: string;
}

export const getRoadmap = once((content: Content): Roadmap => {
  const cards = getCards(content);
  const byHorizon = groupBy(cards, horizonOf);
  const themes = [...content.site.themes.map((theme) => theme.id), ...cards.map(themeOf)];
  const byTheme = groupBy(cards, themeOf);
  const updated = lastUpdate(content);
  return {
    horizons: horizons.map((horizon) => ({ horizon, cards: byHorizon.get(horizon) ?? [] })),
    themes: [...new Set(themes)]
      .filter((theme): theme is string => theme !== undefined && byTheme.has(theme))
      .map((theme) => {
        const cells = groupBy(byTheme.get(theme) ?? [], horizonOf);
        return { theme, cells: horizons.map((horizon) => ({ horizon, cards: cells.get(horizon) ?? [] })) };
      }),
    recent: getRecent(content),
    updated,
    reviewDue: updated && addDays(updated, content.site.roadmap.reviewEvery),
  };
});

/** What an initiative comes with. */
export interface Delivery {
  upcoming: Release[];
  delivered: Release[];
}

/** The releases of an initiative that are still to come and those that customers have. */
export function getDelivery(content: Content, initiative: Initiative): Delivery {
  const releases = releasesByInitiative(content).get(initiative.id) ?? [];
  return {
    upcoming: releases.filter((release) => isUpcoming(release.status)),
    delivered: releases.filter((release) => isShipped(release.status)),
  };
}

/** What a card is about. */
export function itemOf(card: Card): Initiative | Release {
  return card.type === 'initiative' ? card.initiative : card.release;
}

/** What a card says of itself in one line. */
export function lineOf(site: Site, card: Card): { text: string; language: LanguageMark } | undefined {
  const item = itemOf(card);
  const part = 'status' in item ? 'summary' : item.outcome ? 'outcome' : 'problem';
  const text = 'status' in item ? item.summary : (item.outcome ?? item.problem);
  return text ? { text, language: getPartLanguage(site, item, part) } : undefined;
}

const releasesByInitiative = once((content: Content) =>
  groupBy([...content.upcoming, ...content.shipped], (release) => release.initiative),
);

function getCards(content: Content): Card[] {
  const known = new Set(content.initiatives.map((initiative) => initiative.id));
  const own = content.upcoming.filter(({ initiative }) => !initiative || !known.has(initiative));
  return [
    ...content.initiatives.map((initiative): Card => {
      return { type: 'initiative', initiative, ...getDelivery(content, initiative) };
    }),
    ...own.map((release): Card => ({ type: 'release', release })),
  ];
}

function horizonOf(card: Card): Horizon {
  if (card.type === 'initiative') return card.initiative.horizon;
  const { horizon, status } = card.release;
  return horizon ?? (status === 'in development' || status === 'approved' ? 'now' : 'next');
}

function themeOf(card: Card): string | undefined {
  return card.type === 'initiative' ? card.initiative.theme : card.release.theme;
}

/** Counted from what the records say, not from the clock, so that the same records give the same page. */
function getRecent({ site, shipped }: Content): Release[] {
  const newest = [site.roadmap.updated ?? '', shipped[0]?.released ?? ''].sort().at(-1);
  if (!newest) return [];
  return shipped
    .filter(({ status }) => status !== 'yanked' && status !== 'rolled back')
    .filter(({ released }) => released && daysBetween(released, newest) <= RECENT);
}

function lastUpdate({ site, initiatives, shipped }: Content): string | undefined {
  const days = [site.roadmap.updated, ...initiatives.map((each) => each.updated), shipped[0]?.released];
  return (
    site.roadmap.updated ??
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1)
  );
}
