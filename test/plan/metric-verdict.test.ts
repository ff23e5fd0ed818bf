import { expect, test } from 'vitest';
import { judgeMetric } from '../../src/plan/metric-verdict.ts';

test.each([
  [{ target: 30 }, { value: 30 }, 'met'],
  [{ target: 30 }, { value: 29 }, 'missed'],
  [{ baseline: 2.4, target: 1.2 }, { value: 1.1 }, 'met'],
  [{ baseline: 2.4, target: 1.2 }, { value: 1.3 }, 'missed'],
  [{ target: 5, comparator: 'less than' as const }, { value: 5 }, 'missed'],
  [{ target: 5, unit: 's' }, { value: 4, unit: 'ms' }, 'in another unit'],
  [{}, { value: 4 }, 'without a target'],
  [{ target: 5 }, undefined, 'not read'],
])('%j with %j is %s', (metric, actual, verdict) => {
  expect(judgeMetric({ name: 'M', ...metric }, actual && { metric: 'm', ...actual })).toBe(verdict);
});
