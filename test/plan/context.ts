import type { Plan } from '../../src/plan/plan.ts';
import type { Example, PlanContext } from '../../src/plan/rules/rule.ts';
import { planOf, testSite } from '../plans.ts';

const FRONT = '---\ntitle: Faster tills\nid: faster-tills\nstatus: planned\n---\n\n';

export function contextOf(plan: Plan, change: Partial<PlanContext> = {}): PlanContext {
  return { settings: { site: testSite }, plans: [plan], initiatives: [], today: '2026-11-21', ...change };
}

/** A rule's example as a plan among its neighbours. */
export function readExample(example: Example): { plan: Plan; context: PlanContext } {
  const told = typeof example === 'string' ? { plan: example } : example;
  const plan = planOf(told.plan.startsWith('---') ? told.plan : FRONT + told.plan);
  const others = (told.others ?? []).map((other, index) => planOf(other, `plans/other-${index}.md`));
  return {
    plan,
    context: contextOf(plan, {
      settings: { site: testSite, ...told.settings },
      plans: [plan, ...others],
      ...(told.today && { today: told.today }),
      ...(told.previous && { previousStatus: new Map([[plan.fields.id ?? '', told.previous]]) }),
    }),
  };
}
