import { isMaterialReady } from '../launch.ts';
import type { Rule } from './rule.ts';
import { hasStatus, placeOfSection } from '../facts.ts';

export const materialsReady: Rule = {
  code: 'RP062',
  name: 'Materials ready',
  severity: 'warning',
  what: 'An approved feature has all its materials ready, and one that is rolling out has at least one.',
  why: 'The roll-out begins when the materials are complete: they are what customers find when they look for help.',
  source: '003',
  fix: 'Finish the material and set its state to ready or published; or cancel it.',
  check(plan) {
    const { materials } = plan.values;
    if (!materials || !hasStatus(plan, 'approved', 'rolling out')) return [];
    const wanted = materials.filter(({ state }) => state !== 'cancelled');
    const open = wanted.filter((material) => !isMaterialReady(material));
    if (hasStatus(plan, 'rolling out') && open.length < wanted.length) return [];
    const place = placeOfSection(plan, 'materials');
    if (wanted.length === 0)
      return [{ text: `Unexpected ${plan.fields.status} plan without materials`, place }];
    return open.map(({ title, state, place: own }) => ({
      text: `Unexpected material “${title}” that is ${state ?? 'in no state'} in a plan that is ${plan.fields.status}, expected ready or published`,
      place: own ?? place,
    }));
  },
  examples: {
    ok: [
      '---\ntitle: T\nid: t\nstatus: approved\n---\n\n## Approvals\n\n- PM: approved, 2026-11-02\n\n## Marketing materials\n\n- Guide\n  - State: ready\n- Film\n  - State: cancelled\n',
    ],
    notOk: [
      '---\ntitle: T\nid: t\nstatus: approved\n---\n\n## Approvals\n\n- PM: approved, 2026-11-02\n\n## Marketing materials\n\n- Guide\n  - State: draft\n',
    ],
  },
};
