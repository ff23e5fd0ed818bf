import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { renderCalendar } from '../../src/documents/public/calendar.ts';
import { parseRelease, renderRelease } from '../../src/documents/public/record-file.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import type { Site } from '../../src/release/site.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { runs } from '../long.ts';
import { planOf, testSite } from '../plans.ts';

const site: Site = { ...testSite, roadmap: { ...testSite.roadmap, dates: 'month' } };
const NOW = new Date('2026-11-21T12:00:00Z');
const nothing: Records = { releases: [], initiatives: [], withdrawn: [] };

interface State {
  status?: string;
  target?: string;
  windows?: { day: string; what?: string; hours?: number }[];
  /** Text that stays inside. */
  inside?: string;
}

/** The records after one more publication, by way of their files. */
function publishState(state: State | undefined, previous: Records, now = NOW, on: Site = site): Records {
  const plans = state ? [planOf(renderPlan(state))] : [];
  const { records } = publish({ plans, initiatives: [], previous, site: on, now });
  return { ...records, releases: records.releases.map((each) => parseRelease(renderRelease(each))) };
}

function renderPlan({ status = 'planned', target, windows = [], inside = '' }: State): string {
  const rows = windows.map(
    ({ day, what = 'Map', hours = 2 }) =>
      `| ${day} 02:00 | ${day} ${String(2 + hours).padStart(2, '0')}:00 | Europe/Stockholm | ${what} |`,
  );
  return [
    '---\nid: move\ntitle: The big move\nproduct: till\nvisibility: public',
    `status: ${status}${target ? `\ntarget: ${target}` : ''}`,
    '---\n## Summary\n\nWe move.',
    rows.length > 0
      ? `## Maintenance window\n\n| Start | End | Zone | Affected |\n| - | - | - | - |\n${rows.join('\n')}`
      : '',
    `## Risks\n\n- ${inside || 'None.'}`,
  ].join('\n\n');
}

interface Entry {
  uid: string;
  sequence: number;
  status: string;
  when: string;
}

function calendarOf(records: Records, on: Site = site): Entry[] {
  const { releases, roadmapChanges } = arrangeContent(on, records, NOW);
  const calendar = new ICAL.Component(ICAL.parse(renderCalendar(releases, on, { history: roadmapChanges })));
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    const status = String(each.getFirstPropertyValue('status'));
    return {
      uid: event.uid.replace(/.*?:/, '').replace(/^.*?:/, ''),
      sequence: event.sequence,
      status,
      when: `${event.startDate} ${event.endDate}`,
    };
  });
}

/** What subscribers see from one publication to the next. */
function follow(...states: State[]): Entry[][] {
  let records = nothing;
  return states.map((state) => calendarOf((records = publishState(state, records))));
}

describe('a window', () => {
  test('that alone moves keeps its identity and counts up', () => {
    const [first, second, third] = follow(
      { windows: [{ day: '2026-11-29' }] },
      { windows: [{ day: '2026-12-06' }] },
      { windows: [{ day: '2026-12-06' }], inside: 'Nobody knows how.' },
    );
    expect(first).toMatchObject([{ uid: 'maintenance:move:move-m1', sequence: 0, status: 'CONFIRMED' }]);
    expect(second).toMatchObject([{ uid: 'maintenance:move:move-m1', sequence: 1, status: 'CONFIRMED' }]);
    expect(second?.[0]?.when).toContain('2026-12-06T01:00:00Z');
    expect(third).toEqual(second);
  });

  test('that is removed is cancelled, and the others stay who they are', () => {
    const [, second, third, fourth] = follow(
      { windows: [{ day: '2026-11-29' }, { day: '2026-12-06', what: 'Login' }] },
      { windows: [{ day: '2026-12-06', what: 'Login' }] },
      {
        windows: [
          { day: '2026-12-06', what: 'Login' },
          { day: '2027-01-10', what: 'Map' },
        ],
      },
      { windows: [{ day: '2026-11-29' }, { day: '2026-12-06', what: 'Login' }] },
    );
    expect(second).toMatchObject([
      { uid: 'maintenance:move:move-m1', sequence: 1, status: 'CANCELLED' },
      { uid: 'maintenance:move:move-m2', sequence: 0, status: 'CONFIRMED' },
    ]);
    expect(third?.map(({ uid, status }) => [uid.slice(-2), status])).toEqual([
      ['m1', 'CANCELLED'],
      ['m2', 'CONFIRMED'],
      ['m3', 'CONFIRMED'],
    ]);
    // What was called off is on again, and what took its place is not.
    expect(fourth?.map(({ uid, status, sequence }) => [uid.slice(-2), status, sequence])).toEqual([
      ['m1', 'CONFIRMED', 2],
      ['m2', 'CONFIRMED', 0],
      ['m3', 'CANCELLED', 1],
    ]);
  });

  test('that is over is neither moved nor called off', () => {
    const before = publishState(
      { windows: [{ day: '2026-11-01' }] },
      nothing,
      new Date('2026-10-01T00:00:00Z'),
    );
    const after = publishState({ windows: [{ day: '2026-12-06' }] }, before);
    expect(calendarOf(after)).toMatchObject([{ uid: 'maintenance:move:move-m2', sequence: 0 }]);
  });

  test('is cancelled with its plan, and taken up with it', () => {
    const windows = [{ day: '2026-11-29' }];
    const all = follow({ windows }, { windows, status: 'cancelled' }, { windows });
    expect(all.map(([each]) => [each?.status, each?.sequence])).toEqual([
      ['CONFIRMED', 0],
      ['CANCELLED', 1],
      ['CONFIRMED', 2],
    ]);
  });

  test('keeps nothing but its time when it is called off, and nothing at all when its plan is taken back', () => {
    const first = publishState({ windows: [{ day: '2026-11-29', what: 'The vault' }] }, nothing);
    const second = publishState({}, first);
    expect(JSON.stringify(second)).not.toContain('vault');
    expect(second.releases[0]?.cancelledMaintenance).toHaveLength(1);
    expect(calendarOf(publishState(undefined, second))).toEqual([]);
  });

  // The hour that the clocks skip is refused elsewhere; the night itself is an hour shorter.
  test('on the night on which the clocks change has the hours of its zone', () => {
    const [spring, autumn] = follow(
      { windows: [{ day: '2027-03-28', hours: 3 }] },
      { windows: [{ day: '2027-10-31', hours: 3 }] },
    );
    expect([spring?.[0]?.when, autumn?.[0]?.when]).toEqual([
      undefined,
      '2027-10-31T00:00:00Z 2027-10-31T04:00:00Z',
    ]);
  });
});

describe('a date', () => {
  test('that alone moves counts up, one that is taken back is cancelled, and one that comes again is on', () => {
    const all = follow(
      { target: '2026-12' },
      { target: '2027-02' },
      { target: '2027-02', inside: 'Or never.' },
      {},
      { target: '2027-03' },
    );
    expect(all.map(([each]) => [each?.sequence, each?.status, each?.when])).toEqual([
      [0, 'TENTATIVE', '2026-12-01 2027-01-01'],
      [1, 'TENTATIVE', '2027-02-01 2027-03-01'],
      [1, 'TENTATIVE', '2027-02-01 2027-03-01'],
      [2, 'CANCELLED', '2027-02-01 2027-03-01'],
      [3, 'TENTATIVE', '2027-03-01 2027-04-01'],
    ]);
  });

  test('of something that is called off is cancelled', () => {
    const [, second] = follow({ target: '2026-12' }, { target: '2026-12', status: 'cancelled' });
    expect(second).toMatchObject([{ status: 'CANCELLED', sequence: 1, when: '2026-12-01 2027-01-01' }]);
  });

  test('is told no more by a site that has become more careful', () => {
    const first = publishState({ target: '2026-12' }, nothing);
    const second = publishState({}, first);
    const never: Site = { ...site, roadmap: { ...site.roadmap, dates: 'never' } };
    expect(calendarOf(second, never)).toEqual([]);
    const silent = publishState({}, second, NOW, never);
    expect(JSON.stringify(silent)).not.toContain('2026-12');
    // Whoever is less careful again has forgotten it.
    expect(publishState({}, silent).releases[0]?.dates).toEqual({ revision: 1 });
    const quarter: Site = { ...site, roadmap: { ...site.roadmap, dates: 'quarter' } };
    expect(calendarOf(second, quarter)).toMatchObject([
      { status: 'CANCELLED', when: '2026-10-01 2027-01-01' },
    ]);
  });
});

test('whatever is edited, who has the calendar hears of it: a change counts up, nothing is lost, no identity is given twice', () => {
  const state = fc.record<State>(
    {
      status: fc.constantFrom('planned', 'approved', 'delayed', 'cancelled'),
      target: fc.constantFrom('2026-12', '2027-02', '2027-Q3'),
      windows: fc.uniqueArray(
        fc.record({
          day: fc.constantFrom('2026-11-29', '2026-12-06', '2027-01-10', '2027-02-14'),
          what: fc.constantFrom('Map', 'Login'),
        }),
        { maxLength: 3, selector: ({ day }) => day },
      ),
    },
    { requiredKeys: ['windows'] },
  );
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 8 }), (states) => {
      let records = publishState({ windows: [] }, nothing);
      let last = new Map<string, Entry>();
      for (const each of states) {
        records = publishState(each, records);
        expect(publishState({ ...each, inside: 'Something else.' }, records)).toEqual(records);
        const entries = calendarOf(records);
        const next = new Map(entries.map((entry) => [entry.uid, entry]));
        expect(next.size).toBe(entries.length);
        for (const [uid, before] of last) {
          const after = next.get(uid);
          expect(after, `${uid} is gone`).toBeDefined();
          const isSame = after?.status === before.status && after.when === before.when;
          const isOnlyLessCertain =
            after?.when === before.when && after.status !== 'CANCELLED' && before.status !== 'CANCELLED';
          if (!isSame && !isOnlyLessCertain) expect(after?.sequence).toBeGreaterThan(before.sequence);
          else expect(after?.sequence).toBeGreaterThanOrEqual(before.sequence);
        }
        const on = entries.filter(
          ({ uid, status }) => uid.startsWith('maintenance') && status !== 'CANCELLED',
        );
        expect(on).toHaveLength(each.status === 'cancelled' ? 0 : (each.windows?.length ?? 0));
        last = next;
      }
    }),
    { numRuns: runs(30, 1_000) },
  );
});
