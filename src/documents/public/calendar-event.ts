import { type ICalEventData, ICalEventStatus } from 'ical-generator';
import { wordsOf } from '../../languages/languages.ts';
import { releaseAddress } from '../../release/address.ts';
import { firstDayOf, lastDayOf } from '../../release/date.ts';
import type { MaintenanceWindow, Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { feedMoment } from './feed-moment.ts';
import { formatPartialDate } from './format-date.ts';
import { renderExcerpt } from './plain-text.ts';
import { printable } from './printable.ts';
import { releaseName } from './release-name.ts';
import { siteUrl } from './site-url.ts';
import { statusWord } from './words.ts';

/** `id` never changes: words with a space between them, from immutable ids. */
type CalendarEvent = ICalEventData & { id: string };

export type CalendarWindow = MaintenanceWindow & { isCancelled?: true };

/**
 * A maintenance window: cancelled by itself or with its release.
 * @param changed the day on which the roadmap last told something of the release
 */
export function describeWindowEvent(
  release: Release,
  window: CalendarWindow,
  site: Site,
  changed: string | undefined,
): CalendarEvent {
  const what = window.affected?.join(', ') ?? productName(release, site);
  return {
    ...common(release, site, changed),
    sequence: window.revision ?? 0,
    id: `maintenance ${release.id} ${window.id}`,
    start: new Date(window.start),
    end: new Date(window.end),
    summary: printable(wordsOf(site).documents.calendarMaintenance(what)),
    description: paragraphs([
      formatWindow(window, site.locale),
      window.impact && renderExcerpt(window.impact),
      releaseName(release, site),
    ]),
    categories: [{ name: wordsOf(site).page.maintenance }],
    status:
      window.isCancelled || release.status === 'cancelled'
        ? ICalEventStatus.CANCELLED
        : ICalEventStatus.CONFIRMED,
  };
}

/** The day of a release, or the whole time in which it is expected. */
export function describeDateEvent(release: Release, site: Site, changed: string | undefined): CalendarEvent {
  const { page } = wordsOf(site);
  const date = release.released ?? release.expected ?? release.dates?.withdrawn ?? '';
  const word = release.released ? undefined : (statusWord(release.status, site) ?? page.expected);
  const when = release.released ? undefined : formatPartialDate(date, site.locale, page.quarter);
  const lead = [word, when].filter(Boolean).join(' ');
  return {
    ...common(release, site, changed),
    sequence: release.dates?.revision ?? 0,
    id: `date ${release.id}`,
    allDay: true,
    start: new Date(`${firstDayOf(date)}T00:00:00Z`),
    // The end is the first day that does not belong to it (RFC 5545 §3.6.1).
    end: new Date(Date.parse(`${lastDayOf(date)}T00:00:00Z`) + 86_400_000),
    summary: [lead, releaseName(release, site)].filter(Boolean).join(': '),
    description: paragraphs([
      statusWord(release.status, site),
      release.reason && renderExcerpt(release.reason),
      release.summary && renderExcerpt(release.summary),
    ]),
    categories: [{ name: release.released ? page.columnTitle : page.roadmap }],
    status: dateStatus(release),
  };
}

function common(release: Release, site: Site, changed: string | undefined): Partial<ICalEventData> {
  return {
    stamp: lastTouched(release, site, changed),
    lastModified: release.edited ? new Date(feedMoment(release.edited.on, site.timezone)) : null,
    url: siteUrl(site, releaseAddress(release, site.products.length > 1)),
  };
}

/** DTSTAMP has to be there, and the clock must not be in it: the last moment that the records know of. */
function lastTouched(release: Release, site: Site, changed: string | undefined): Date {
  const { publishAt, released, edited } = release;
  const days = [released ?? site.roadmap.updated, edited?.on, changed];
  const moments = days
    .filter((day) => day !== undefined)
    .map((day) => Date.parse(feedMoment(day, site.timezone)));
  return new Date(Math.max(0, ...moments, publishAt ? Date.parse(publishAt) : 0));
}

function dateStatus({ status, released, expected, confidence }: Release): ICalEventStatus {
  if (status === 'cancelled' || (!released && !expected)) return ICalEventStatus.CANCELLED;
  return released || confidence === 'committed' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

/** The hours as the clocks show them where the work is done; the event itself is shown by those of the reader. */
function formatWindow({ start, end, zone }: MaintenanceWindow, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: zone,
  });
  return `${format.formatRange(new Date(start), new Date(end))} (${zone})`;
}

function productName({ product }: Release, site: Site): string {
  return site.products.find(({ id }) => id === product)?.name ?? product;
}

function paragraphs(texts: readonly (string | undefined)[]): string | null {
  return printable(texts.filter(Boolean).join('\n\n')) || null;
}
