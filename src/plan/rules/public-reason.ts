import { statusesWithReason } from '../../release/vocabulary.ts';
import type { Rule } from './rule.ts';
import { hasStatus } from '../facts.ts';

export const publicReason: Rule = {
  code: 'RP106',
  name: 'A reason for readers',
  severity: 'warning',
  what: 'A public plan that is delayed, paused, rolled back, yanked, cancelled or at its end says why.',
  why: 'Bad news with a reason is news; without one it is a rumour.',
  source: '001',
  fix: 'Add `reason:` with a sentence for customers.',
  check: (plan) =>
    plan.fields.visibility === 'public' && !plan.fields.reason && hasStatus(plan, ...statusesWithReason)
      ? [
          {
            text: `Unexpected plan that is ${plan.fields.status} without a reason for readers`,
            place: plan.places.status,
          },
        ]
      : [],
  examples: {
    ok: [
      '---\ntitle: T\nid: t\nproduct: till\nstatus: delayed\nreason: The printer maker needs three more weeks.\nvisibility: public\n---\n',
      '---\ntitle: T\nid: t\nproduct: till\nstatus: delayed\n---\n',
    ],
    notOk: ['---\ntitle: T\nid: t\nproduct: till\nstatus: delayed\nvisibility: public\n---\n'],
  },
};
