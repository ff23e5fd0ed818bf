import ical, {
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { RoadmapChange } from '../../release/plan-history.ts';
import type { CancelledWindow, Release } from '../../release/release.ts';
import { findProduct, type Site } from '../../release/site.ts';
import { type CalendarWindow, describeDateEvent, describeWindowEvent } from './calendar-event.ts';
import { printable } from './printable.ts';
import { siteUrl } from './site-url.ts';
import { tagUri } from './tag-uri.ts';

export interface CalendarOptions {
  /** One product instead of all. */
  product?: string;
  /** What became of the releases while they stood on the roadmap. */
  history?: readonly RoadmapChange[];
}

/** Days of release further back are in the changelog; a calendar with a thousand of them helps nobody. */
const MOST_RELEASED = 50;

/**
 * Maintenance windows, days of release and announced dates as a calendar (RFC 5545). Windows are moments in UTC, right whatever the
 * clocks do; dates are whole days over as long a time as is public. The same records give the same bytes.
 * @param releases newest first
 */
export function renderCalendar(
  releases: readonly Release[],
  site: Site,
  { product, history = [] }: CalendarOptions = {},
): string {
  const { windows, released, announced } = selectForCalendar(releases, site, product);
  const name = site.products.find(({ id }) => id === product)?.name;
  const calendar = ical({
    name: printable([site.name, name].filter(Boolean).join(': ')),
    description: printable(site.tagline ?? '') || null,
    prodId: {
      company: 'Slipway',
      product: 'Slipway',
      language: new Intl.Locale(site.locale).language.toUpperCase(),
    },
    method: ICalCalendarMethod.PUBLISH,
    url: siteUrl(site, product ? `/changelog/product/${product}/` : '/changelog/'),
    ttl: 12 * 60 * 60,
  });
  const changes = Map.groupBy(history, ({ id }) => id);
  const lastChange = ({ id }: Release) => changes.get(id)?.at(-1)?.day;
  const events = [
    ...windows.map(({ release, window }) => describeWindowEvent(release, window, site, lastChange(release))),
    ...[...announced, ...released].map((release) => describeDateEvent(release, site, lastChange(release))),
  ];
  for (const { id, ...event } of events.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    calendar.createEvent({ ...shared, ...event, id: tagUri(site, id.split(' ')) });
  }
  return calendar.toString();
}

/** The releases that a calendar tells of; that of these alone is the same. */
export function releasesInCalendar(releases: readonly Release[], site: Site, product?: string): Release[] {
  const { windows, released, announced } = selectForCalendar(releases, site, product);
  const told = new Set([...released, ...announced, ...windows.map(({ release }) => release)]);
  return releases.filter((release) => told.has(release));
}

/** Of one product, or all: the windows that concern it, and the releases that have their day told. */
function selectForCalendar(releases: readonly Release[], site: Site, product?: string) {
  const isOwn = (release: Release) => product === undefined || release.product === product;
  const own = releases.filter(isOwn);
  // What is affected may not be translated where products are.
  const products = [...site.products, ...(site.original?.products ?? [])];
  // Work on one product may stop another, whose readers have only their own calendar.
  const concerns = (release: Release, { affected = [] }: CalendarWindow) =>
    isOwn(release) || affected.some((word) => findProduct(products, word)?.id === product);
  return {
    windows: releases.flatMap((release) =>
      [...(release.maintenance ?? []), ...(release.cancelledMaintenance ?? []).map(asCancelled)]
        .filter((window) => concerns(release, window))
        .map((window) => ({ release, window })),
    ),
    released: own.filter(({ released }) => released).slice(0, MOST_RELEASED),
    announced: own.filter(({ released, expected, dates }) => !released && (expected ?? dates?.withdrawn)),
  };
}

function asCancelled(window: CancelledWindow): CalendarWindow {
  return { ...window, isCancelled: true };
}

/** Nobody is busy because of what others do. */
const shared: Partial<ICalEventData> = {
  transparency: ICalEventTransparency.TRANSPARENT,
  busystatus: ICalEventBusyStatus.FREE,
};
