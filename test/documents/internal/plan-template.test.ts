import { describe, expect, it } from 'vitest';
import { renderTemplate } from '../../../src/documents/internal/plan-template.ts';
import { checkPlan } from '../../../src/plan/check-plan.ts';
import { getCompleteness } from '../../../src/plan/completeness.ts';
import { profiles } from '../../../src/plan/profiles.ts';
import { contextOf } from '../../plan/context.ts';
import { planOf } from '../../plans.ts';

describe.each(profiles)('a new plan for a %s', (profile) => {
  const plan = planOf(
    renderTemplate({ title: 'Yes: faster #1', id: 'a1b2c3', profile, product: 'till', version: '1.10' }),
  );

  it('is 0 % complete and says nothing', () => {
    expect(getCompleteness(plan).percent).toBe(0);
    expect(plan.values).toEqual({});
    expect(plan.unknown).toEqual([]);
  });

  it('has its fields', () => {
    expect(plan.fields).toEqual({
      title: 'Yes: faster #1',
      id: 'a1b2c3',
      profile,
      product: 'till',
      version: '1.10',
      status: 'draft',
      visibility: 'internal',
    });
  });

  it('checks with nothing but what is unfilled', () => {
    checkPlan(plan, contextOf(plan));
    expect(new Set(plan.file.messages.map((message) => message.ruleId))).toEqual(new Set(['RP100']));
    expect(plan.file.messages).toHaveLength(getCompleteness(plan).sections.length);
  });
});
