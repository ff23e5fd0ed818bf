import { describe, expect, test } from 'vitest';
import type { PlanValues } from '../../src/plan/plan.ts';
import { publishPlan } from '../../src/publish/publish-plan.ts';
import type { Release } from '../../src/release/release.ts';
import type { Site } from '../../src/release/site.ts';
import type { DatePolicy } from '../../src/release/vocabulary.ts';
import { planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');
const site = (dates: DatePolicy): Site => ({ ...testSite, roadmap: { ...testSite.roadmap, dates } });

/** A plan of the till that is planned, where nothing else is said. */
function planText(fields: Record<string, string> = {}, body = ''): string {
  const all = { id: 'p', title: 'Tables', product: 'till', status: 'planned', ...fields };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === '' ? [] : `${key}: ${value}`));
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

const recordOf = (
  fields: Record<string, string> = {},
  body = '',
  { on = site('month'), previous }: { on?: Site; previous?: Release } = {},
) => publishPlan(planOf(planText(fields, body)), on, previous, now);
const bare: Release = { id: 'p', title: 'Tables', product: 'till', status: 'planned', horizon: 'next' };

/** The record of a plan whose sections say this. */
const valued = (values: PlanValues) =>
  publishPlan({ ...planOf(planText()), values }, testSite, undefined, now);
const nobody = {
  segments: [],
  include: [],
  exclude: [],
  regions: [],
  channels: [],
  tiers: [],
  waves: [],
  metrics: [],
};

test('a plan that says next to nothing has a record that says no more', () => {
  expect(recordOf()).toStrictEqual(bare);
  expect(recordOf({ status: '' })).toStrictEqual({
    id: 'p',
    title: 'Tables',
    product: 'till',
    status: 'draft',
  });
  expect(recordOf({ summary: 'Short.' })?.summary).toBe('Short.');
  expect(recordOf({ summary: 'Short.' }, '## Summary\n\nLonger.\n')?.summary).toBe('Longer.');
  expect(recordOf({ editedAt: '2026-05-09' })?.edited).toStrictEqual({ on: '2026-05-09' });
  expect(recordOf({ editNote: 'Nobody knows when.' })?.edited).toBeUndefined();
});

test('what no record may hold is an error of its author’s, with what to do', () => {
  const plan = planOf(planText({ title: 'T'.repeat(1_001) }));
  expect(publishPlan(plan, testSite, undefined, now)).toBeUndefined();
  const [message] = plan.file.messages.filter(({ ruleId }) => ruleId === 'RP110');
  expect(message).toMatchObject({
    reason: 'Unexpected title, expected at most 1,000 characters',
    note: 'This part cannot be published as it is.',
    fatal: true,
  });
});

describe('where it stands on the roadmap', () => {
  test.each([
    ['in development', 'now'],
    ['approved', 'now'],
    ['delayed', 'next'],
    ['planned', 'next'],
    ['released', undefined],
    ['cancelled', undefined],
  ])('is told by its status, where its author does not: %s', (status, horizon) => {
    expect(recordOf({ status })?.horizon).toBe(horizon);
  });

  test('is as its author says, until it ships', () => {
    expect(recordOf({ horizon: 'later' })?.horizon).toBe('later');
    const shipped = { status: 'released', horizon: 'later', target: '2026-12-18', confidence: 'committed' };
    expect(recordOf(shipped)).toStrictEqual({
      id: 'p',
      title: 'Tables',
      product: 'till',
      status: 'released',
    });
  });
});

describe('when it is expected', () => {
  const expectedOf = (target: string, precision: string, dates: DatePolicy) => {
    const fields = { target, precision, confidence: 'expected' };
    const record = recordOf(fields, '', { on: site(dates) });
    expect(record?.confidence).toBe(record?.expected && 'expected');
    return record?.expected;
  };

  test.each([
    ['2026-12-18', ['2026-12', '2026-Q4', undefined]],
    ['2026-12', ['2026-12', '2026-Q4', undefined]],
    ['2026-Q4', ['2026-Q4', '2026-Q4', undefined]],
    ['2026', ['2026', '2026', undefined]],
  ])('%s is told as the site tells dates', (target, told) => {
    expect((['month', 'quarter', 'never'] as const).map((dates) => expectedOf(target, '', dates))).toEqual(
      told,
    );
  });

  test.each([
    ['2026-12-18', ['2026-12', '2026-12', '2026-Q4', '2026']],
    ['2026-Q4', ['2026-Q4', '2026-Q4', '2026-Q4', '2026']],
    ['2026', ['2026', '2026', '2026', '2026']],
  ])('%s is told no more precisely than its author wants', (target, told) => {
    const wanted = ['day', 'month', 'quarter', 'year'];
    expect(wanted.map((precision) => expectedOf(target, precision, 'month'))).toEqual(told);
  });

  test('is nothing where nobody says', () => {
    expect(recordOf({ confidence: 'expected' })).toStrictEqual(bare);
  });

  test('counts up when it moves', () => {
    const previous: Release = { ...bare, expected: '2026-12', dates: { revision: 2 } };
    const dates = (fields: Record<string, string>) => recordOf(fields, '', { previous })?.dates;
    expect(dates({ target: '2026-12' })).toEqual({ revision: 2 });
    expect(dates({ target: '2027-01' })).toEqual({ revision: 3 });
    expect(dates({})).toEqual({ revision: 3, withdrawn: '2026-12' });
    expect(dates({ status: 'released', released: '2026-11-20' })).toEqual({ revision: 3 });
    const quarter = recordOf({}, '', { previous, on: site('quarter') });
    expect(quarter?.dates).toEqual({ revision: 3, withdrawn: '2026-Q4' });
  });
});

describe('changes', () => {
  const section = (heading: string) => `## ${heading}\n\n- **${heading}.**\n`;
  const headings = ['Bug fixes', 'Improvements', 'Included features', 'Removals', 'Deprecations'];
  const body = [...headings, 'Security', 'Breaking changes'].map(section).join('\n');

  test('come in the order in which readers need them', () => {
    expect(recordOf({}, body)?.changes?.map(({ title }) => title)).toEqual([
      'Breaking changes',
      'Security',
      'Deprecations',
      'Removals',
      'Included features',
      'Improvements',
      'Bug fixes',
    ]);
    expect(recordOf({}, section('Bug fixes'))?.changes).toHaveLength(1);
  });

  test('and known issues keep their ids', () => {
    const text = (word: string) =>
      `## Bug fixes\n\n- **${word}.** The same text.\n\n## Known issues\n\n- **${word}.** The same text.\n`;
    const previous = recordOf({}, text('One'));
    const renamed = recordOf({}, text('Two'), { ...(previous && { previous }) });
    expect(renamed?.changes?.map(({ id, title }) => [id, title])).toEqual([
      [previous?.changes?.[0]?.id, 'Two'],
    ]);
    expect(renamed?.knownIssues?.map(({ id }) => id)).toEqual([previous?.knownIssues?.[0]?.id]);
  });

  test('have links with plain names', () => {
    const linked = '## Bug fixes\n\n- **One.** Text.\n  - Link: [A *guide*](https://example.com/a)\n';
    expect(recordOf({}, linked)?.changes?.[0]?.links).toEqual([
      { title: 'A guide', url: 'https://example.com/a' },
    ]);
    expect(recordOf({}, section('Bug fixes'))?.changes?.[0]).not.toHaveProperty('links');
  });
});

describe('waves', () => {
  const table = (name: string, more = '') =>
    `| Wave | Regions | State |\n| --- | --- | --- |\n| ${name} | ${more} |\n`;
  const wavesOf = (body: string, status = 'released') => recordOf({ status }, body)?.waves;

  test('are those of the first section that has some', () => {
    const wave = (name: string) => ({ name, regions: [] });
    const [own, rollout, audience] = [
      { waves: [wave('Own')] },
      { rollout: { waves: [wave('Of the roll-out')], flags: [] } },
      { audience: { ...nobody, waves: [wave('Of the audience')] } },
    ];
    const namesOf = (values: PlanValues) => valued(values)?.waves?.map(({ name }) => name);
    expect(namesOf({ ...own, ...rollout, ...audience })).toEqual(['Own']);
    expect(namesOf({ ...rollout, ...audience })).toEqual(['Of the roll-out']);
    expect(namesOf({ waves: [], rollout: { waves: [], flags: [] }, ...audience })).toEqual([
      'Of the audience',
    ]);
    expect(namesOf({ waves: [], audience: nobody })).toBeUndefined();
  });

  test('are done when all is released, and planned before, where nobody says', () => {
    const body = `## Roll-out\n\n### Waves\n\n${table('A *wave*', 'DE | ')}`;
    expect(wavesOf(body)).toStrictEqual([{ name: 'A wave', state: 'done', regions: ['DE'] }]);
    expect(wavesOf(body, 'rolling out')?.[0]?.state).toBe('planned');
    const told = `## Roll-out\n\n### Waves\n\n${table('A', ' | running')}`;
    expect(wavesOf(told)).toStrictEqual([{ name: 'A', state: 'running' }]);
  });
});

describe('windows', () => {
  const windowsOf = (rows: string[], previous?: Release) =>
    recordOf(
      {},
      `## Maintenance window\n\n| Start | End | Zone | Impact | Affected |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
      { ...(previous && { previous }) },
    )?.maintenance;
  const row = (day: string, more = ' | ') => `| ${day} 02:00 | ${day} 03:00 | Europe/Berlin | ${more} |`;
  const known = (id: string, day: string) => ({
    id,
    start: `${day}T02:00:00+01:00`,
    end: `${day}T03:00:00+01:00`,
    zone: 'Europe/Berlin',
  });

  test('say what they touch, where they do', () => {
    expect(windowsOf([row('2026-11-29', 'No tables. | till, api')])).toStrictEqual([
      { ...known('p-m1', '2026-11-29'), impact: 'No tables.', affected: ['till', 'api'] },
    ]);
  });

  test('that touch nothing by name are told from those that do', () => {
    const previous: Release = {
      ...bare,
      maintenance: [{ ...known('p-m1', '2026-11-30'), affected: ['till'] }, known('p-m2', '2026-12-20')],
    };
    expect(windowsOf([row('2026-12-01')], previous)).toMatchObject([{ id: 'p-m2', revision: 1 }]);
  });

  test('are called off with their release', () => {
    const previous: Release = { ...bare, maintenance: [known('p-m1', '2026-11-29')] };
    const off = recordOf({ status: 'cancelled' }, '', { previous });
    expect(off?.cancelledMaintenance).toStrictEqual([{ ...known('p-m1', '2026-11-29'), revision: 1 }]);
  });
});

test('criteria of the audience come before those that stand alone', () => {
  const criterion = (text: string) => ({ text, regions: [], channels: [], tiers: [] });
  const record = valued({
    audience: {
      ...nobody,
      include: [criterion('A')],
      exclude: [criterion('B')],
      regions: ['DE'],
      segments: ['S'],
    },
    inclusion: [criterion('C')],
    exclusion: [criterion('D')],
  });
  expect(record?.audience).toStrictEqual({
    include: [{ text: 'A' }, { text: 'C' }],
    exclude: [{ text: 'B' }, { text: 'D' }],
  });
});

test('of parts and files, what is named is public', () => {
  const [component, file] = [
    { name: 'core', kind: 'library', from: '1', to: '2', notes: 'New.' },
    { file: 'till.zip', url: 'https://example.com/till.zip', size: 1_000, sha256: 'ab'.repeat(32) },
  ];
  const inside = { note: 'Inside.', place: { line: 1, column: 1 } };
  const record = valued({
    components: [{ ...component, ...inside }, { name: 'shell' }],
    downloads: [{ ...file, ...inside }],
    faq: [{ question: 'Why?', answer: 'Because.', ...inside }],
  });
  expect(record).toStrictEqual({
    ...bare,
    components: [component, { name: 'shell' }],
    downloads: [file],
    faq: [{ question: 'Why?', answer: 'Because.' }],
  });
});

test('materials are those that are published and have an address', () => {
  const body = `## Marketing materials

| Kind | Title | Address | State |
| --- | --- | --- | --- |
| Guide | A *guide* | https://example.com/guide | published |
| Film | A film | https://example.com/film | draft |
| Post | A post | | published |
| Deck | A deck | https://example.com/deck | |
`;
  expect(recordOf({}, body)?.materials).toEqual([{ title: 'A guide', url: 'https://example.com/guide' }]);
});

test('whom it is for is told with what machines compare', () => {
  const body = `## Target audience

### Inclusion criteria

- Shops
  - Regions: DE
  - Channels: app
  - Plan tiers: Pro

### Exclusion criteria

- Kiosks
  - Reason: No table.
`;
  expect(recordOf({}, body)?.audience).toStrictEqual({
    include: [{ text: 'Shops', regions: ['DE'], channels: ['app'], tiers: ['Pro'] }],
    exclude: [{ text: 'Kiosks', reason: 'No table.' }],
  });
});
