import type { Rule } from './rule.ts';

export const exclusionReason: Rule = {
  code: 'RP020',
  name: 'A reason for what is left out',
  severity: 'warning',
  what: 'Each excluded feature has a reason.',
  why: 'Without the reason, the same question comes back at every review.',
  source: '000',
  fix: 'Add one sentence: “Reason: …”, and when to look at it again.',
  check: (plan) =>
    (plan.values.excluded ?? [])
      .filter(({ reason }) => !reason)
      .map(({ what, place }) => ({ text: `Unexpected exclusion “${what}” without a reason`, place })),
  examples: {
    ok: ['## Excluded features\n\n- **A watch app.** Reason: Too few watches. Revisit: 2028\n'],
    notOk: ['## Excluded features\n\n- **A watch app**\n'],
  },
};
