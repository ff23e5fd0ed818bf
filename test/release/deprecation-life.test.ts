import { expect, test } from 'vitest';
import { describeLines } from '../../src/release/compare-line.ts';
import { describeDeprecations } from '../../src/release/deprecation-life.ts';
import type { Release } from '../../src/release/release.ts';
import { change, release } from './records.ts';

const lives = (releases: Release[], today = '2026-05-10') =>
  describeLines(releases).flatMap((line) => describeDeprecations(line, today));
const announced = (removal?: string) =>
  release('1.0.0', '2026-01-01', {
    changes: [change('deprecated', 'Old export', { id: 'd', ...(removal && { removal }) })],
  });

test.each([
  ['2026-05-11', 1, false],
  ['2026-05-10', 0, false],
  ['2026-05', 21, false],
  ['2026-Q2', 51, false],
  ['2026-05-09', undefined, true],
  ['2026-Q1', undefined, true],
  [undefined, undefined, false],
] as const)('days left until %s: %s', (removal, daysLeft, ended) => {
  const [life] = lives([announced(removal)]);
  expect([life?.daysLeft, life?.ended]).toEqual([daysLeft, ended]);
});

test('a removal ends it, by the same id or the same title, and one that was yanked does not', () => {
  const removed = change('removed', 'Old export.', { id: 'r' });
  const taken = release('1.1.0', '2026-02-01', { status: 'yanked', changes: [removed] });
  const stands = release('1.2.0', '2026-03-01', { changes: [removed] });
  expect(lives([announced('2027')])[0]).toMatchObject({ ended: false });
  expect(lives([announced('2027'), taken])[0]?.ended).toBe(false);
  expect(lives([announced('2027'), taken, stands])[0]).toMatchObject({
    ended: true,
    removedBy: { version: '1.2.0' },
  });
});

test('so does the version that was named, once it or a later one is out for everybody', () => {
  const [before, beta, after] = [
    release('1.9.0', '2026-02-01'),
    release('2.0.0-beta.1', '2026-03-01'),
    release('2.1.0', '2026-04-01'),
  ];
  expect(lives([announced('2.0.0'), before, beta])[0]?.ended).toBe(false);
  expect(lives([announced('2.0.0'), before, beta, after])[0]?.removedBy?.version).toBe('2.1.0');
});
