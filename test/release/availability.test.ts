import { describe, expect, test } from 'vitest';
import { judgeAvailability } from '../../src/release/availability.ts';
import type { Reader } from '../../src/release/availability-verdict.ts';
import type { Release, Wave } from '../../src/release/release.ts';
import { release } from './records.ts';

const today = '2026-11-21';
const judge = (record: Release, reader: Reader = {}) => judgeAvailability(record, reader, today);

const wave = (name: string, state: Wave['state'], parts: Partial<Wave> = {}): Wave => ({
  name,
  state,
  ...parts,
});
const eu = { regions: ['EU'] };

/** The example of a release plan's target customers: EU merchants on the web and reviewers, without the US and the desktop client. */
const statements = (waves: Wave[]) =>
  release('2.1', '2026-11-16', {
    status: 'rolling out',
    audience: {
      include: [
        { text: 'EU small and mid-size merchants using the web app', ...eu, channels: ['web'] },
        { text: 'Internal compliance reviewers' },
      ],
      exclude: [
        { text: 'US market', reason: 'Sales tax is computed by county there.', regions: ['US'] },
        { text: 'Legacy desktop client', reason: 'It cannot show them.', channels: ['desktop'] },
      ],
    },
    waves,
  });
const beta = wave('Beta, 200 merchants', 'running', eu);
const rest = wave('The rest of the EU', 'planned', eu);

describe('the example, reader by reader', () => {
  const before = statements([beta, rest]);
  const after = statements([
    wave('Beta, 200 merchants', 'done', eu),
    wave('The rest of the EU', 'running', eu),
  ]);

  test.each<[string, Release, Reader, object]>([
    [
      'the US, with the reason',
      before,
      { region: 'US', channel: 'web' },
      { answer: 'no', because: 'excluded', criterion: { reason: 'Sales tax is computed by county there.' } },
    ],
    ['the US, whatever the device', before, { region: 'USA' }, { answer: 'no', because: 'excluded' }],
    [
      'the legacy desktop client, in the EU too',
      before,
      { region: 'DE', device: 'desktop' },
      { answer: 'no', because: 'excluded', criterion: { text: 'Legacy desktop client' } },
    ],
    [
      'an EU merchant on the web before the second wave: the beta only',
      before,
      { region: 'France', channel: 'Web' },
      { answer: 'not-yet', because: 'in-waves', partly: { name: beta.name }, wave: { name: rest.name } },
    ],
    [
      'an EU merchant on the web in the second wave',
      after,
      { region: 'EU', channel: 'web' },
      { answer: 'yes', because: 'rolling-out', wave: { name: rest.name } },
    ],
    [
      'somebody in Japan, whom no wave will reach',
      before,
      { region: 'JP', channel: 'web' },
      { answer: 'no', because: 'no-wave' },
    ],
    [
      'somebody who says nothing',
      before,
      {},
      { answer: 'unknown', missing: ['channel', 'region'], otherwise: { answer: 'not-yet' } },
    ],
    [
      'somebody in the EU whose channel is not known',
      before,
      { region: 'IE' },
      { answer: 'unknown', missing: ['channel'] },
    ],
    [
      'somebody on the web whose region is not known',
      before,
      { channel: 'web' },
      { answer: 'unknown', missing: ['region'] },
    ],
  ])('%s', (_, record, reader, verdict) => {
    expect(judge(record, reader)).toMatchObject(verdict);
  });
});

describe('what cannot be compared is never guessed', () => {
  test('a condition in words alone makes it depend, and is handed on', () => {
    const old = { text: 'Keys older than 2023', reason: 'They have no scopes.' };
    const record = release('3', '2026-06-30', { audience: { exclude: [old] } });
    expect(judge(record, { region: 'SE' })).toEqual({
      answer: 'unknown',
      because: 'depends',
      unless: [old],
      otherwise: { answer: 'yes', because: 'released' },
    });
    const only = release('3', '2026-06-30', { audience: { include: [{ text: 'Opted-in shops' }] } });
    expect(judge(only)).toMatchObject({ answer: 'unknown', onlyIf: [{ text: 'Opted-in shops' }] });
  });

  test('a place that no table knows', () => {
    const record = release('3', '2026-06-30', {
      audience: { exclude: [{ text: 'Portland', regions: ['Portland'] }] },
    });
    expect(judge(record, { region: 'Portland' }).answer).toBe('no');
    expect(judge(record, { region: 'US' }).answer).toBe('unknown');
    expect(judge(record).answer).toBe('unknown');
  });

  test('a group of which only a part is meant', () => {
    const record = release('3', '2026-06-30', {
      audience: { include: [{ text: 'Germany', regions: ['DE'] }] },
    });
    expect(judge(record, { region: 'EU' }).answer).toBe('unknown');
    expect(judge(record, { region: 'DACH' }).answer).toBe('unknown');
    expect(judge(record, { region: 'Nordics' }).answer).toBe('no');
  });

  test('a release of another channel', () => {
    const record = release('3', '2026-06-30', { channel: 'beta' });
    expect(judge(record)).toMatchObject({ answer: 'unknown', inChannel: 'beta' });
    expect(judge(record, { channel: 'Beta' }).answer).toBe('yes');
  });

  test('a roll-out without waves', () => {
    expect(judge(release('3', '2026-06-30', { status: 'rolling out' }))).toEqual({
      answer: 'unknown',
      because: 'rolling-out',
    });
  });
});

describe('how far it has come', () => {
  test.each([
    ['released', 'yes'],
    ['planned', 'not-yet'],
    ['delayed', 'not-yet'],
    ['yanked', 'no'],
    ['rolled back', 'no'],
    ['end of life', 'no'],
    ['cancelled', 'no'],
  ] as const)('%s: %s', (status, answer) => {
    expect(judge(release('3', status === 'released' ? '2026-06-30' : '', { status })).answer).toBe(answer);
  });

  test('when, as far as it is public', () => {
    const planned = release('3', '', {
      status: 'planned',
      expected: '2027-Q1',
      waves: [wave('Opt-in', 'planned')],
    });
    expect(judge(planned)).toEqual({
      answer: 'not-yet',
      because: 'planned',
      expected: '2027-Q1',
      wave: wave('Opt-in', 'planned'),
    });
    expect(judge(release('3', '2026-12-01'))).toMatchObject({ answer: 'not-yet', expected: '2026-12-01' });
  });

  test.each<[string, Wave[], object]>([
    ['all is done', [wave('a', 'done'), wave('b', 'done')], { answer: 'yes', because: 'wave-done' }],
    ['a quarter has it', [wave('a', 'running', { share: 25 })], { answer: 'unknown', partly: { name: 'a' } }],
    [
      'the last quarter is on its way',
      [wave('a', 'done', { share: 25 }), wave('b', 'running', { share: 100 })],
      { answer: 'yes' },
    ],
    [
      'nobody has it yet',
      [wave('a', 'planned'), wave('b', 'planned')],
      { answer: 'not-yet', wave: { name: 'a' } },
    ],
    ['it stands still', [wave('a', 'done'), wave('b', 'paused')], { answer: 'not-yet', because: 'paused' }],
    ['it was stopped', [wave('a', 'stopped')], { answer: 'no', because: 'stopped' }],
    [
      'no wave is for Spain',
      [wave('a', 'running', { regions: ['SE'] })],
      { answer: 'no', because: 'no-wave' },
    ],
  ])('%s', (_, waves, verdict) => {
    expect(
      judge(release('3', '2026-06-30', { status: 'rolling out', waves }), { region: 'ES' }),
    ).toMatchObject(verdict);
  });

  test('plans and regions of the whole audience count, too', () => {
    const record = release('3', '2026-06-30', {
      audience: { tiers: ['Pro', 'Enterprise'], regions: ['EEA'] },
    });
    expect(judge(record, { tier: 'pro', region: 'NO' }).answer).toBe('yes');
    expect(judge(record, { tier: 'Free', region: 'NO' })).toMatchObject({
      answer: 'no',
      because: 'not-included',
    });
    expect(judge(record, { region: 'CH' }).answer).toBe('no');
    expect(judge(record, { tier: 'Pro' })).toMatchObject({ answer: 'unknown', missing: ['region'] });
  });
});
