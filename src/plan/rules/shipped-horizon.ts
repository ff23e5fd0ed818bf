import type { Rule } from './rule.ts';
import { hasStatus } from '../facts.ts';

export const shippedHorizon: Rule = {
  code: 'RP081',
  name: 'Shipped is not to come',
  severity: 'warning',
  what: 'A release that is out, or called off, has no place under now, next or later.',
  why: 'A roadmap with things on it that are done is a roadmap that nobody keeps.',
  source: '001',
  fix: 'Delete the field `horizon`; “recently shipped” shows the release by itself.',
  check(plan) {
    const { horizon, status } = plan.fields;
    const isOver = hasStatus(plan, 'released', 'rolled back', 'yanked', 'cancelled', 'end of life');
    if (!horizon || !isOver) return [];
    return [
      {
        text: `Unexpected horizon \`${horizon}\` of a release that is ${status}`,
        place: plan.places.horizon,
      },
    ];
  },
  examples: {
    ok: ['---\ntitle: T\nid: t\nstatus: planned\nhorizon: next\n---\n'],
    notOk: [
      '---\ntitle: T\nid: t\nstatus: released\nreleased: 2026-11-01\nhorizon: now\n---\n\n## Approvals\n\n- PM: approved, 2026-10-20\n',
    ],
  },
};
