import type { Rule } from './rule.ts';
import { hasRollback, placeOfSection, strategyOf } from '../facts.ts';

export const wayBack: Rule = {
  code: 'RP042',
  name: 'A way back',
  severity: 'warning',
  what: 'A strategy that reaches everybody at once has a rollback.',
  why: 'Shadow, rolling and canary can be stopped half way. The others cannot, and the night is no time to find out how.',
  source: '003',
  fix: 'Write under “Rollback” what makes you go back, who decides, and how it is done.',
  check(plan) {
    const strategy = strategyOf(plan);
    const isCareful = /shadow|seamless|canary|rolling|ramped|phased|staged|gradual/i.test(strategy ?? '');
    if (!strategy || isCareful || hasRollback(plan)) return [];
    return [
      {
        text: `Unexpected strategy “${strategy}” without a rollback`,
        place: placeOfSection(plan, 'strategy', 'rollout'),
      },
    ];
  },
  examples: {
    ok: [
      '## Roll-out\n\n- Strategy: standalone package\n- Rollback: Put the old package back on the shelf.\n',
      '## Roll-out\n\n- Strategy: rolling\n',
    ],
    notOk: ['## Roll-out\n\n- Strategy: standalone package\n', '## Roll-out\n\n- Strategy: big bang\n'],
  },
};
