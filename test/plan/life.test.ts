import { describe, expect, it } from 'vitest';
import { canMove, getMoves } from '../../src/plan/life.ts';
import { isShipped, isUpcoming, statuses } from '../../src/release/vocabulary.ts';

describe('the life of a plan', () => {
  it('lets every status stay, and never names itself as a move', () => {
    for (const status of statuses) {
      expect(canMove(status, status)).toBe(true);
      expect(getMoves(status)).not.toContain(status);
    }
  });

  it('reaches every status from a draft', () => {
    const reached = new Set(['draft']);
    for (const from of reached) for (const to of getMoves(from as (typeof statuses)[number])) reached.add(to);
    expect([...reached].toSorted()).toEqual([...statuses].toSorted());
  });

  it('lets nothing that customers had become a plan again, unless it was taken back from them', () => {
    for (const from of statuses.filter(isShipped)) {
      const back = getMoves(from).filter((to) => isUpcoming(to) || to === 'draft');
      expect(back.length > 0, from).toBe(from === 'paused' || from === 'rolled back');
    }
  });

  it('ends at the end of life', () => {
    expect(getMoves('end of life')).toEqual([]);
    expect(canMove('yanked', 'released')).toBe(false);
  });
});
