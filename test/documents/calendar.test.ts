import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { renderCalendar } from '../../src/documents/public/calendar.ts';
import { localiseSite } from '../../src/release/language.ts';
import type { RoadmapChange } from '../../src/release/plan-history.ts';
import type { MaintenanceWindow, Release } from '../../src/release/release.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { makeRelease, site } from './records.ts';

/** Everything is read back by another library's parser. */
function read(releases: readonly Release[], options = {}) {
  const text = renderCalendar(releases, site, options);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    text,
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)),
  };
}

const window = (parts: Partial<MaintenanceWindow> = {}): MaintenanceWindow => ({
  id: 'm1',
  start: '2026-03-29T01:30:00+01:00',
  end: '2026-03-29T03:30:00+02:00',
  zone: 'Europe/Berlin',
  ...parts,
});
const upcoming = (parts: Partial<Release> = {}) =>
  makeRelease({ status: 'planned', released: undefined, expected: '2026-Q4', ...parts });
const value = (event: ICAL.Event | undefined, name: string) =>
  event?.component.getFirstPropertyValue(name)?.toString();

describe('maintenance', () => {
  test('that stops another product stands in the calendar of that one, too', () => {
    const name = site.products.find(({ id }) => id === 'partner-api')?.name ?? '';
    const releases = [
      makeRelease({
        id: 'r',
        product: 'rider-app',
        maintenance: [window({ affected: ['Rider app', name] })],
      }),
      makeRelease({ id: 's', product: 'rider-app', maintenance: [window({ affected: ['Rider app'] })] }),
      makeRelease({ id: 't', product: 'rider-app', maintenance: [window()] }),
    ];
    const { events } = read(releases, { product: 'partner-api' });
    expect(events.map(({ uid }) => uid)).toEqual([expect.stringMatching(/:maintenance:r:m1$/)]);
    const languages = { de: { products: { 'partner-api': { name: 'Schnittstelle' } } } };
    const translated = localiseSite(SiteSchema.parse({ ...site, languages }), 'de');
    expect(renderCalendar(releases, translated, { product: 'partner-api' })).toContain(':maintenance:r:m1');
  });

  test.each([
    // The night on which the clocks go forward: two hours on the clock, one hour of work.
    ['2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00', 'Europe/Berlin', '2026-03-29T00:30:00Z', 60],
    // The night on which they go back: two hours on the clock, three hours of work.
    ['2026-10-25T01:30:00+02:00', '2026-10-25T03:30:00+01:00', 'Europe/Berlin', '2026-10-24T23:30:00Z', 180],
    // The hour that comes twice, the second time.
    ['2026-10-25T02:30:00+01:00', '2026-10-25T02:45:00+01:00', 'Europe/Berlin', '2026-10-25T01:30:00Z', 15],
    [
      '2026-11-01T01:30:00-07:00',
      '2026-11-01T01:30:00-08:00',
      'America/Los_Angeles',
      '2026-11-01T08:30:00Z',
      60,
    ],
    [
      '2026-04-05T02:00:00+11:00',
      '2026-04-05T02:15:00+10:30',
      'Australia/Lord_Howe',
      '2026-04-04T15:00:00Z',
      45,
    ],
    ['2026-12-31T23:00:00Z', '2027-01-01T01:00:00Z', 'UTC', '2026-12-31T23:00:00Z', 120],
  ])('from %s to %s in %s begins at %s and lasts %i minutes', (start, end, zone, begins, minutes) => {
    const { events } = read([upcoming({ expected: undefined, maintenance: [window({ start, end, zone })] })]);
    const [event] = events;
    expect(events).toHaveLength(1);
    expect(event?.startDate.toJSDate().toISOString()).toBe(begins.replace('Z', '.000Z'));
    expect(event?.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(event?.duration.toSeconds()).toBe(minutes * 60);
  });

  test('says the hours of the place, what happens and to what', () => {
    const [event] = read([
      upcoming({
        expected: undefined,
        maintenance: [window({ impact: 'No `login`; no map.', affected: ['Map', 'Login, web'] })],
      }),
    ]).events;
    expect(event?.summary).toBe('Maintenance: Map, Login, web');
    expect(event?.description).toMatch(
      /^March 29, 2026.*1:30:00.AM GMT\+1.*3:30:00.AM GMT\+2 \(Europe\/Berlin\)\n\nNo login; no map\.\n\nRider app 3\.2\.0: Pay with vouchers$/,
    );
    expect(value(event, 'url')).toBe('https://example.com/updates/roadmap/vouchers/');
    expect(value(event, 'status')).toBe('CONFIRMED');
    expect(value(event, 'transp')).toBe('TRANSPARENT');
  });

  test('is cancelled with its release', () => {
    const { events } = read([upcoming({ status: 'cancelled', maintenance: [window()] })]);
    expect(events.map((event) => value(event, 'status'))).toEqual(['CANCELLED', 'CANCELLED']);
  });
});

describe('dates', () => {
  test.each([
    ['2026-Q4', '2026-10-01', '2027-01-01', 'Expected Q4 2026: '],
    ['2026-02', '2026-02-01', '2026-03-01', 'Expected February 2026: '],
    ['2027', '2027-01-01', '2028-01-01', 'Expected 2027: '],
    ['2026-12-31', '2026-12-31', '2027-01-01', 'Expected December 31, 2026: '],
  ])('%s is the whole time from %s to before %s', (expected, start, end, lead) => {
    const [event] = read([upcoming({ expected })]).events;
    expect([event?.startDate.isDate, event?.endDate.isDate]).toEqual([true, true]);
    expect([String(event?.startDate), String(event?.endDate)]).toEqual([start, end]);
    expect(event?.summary).toBe(`${lead}Rider app 3.2.0: Pay with vouchers`);
    expect(value(event, 'status')).toBe('TENTATIVE');
  });

  test('are certain where somebody has committed to them, and when they are past', () => {
    expect(value(read([upcoming({ confidence: 'committed' })]).events[0], 'status')).toBe('CONFIRMED');
    const [event] = read([makeRelease()]).events;
    expect([
      value(event, 'status'),
      String(event?.startDate),
      String(event?.endDate),
      event?.summary,
    ]).toEqual(['CONFIRMED', '2026-05-07', '2026-05-08', 'Rider app 3.2.0: Pay with vouchers']);
  });

  test('say that something is delayed, and why', () => {
    const [event] = read([upcoming({ status: 'delayed', reason: 'A *part* is late.' })]).events;
    expect(event?.summary).toMatch(/^Delayed Q4 2026: /);
    expect(event?.description).toBe('Delayed\n\nA part is late.\n\nRiders can pay with vouchers.');
  });

  test('are none where none is public', () => {
    expect(read([upcoming({ expected: undefined }), makeRelease({ released: undefined })]).events).toEqual(
      [],
    );
  });
});

describe('identity', () => {
  const uids = (release: Release) => read([release]).events.map((event) => event.uid);

  test('stays through moves, new titles, states and versions', () => {
    const known = uids(upcoming({ maintenance: [window()] }));
    expect(known).toEqual([
      'tag:example.com,2026:date:vouchers',
      'tag:example.com,2026:maintenance:vouchers:m1',
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom('2026', '2027-01', '2026-Q3'),
        fc.string({ minLength: 1 }),
        fc.constantFrom<Release['status'][]>('delayed', 'cancelled', 'approved'),
        fc.constantFrom('4', undefined),
        (expected, title, status, version) => {
          const maintenance = [window({ start: '2026-04-01T00:00:00Z', end: '2026-04-01T01:00:00Z' })];
          expect(uids(upcoming({ expected, title, status, version, maintenance }))).toEqual(known);
        },
      ),
    );
    // What was announced is the same entry when it has come.
    expect(uids(makeRelease())).toEqual(known.slice(0, 1));
  });

  test('counts what the records count, and is as young as the public history', () => {
    const change = (what: RoadmapChange['what'], day: string, id = 'vouchers') => ({
      what,
      day,
      id,
      title: 'x',
    });
    const history = [change('moved', '2026-02-03'), change('moved', '2026-04-03', 'other')];
    const maintenance = [window({ revision: 3 })];
    const [date, work] = read([upcoming({ dates: { revision: 2 }, maintenance })], { history }).events;
    expect([date?.sequence, work?.sequence]).toEqual([2, 3]);
    expect(value(date, 'dtstamp')).toBe('2026-02-02T23:00:00Z');
    expect(read([upcoming()]).events[0]?.sequence).toBe(0);
  });

  test('is kept when something is called off', () => {
    const { id, start, end, zone } = window();
    const release = upcoming({
      expected: undefined,
      dates: { revision: 1, withdrawn: '2026-Q4' },
      cancelledMaintenance: [{ id, start, end, zone, revision: 1 }],
    });
    const { events } = read([release]);
    expect(events.map((event) => event.uid)).toEqual(uids(upcoming({ maintenance: [window()] })));
    expect(events.map((event) => [value(event, 'status'), event.sequence])).toEqual([
      ['CANCELLED', 1],
      ['CANCELLED', 1],
    ]);
    expect(String(events[0]?.startDate)).toBe('2026-10-01');
  });

  test('is that of one product where one is asked for', () => {
    const { events, calendar } = read([makeRelease(), makeRelease({ id: 'other', product: 'partner-api' })], {
      product: 'partner-api',
    });
    expect(events.map((event) => event.uid)).toEqual(['tag:example.com,2026:date:other']);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Wheelway & friends: Partner API');
  });
});

describe('bytes', () => {
  const releases = [
    makeRelease({ edited: { on: '2026-05-09' } }),
    upcoming({ id: 'later', maintenance: [window()] }),
  ];

  test('are the same whatever the order, the clock and the zone of the machine', () => {
    const first = renderCalendar(releases, site);
    expect(renderCalendar(releases.toReversed(), site)).toBe(first);
    expect(first).not.toContain(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
    // The day on which it was corrected, in the zone of the site.
    expect(first).toContain('DTSTAMP:20260508T220000Z');
    expect(first).toContain('LAST-MODIFIED:20260508T220000Z');
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      expect(renderCalendar(releases, site)).toBe(first);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('keep RFC 5545: line ends, 75 octets a line, what must be there once', () => {
    const long = 'Löschfahrzeug 🚒, mit; allem\\ '.repeat(20);
    const { text, calendar, events } = read([
      makeRelease({ title: long, summary: long }),
      upcoming({ id: 'later', maintenance: [window({ impact: long })] }),
    ]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    for (const { component } of events) {
      for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'status', 'url']) {
        expect(component.getAllProperties(name), name).toHaveLength(1);
      }
    }
    expect(events.map((event) => event.summary)).toContain(`Rider app 3.2.0: ${long.trim()}`);
  });

  test('carry any text without breaking out of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const hostile = `${text}\r\nBEGIN:VEVENT\nUID:x\r${text}`;
        const { events } = read([
          makeRelease({ title: hostile, summary: hostile, maintenance: [window({ affected: [hostile] })] }),
        ]);
        expect(events).toHaveLength(2);
      }),
    );
  });
});

test('an event of which there is nothing to say has no empty description', () => {
  const { text, events } = read([makeRelease({ summary: undefined, status: 'released' })]);
  expect(events).toHaveLength(1);
  expect(text).not.toMatch(/^DESCRIPTION:\r$/m);
});
