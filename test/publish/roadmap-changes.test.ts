import { beforeEach, describe, expect, test } from 'vitest';
import { parseRoadmapHistory, renderRoadmapHistory } from '../../src/documents/public/record-file.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import { collectRoadmapChanges } from '../../src/publish/roadmap-changes.ts';
import { type Initiative, InitiativeSchema, type Release, ReleaseSchema } from '../../src/release/release.ts';
import { planOf, testSite } from '../plans.ts';

const plan = (id: string, parts: Partial<Release> = {}): Release =>
  ReleaseSchema.parse({
    id,
    title: `Title of ${id}`,
    product: 'till',
    status: 'planned',
    horizon: 'next',
    ...parts,
  });
const goal = (id: string, horizon: Initiative['horizon']): Initiative =>
  InitiativeSchema.parse({ id, title: `Goal ${id}`, horizon });
const state = (
  releases: Release[],
  initiatives: Initiative[] = [],
  roadmapChanges?: Records['roadmapChanges'],
): Records => ({ releases, initiatives, withdrawn: [], ...(roadmapChanges && { roadmapChanges }) });
const old = plan('old', { status: 'released', released: '2026-01-01' });

/** What was seen on 21 November between two states. */
const seen = (before: Records, after: Records) => collectRoadmapChanges(before, after, '2026-11-21');
const now = { day: '2026-11-21' };

describe('what is seen between two publications', () => {
  test('something new, with its horizon', () => {
    expect(seen(state([old]), state([old, plan('a')], [goal('b', 'later')]))).toStrictEqual([
      { ...now, what: 'added', id: 'a', title: 'Title of a', to: 'next' },
      { ...now, what: 'added', id: 'b', title: 'Goal b', to: 'later' },
    ]);
  });

  test('a move between horizons, of a goal too', () => {
    const after = state([plan('a', { horizon: 'now', status: 'in development' })], [goal('b', 'now')]);
    expect(seen(state([plan('a')], [goal('b', 'later')]), after)).toStrictEqual([
      { ...now, what: 'moved', id: 'a', title: 'Title of a', from: 'next', to: 'now' },
      { ...now, what: 'moved', id: 'b', title: 'Goal b', from: 'later', to: 'now' },
    ]);
  });

  test('a delay, with the public reason', () => {
    const late = plan('a', { status: 'delayed', horizon: 'later', reason: 'The test found a fault.' });
    expect(seen(state([plan('a')]), state([late]))).toStrictEqual([
      {
        ...now,
        what: 'delayed',
        id: 'a',
        title: 'Title of a',
        from: 'next',
        to: 'later',
        reason: 'The test found a fault.',
      },
    ]);
  });

  test('an expectation that slips, without a date in the history', () => {
    const [before, after] = [plan('a', { expected: '2026-Q4' }), plan('a', { expected: '2027-01' })];
    expect(seen(state([before]), state([after]))).toStrictEqual([
      { ...now, what: 'delayed', id: 'a', title: 'Title of a' },
    ]);
    expect(seen(state([after]), state([before]))).toStrictEqual([]);
    expect(seen(state([before]), state([plan('a', { expected: '2026-12' })]))).toStrictEqual([]);
  });

  test('what was dropped, and what shipped', () => {
    const dropped = plan('a', { status: 'cancelled', reason: 'Nobody used the trial.' });
    const shipped = plan('b', { status: 'rolling out', released: '2026-11-21' });
    expect(seen(state([plan('a'), plan('b')]), state([dropped, shipped]))).toStrictEqual([
      { ...now, what: 'dropped', id: 'a', title: 'Title of a', reason: 'Nobody used the trial.' },
      { ...now, what: 'shipped', id: 'b', title: 'Title of b' },
    ]);
  });

  test('a goal that was given up, with the reason, and nothing of one that was taken back', () => {
    const dropped = InitiativeSchema.parse({ ...goal('b', 'later'), dropped: 'Too few asked for it.' });
    expect(seen(state([old], [goal('b', 'later')]), state([old], [dropped]))).toStrictEqual([
      { ...now, what: 'dropped', id: 'b', title: 'Goal b', reason: 'Too few asked for it.' },
    ]);
    expect(seen(state([old], [goal('b', 'later')]), state([old]))).toStrictEqual([]);
  });

  test('nothing, where nothing on the roadmap changed, and at the very first publication', () => {
    const texts = plan('a', { summary: 'In other words.' });
    expect(seen(state([plan('a'), old]), state([texts, { ...old, summary: 'Corrected.' }]))).toStrictEqual(
      [],
    );
    expect(
      seen(state([old]), state([old, plan('quick', { status: 'released', released: '2026-11-21' })])),
    ).toStrictEqual([]);
    expect(seen(state([]), state([plan('a'), plan('b')], [goal('c', 'now')]))).toStrictEqual([]);
  });
});

describe('what has no horizon', () => {
  const { horizon: _, ...bare } = plan('a');

  test('comes without one, and moves nowhere', () => {
    expect(seen(state([old]), state([old, bare]))).toStrictEqual([
      { ...now, what: 'added', id: 'a', title: 'Title of a' },
    ]);
    expect(seen(state([bare]), state([plan('a')]))).toStrictEqual([]);
    expect(seen(state([plan('a')]), state([bare]))).toStrictEqual([]);
  });
});

describe('what nobody gives a reason for', () => {
  test('is told without one', () => {
    expect(seen(state([plan('a')]), state([plan('a', { status: 'cancelled' })]))).toStrictEqual([
      { ...now, what: 'dropped', id: 'a', title: 'Title of a' },
    ]);
  });

  test('is late once, and expected for the first time no later', () => {
    const late = plan('a', { status: 'delayed' });
    expect(seen(state([late]), state([late]))).toStrictEqual([]);
    expect(seen(state([plan('a')]), state([plan('a', { expected: '2027-01' })]))).toStrictEqual([]);
    expect(seen(state([plan('a', { expected: '2027-01' })]), state([plan('a')]))).toStrictEqual([]);
  });
});

test('what was on no roadmap before is new there, and what is not there now is nothing', () => {
  const back = seen(state([plan('a', { status: 'cancelled' })]), state([plan('a')]));
  expect(back.map(({ what }) => what)).toStrictEqual(['added']);
  const draft = plan('a', { status: 'draft' });
  expect(seen(state([plan('a')]), state([draft]))).toStrictEqual([]);
  expect(seen(state([draft]), state([plan('a', { status: 'cancelled' })]))).toStrictEqual([]);
  expect(seen(state([draft, old]), state([plan('a', { status: 'released' })]))).toStrictEqual([]);
});

describe('the history', () => {
  let first: ReturnType<typeof seen>;
  beforeEach(() => {
    first = seen(state([old]), state([old, plan('a')]));
  });

  test('is appended to, and stays as it is when nothing changes', () => {
    const late = plan('a', { status: 'delayed', reason: 'Parts are late.' });
    const second = collectRoadmapChanges(
      state([old, plan('a')], [], first),
      state([old, late]),
      '2026-12-01',
    );
    expect(second.map(({ day, what }) => [day, what])).toStrictEqual([
      ['2026-11-21', 'added'],
      ['2026-12-01', 'delayed'],
    ]);
    expect(
      collectRoadmapChanges(state([old, late], [], second), state([old, late]), '2026-12-02'),
    ).toStrictEqual(second);
  });

  test('of what is taken back is gone at once', () => {
    expect(seen(state([old, plan('a')], [], first), state([old]))).toStrictEqual([]);
  });

  test('says no word that was taken back: titles are those of today, and so are reasons', () => {
    const late = { status: 'delayed' as const, reason: 'Because of Zorro.' };
    const told = seen(state([plan('a')], [], first), state([plan('a', late)]));
    const corrected = plan('a', { ...late, title: 'Another title', reason: 'Parts are late.' });
    const after = seen(state([plan('a', late)], [], told), state([corrected]));
    expect(JSON.stringify(after)).not.toMatch(/Zorro|Title of/);
    expect(after.at(-1)).toMatchObject({ title: 'Another title', reason: 'Parts are late.' });
  });

  test('gives the reason of today to what is late or given up now, and leaves those of then', () => {
    const [late, moved] = [
      plan('a', { status: 'delayed', reason: 'Parts are late.' }),
      plan('a', { status: 'planned', horizon: 'now', reason: 'It is sunny.' }),
    ];
    const reasonsOf = (...states: Release[]) => {
      let changes = first;
      let last = plan('a');
      for (const next of states) {
        changes = seen(state([last], [], changes), state([next]));
        last = next;
      }
      return changes.map(({ what, reason }) => `${what} ${reason}`);
    };
    const since = ['added undefined', 'delayed Parts are late.'];
    expect(reasonsOf(late, { ...late, horizon: 'now' }).at(-1)).toBe('moved undefined');
    expect(reasonsOf(late, moved)).toStrictEqual([...since, 'moved undefined']);
    const dropped = plan('a', { status: 'cancelled', reason: 'Nobody asked.' });
    expect(reasonsOf(late, dropped, { ...dropped, reason: 'Too dear.' })).toStrictEqual([
      ...since,
      'dropped Too dear.',
    ]);
    const { reason: _, ...silent } = late;
    expect(reasonsOf(late, silent)).toStrictEqual(['added undefined', 'delayed undefined']);
    const shipped = plan('a', { status: 'yanked', reason: 'It broke.' });
    expect(reasonsOf(shipped)).toStrictEqual(['added undefined', 'shipped undefined']);
  });

  test('is a record file like the others', () => {
    const yaml = renderRoadmapHistory({ changes: first });
    expect(yaml).toContain('what: added');
    expect(parseRoadmapHistory(yaml)).toStrictEqual({ changes: first });
    expect(() => parseRoadmapHistory('changes: [{ day: 2026-11-21, what: sold }]')).toThrow(/changes/);
  });
});

test('publishing writes it, with the day in the time zone of the site', () => {
  const text = (status: string) =>
    `---\ntitle: Tables\nid: p-1\nproduct: till\nvisibility: public\nstatus: ${status}\nversion: "1"\nreason: Late.\n---\n`;
  const run = (previous: Records, status: string) =>
    publish({
      plans: [planOf(text(status))],
      initiatives: [],
      previous,
      site: testSite,
      now: new Date('2026-11-21T23:30:00Z'),
    }).records;
  const once = run(state([]), 'planned');
  expect(once.roadmapChanges).toBeUndefined();
  const twice = run(once, 'delayed');
  expect(twice.roadmapChanges).toStrictEqual([
    { day: '2026-11-22', what: 'delayed', id: 'p-1', title: 'Tables', reason: 'Late.' },
  ]);
  expect(run(twice, 'delayed')).toStrictEqual(twice);
});
