import { lastDayOf } from '../../release/date.ts';
import { isUpcoming } from '../../release/vocabulary.ts';
import type { Rule } from './rule.ts';

export const pastTarget: Rule = {
  code: 'RP082',
  name: 'A target that has passed',
  severity: 'warning',
  what: 'What is not out yet has a target that still lies ahead.',
  why: 'Delays happen; a date that has passed in silence is what costs trust.',
  source: '001',
  fix: 'Set a new target, or the status `delayed` with a reason; or `released` with its day.',
  check(plan, { today }) {
    const { target, status } = plan.fields;
    if (!target || !status || !isUpcoming(status) || lastDayOf(target) >= today) return [];
    return [
      {
        text: `Unexpected target ${target} in the past, the release is still ${status}`,
        place: plan.places.target,
      },
    ];
  },
  examples: {
    ok: [
      { plan: '---\ntitle: T\nid: t\nstatus: planned\ntarget: 2026-Q4\n---\n', today: '2026-12-31' },
      {
        plan: '---\ntitle: T\nid: t\nstatus: in development\ntarget: 2026-11-21\n---\n',
        today: '2026-11-21',
      },
    ],
    notOk: [
      { plan: '---\ntitle: T\nid: t\nstatus: planned\ntarget: 2026-Q3\n---\n', today: '2026-10-01' },
      {
        plan: '---\ntitle: T\nid: t\nstatus: approved\ntarget: 2026-11-20\n---\n\n## Approvals\n\n- PM: approved, 2026-10-20\n',
        today: '2026-11-21',
      },
    ],
  },
};
