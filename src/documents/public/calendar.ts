import type { RoadmapChange } from '../../release/plan-history.ts';
import type { CancelledWindow, Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { type CalendarWindow, describeDateEvent, describeWindowEvent } from './calendar-event.ts';
import { renderCalendarText } from './calendar-text.ts';
import { printable } from './printable.ts';
import { siteUrl } from './site-url.ts';

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
  const own = releases.filter((release) => !product || release.product === product);
  const name = site.products.find(({ id }) => id === product)?.name;
  const released = own.filter((release) => release.released).slice(0, MOST_RELEASED);
  const announced = own.filter(
    ({ released: day, expected, dates }) => !day && (expected ?? dates?.withdrawn),
  );
  const changes = Map.groupBy(history, ({ id }) => id);
  const lastChange = ({ id }: Release) => changes.get(id)?.at(-1)?.day;
  const events = [
    ...own.flatMap((release) =>
      [...(release.maintenance ?? []), ...(release.cancelledMaintenance ?? []).map(asCancelled)].map(
        (window) => describeWindowEvent(release, window, site, lastChange(release)),
      ),
    ),
    ...[...announced, ...released].map((release) => describeDateEvent(release, site, lastChange(release))),
  ];
  const head = {
    name: printable([site.name, name].filter(Boolean).join(': ')),
    description: printable(site.tagline ?? ''),
    language: new Intl.Locale(site.locale).language.toUpperCase(),
    url: siteUrl(site, product ? `/changelog/product/${product}/` : '/changelog/'),
    hours: 12,
  };
  return renderCalendarText(
    head,
    events.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
  );
}

function asCancelled(window: CancelledWindow): CalendarWindow {
  return { ...window, isCancelled: true };
}
