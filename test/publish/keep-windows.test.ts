import { describe, expect, test } from 'vitest';
import { keepWindows, type WrittenWindow } from '../../src/publish/keep-windows.ts';
import type { Release } from '../../src/release/release.ts';

const now = new Date('2026-11-21T12:00:00Z');
const release = { id: 'move', status: 'planned' } as const;
type Windows = ReturnType<typeof keepWindows>;

/** A window of some hours from midnight on. */
const at = (day: string, more: Partial<WrittenWindow> = {}, hours = 2): WrittenWindow => ({
  start: `${day}T00:00:00Z`,
  end: `${day}T0${hours}:00:00Z`,
  zone: 'Etc/UTC',
  ...more,
});

function keep(written: WrittenWindow[], previous?: Windows, status: Release['status'] = 'planned'): Windows {
  return keepWindows({ ...release, status }, written, previous && { ...previous, status: 'planned' }, now);
}

/** The numbers of the windows that are on, how often each was moved, and the numbers of those that were called off. */
function told({ maintenance = [], cancelledMaintenance = [] }: Windows): [string[], string[]] {
  const tell = ({ id, revision = 0 }: { id: string; revision?: number }) => `${id} ${revision}`;
  return [maintenance.map(tell), cancelledMaintenance.map(tell)];
}

describe('a window that is written', () => {
  test('and was not before has the next number', () => {
    expect(keep([])).toStrictEqual({});
    expect(keep([at('2026-12-01')])).toStrictEqual({ maintenance: [{ id: 'move-m1', ...at('2026-12-01') }] });
    const long = keepWindows({ ...release, id: 'p'.repeat(64) }, [at('2026-12-01')], undefined, now);
    expect(long.maintenance?.[0]?.id).toBe(`${'p'.repeat(56)}-m1`);
  });

  test('is the one with both its times, and a moved one with one of them', () => {
    const before = keep([at('2026-12-01'), at('2026-12-02')]);
    expect(told(keep([at('2026-12-02'), at('2026-12-01')], before))).toEqual([
      ['move-m2 0', 'move-m1 0'],
      [],
    ]);
    const one = keep([at('2026-12-01')]);
    expect(told(keep([at('2026-12-01', {}, 3)], one))).toEqual([['move-m1 1'], []]);
    expect(told(keep([at('2026-12-01', { start: '2026-12-01T01:00:00Z' })], one))).toEqual([
      ['move-m1 1'],
      [],
    ]);
  });

  test.each<[string, Partial<WrittenWindow>, Partial<WrittenWindow>, number, number]>([
    ['of the same things', { affected: ['Map'] }, { affected: ['Login'] }, 2, 2],
    ['of the same effect', { impact: 'Slow' }, { impact: 'Down' }, 2, 2],
    ['of the same length', {}, {}, 2, 3],
    [
      'of the same things before one of the same length',
      { affected: ['Map'] },
      { affected: ['Login'] },
      3,
      2,
    ],
    ['of the same effect before one of the same length', { impact: 'Slow' }, { impact: 'Down' }, 3, 2],
  ])('is the one %s, however far it was moved', (_, own, others, ownHours, otherHours) => {
    const before = keep([at('2026-12-01', own, ownHours), at('2026-12-10', others, otherHours)]);
    const moved = at('2026-12-11', own, 2);
    expect(told(keep([moved], before))).toEqual([['move-m1 1'], ['move-m2 1']]);
    const turned = keep([at('2026-12-10', others, otherHours), at('2026-12-01', own, ownHours)]);
    expect(told(keep([moved], turned))).toEqual([['move-m2 1'], ['move-m1 1']]);
  });

  test.each([
    ['2026-12-18', 2],
    ['2026-12-03', 1],
  ])('is the nearest of those that are alike: of %s no. %i', (day, number) => {
    const other = 3 - number;
    expect(told(keep([at(day)], keep([at('2026-12-01'), at('2026-12-20')])))).toEqual([
      [`move-m${number} 1`],
      [`move-m${other} 1`],
    ]);
    expect(told(keep([at(day)], keep([at('2026-12-20'), at('2026-12-01')])))).toEqual([
      [`move-m${other} 1`],
      [`move-m${number} 1`],
    ]);
  });

  test('leaves an old one to another that is nearer to it, wherever it stands', () => {
    const before = keep([at('2026-12-10')]);
    expect(told(keep([at('2026-12-20'), at('2026-12-11')], before))).toEqual([
      ['move-m2 0', 'move-m1 1'],
      [],
    ]);
    expect(told(keep([at('2026-12-11'), at('2026-12-20')], before))).toEqual([
      ['move-m1 1', 'move-m2 0'],
      [],
    ]);
  });

  test('is one that was called off only at the same times, and then it is on again', () => {
    const off = keep([], keep([at('2026-12-01')]));
    expect(told(off)).toEqual([[], ['move-m1 1']]);
    expect(told(keep([at('2026-12-02')], off))).toEqual([['move-m2 0'], ['move-m1 1']]);
    expect(told(keep([at('2026-12-01')], off))).toEqual([['move-m1 2'], []]);
  });

  test('counts up when its release is called off', () => {
    expect(told(keep([at('2026-12-01')], keep([at('2026-12-01')]), 'cancelled'))).toEqual([
      ['move-m1 1'],
      [],
    ]);
  });
});

describe('a window that is not written any more', () => {
  test('is history where it is over, to the moment', () => {
    const end = (moment: string) => keep([at('2026-11-21', { end: moment })]);
    expect(keep([], end('2026-11-21T12:00:00.000Z'))).toStrictEqual({});
    expect(told(keep([], end('2026-11-21T12:00:00.001Z')))).toEqual([[], ['move-m1 1']]);
    const over = end('2026-11-21T12:00:00.000Z');
    expect(told(keep([at('2026-12-01')], over))).toEqual([['move-m2 0'], []]);
  });

  test('stays called off with nothing but its time, by its number', () => {
    const all = [at('2026-12-01'), at('2026-12-02'), at('2026-12-03', { impact: 'Slow', affected: ['Map'] })];
    const first = keep(all.slice(1), keep(all));
    const second = keep([], first);
    expect(told(second)).toEqual([[], ['move-m1 1', 'move-m2 1', 'move-m3 1']]);
    expect(second.cancelledMaintenance?.[2]).toStrictEqual({
      id: 'move-m3',
      ...at('2026-12-03'),
      revision: 1,
    });
  });
});
