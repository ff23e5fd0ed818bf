import { describe, expect, test } from 'vitest';
import { isTurned, keepDates } from '../../src/publish/keep-dates.ts';

const planned = (expected?: string) => ({ status: 'planned' as const, ...(expected && { expected }) });
const shipped = (released: string) => ({ status: 'released' as const, released });
const off = (expected?: string) => ({ status: 'cancelled' as const, ...(expected && { expected }) });

describe('how often a day moved', () => {
  test('is nothing at the first time, and while it stays', () => {
    expect(keepDates(planned('2026-12'), undefined, 'month')).toBeUndefined();
    expect(keepDates(planned('2026-12'), planned('2026-12'), 'month')).toBeUndefined();
    expect(keepDates(planned(), planned(), 'month')).toBeUndefined();
    // Nobody had it in a calendar yet.
    expect(keepDates(planned('2026-12'), planned(), 'month')).toBeUndefined();
    expect(keepDates(off(), planned(), 'month')).toBeUndefined();
  });

  test('is counted from one publication to the next', () => {
    expect(keepDates(planned('2027-01'), planned('2026-12'), 'month')).toEqual({ revision: 1 });
    const twice = { ...planned('2026-12'), dates: { revision: 2 } };
    expect(keepDates(planned('2027-01'), twice, 'month')).toEqual({ revision: 3 });
    expect(keepDates(planned('2026-12'), twice, 'month')).toEqual({ revision: 2 });
  });

  test('counts the day on which it came before the one on which it was expected', () => {
    expect(keepDates(shipped('2026-12-03'), planned('2026-12'), 'month')).toEqual({ revision: 1 });
    const both = { ...shipped('2026-12-03'), expected: '2026-11' };
    expect(keepDates(shipped('2026-12-03'), both, 'month')).toBeUndefined();
  });

  test('counts being called off, and taken up again', () => {
    expect(keepDates(off('2026-12'), planned('2026-12'), 'month')).toEqual({ revision: 1 });
    expect(keepDates(planned('2026-12'), off('2026-12'), 'month')).toEqual({ revision: 1 });
    expect(keepDates(off('2026-12'), off('2026-12'), 'month')).toBeUndefined();
  });
});

describe('a day that is told no more', () => {
  test('is kept as long as none is told, for those who have it', () => {
    const silent = keepDates(planned(), planned('2026-12'), 'month');
    expect(silent).toEqual({ revision: 1, withdrawn: '2026-12' });
    expect(keepDates(planned(), { ...planned(), dates: silent }, 'month')).toEqual({
      revision: 1,
      withdrawn: '2026-12',
    });
    expect(keepDates(planned('2027-03'), { ...planned(), dates: silent }, 'month')).toEqual({ revision: 2 });
    expect(keepDates(off(), { ...planned(), dates: silent }, 'month')).toEqual({
      revision: 2,
      withdrawn: '2026-12',
    });
  });

  test('is kept no more precisely than the site tells days now', () => {
    expect(keepDates(planned(), shipped('2026-12-03'), 'month')?.withdrawn).toBe('2026-12');
    expect(keepDates(planned(), planned('2026-12'), 'quarter')).toEqual({
      revision: 1,
      withdrawn: '2026-Q4',
    });
    expect(keepDates(planned(), planned('2026-12'), 'never')).toEqual({ revision: 1 });
  });
});

test('something is turned where it is called off or taken up, not where it is new', () => {
  expect(isTurned(off(), planned())).toBe(true);
  expect(isTurned(planned(), off())).toBe(true);
  expect(isTurned(off(), off())).toBe(false);
  expect(isTurned(planned(), shipped('2026-12-03'))).toBe(false);
  expect(isTurned(off(), undefined)).toBe(false);
  expect(isTurned(planned(), undefined)).toBe(false);
});
