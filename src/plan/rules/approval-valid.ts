import { compareFingerprint } from '../fingerprint.ts';
import type { Plan } from '../plan.ts';
import { HISTORY } from '../profiles.ts';
import type { Finding, Rule } from './rule.ts';
import { approvalsOf, hasStatus, placeOfSection } from '../facts.ts';

export const approvalValid: Rule = {
  code: 'RP060',
  name: 'An approval that holds',
  severity: 'warning',
  what: 'A plan that goes out has been approved, by everybody who was asked, as it stands now.',
  why: 'An approval is about the scope, the schedule and the audience of that day. What changed since, nobody agreed to.',
  source: '003',
  fix: 'Ask again: `slipway approve` writes an approval with the fingerprint of what is approved.',
  check: (plan) => [...checkThere(plan), ...checkVoid(plan)],
  examples: {
    ok: [
      '---\ntitle: T\nid: t\nstatus: approved\n---\n\n## Approvals\n\n- PM: approved, 2026-11-02\n',
      '---\ntitle: T\nid: t\nprofile: history\nstatus: released\n---\n',
      '---\ntitle: T\nid: t\nstatus: planned\n---\n\n## Approvals\n\n- PM: pending\n',
    ],
    notOk: [
      '---\ntitle: T\nid: t\nstatus: approved\n---\n\n## Summary\n\nText\n',
      '---\ntitle: T\nid: t\nstatus: rolling out\n---\n\n## Approvals\n\n- PM: approved, 2026-11-02\n- Legal: rejected\n',
      '---\ntitle: T\nid: t\nstatus: approved\n---\n\n## Bug fixes\n\n- One\n\n## Approvals\n\n| Role | Decision | Date | Fingerprint |\n| --- | --- | --- | --- |\n| PM | approved | 2026-11-02 | plan:abcd fixes:abcdef.ab |\n',
    ],
  },
};

function checkThere(plan: Plan): Finding[] {
  const isHistory = plan.fields.profile === HISTORY;
  if (isHistory || !hasStatus(plan, 'approved', 'rolling out', 'released')) return [];
  const approvals = approvalsOf(plan);
  const open = approvals.filter(({ decision }) => decision !== 'approved');
  if (approvals.length === 0) {
    const place = placeOfSection(plan, 'approvals') ?? plan.places.status;
    return [
      {
        text: `Unexpected plan that is ${plan.fields.status} without an approval`,
        place,
        hint: 'Ask whoever decides, and let `slipway approve` write it down; or say `profile: history` where it is long done.',
      },
    ];
  }
  return open.map(({ role, decision = 'pending', place }) => ({
    text: `Unexpected approval of “${role}” that is ${decision} in a plan that is ${plan.fields.status}`,
    place,
  }));
}

function checkVoid(plan: Plan): Finding[] {
  return approvalsOf(plan).flatMap(({ role, decision, fingerprint }) => {
    if (!fingerprint || decision !== 'approved') return [];
    return compareFingerprint(plan, fingerprint).map(({ text, place }) => ({
      text: `Void approval of “${role}”: ${text}`,
      place,
    }));
  });
}
