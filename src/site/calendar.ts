import { renderCalendar, releasesInCalendar } from '../documents/public/calendar.ts';
import type { RoadmapChange } from '../release/plan-history.ts';
import type { Release } from '../release/release.ts';
import type { Content } from './content.ts';
import { getSite, pick } from './load.ts';

/** What a calendar is made from; a type, because props of paths are. */
export type ShownCalendar = {
  product: string | undefined;
  releases: Release[];
  history: RoadmapChange[];
};

/** What the calendar of all products is made from. */
export const getSiteCalendar = pick((content) => describeCalendar(content));

export function describeCalendar(
  { site, releases, roadmapChanges }: Content,
  product?: string,
): ShownCalendar {
  const told = releasesInCalendar(releases, site, product);
  const ids = new Set(told.map(({ id }) => id));
  return { product, releases: told, history: roadmapChanges.filter(({ id }) => ids.has(id)) };
}

/** Everything that has a date and is public, of all products or one, as a calendar file. */
export function calendarResponse({ releases, product, history }: ShownCalendar): Response {
  return new Response(renderCalendar(releases, getSite(), { product, history }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}
