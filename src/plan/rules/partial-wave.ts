import type { Rule } from './rule.ts';
import { flagsOf, strategyOf, wavesOf } from '../facts.ts';

export const partialWave: Rule = {
  code: 'RP041',
  name: 'A way to split',
  severity: 'warning',
  what: 'A wave for a part of the customers has a feature flag, or a strategy that splits: canary or rolling.',
  why: 'Without a switch, the first customer who gets it is everybody.',
  source: '003',
  fix: 'Name the flag under “Feature flags”, or the strategy under “Roll-out”.',
  check(plan) {
    const partial = wavesOf(plan).find(({ share }) => share !== undefined && share < 100);
    if (!partial || flagsOf(plan).length > 0) return [];
    if (/canary|rolling|ramped|phased|staged|gradual/i.test(strategyOf(plan) ?? '')) return [];
    return [
      {
        text: `Unexpected wave “${partial.name}” for ${partial.share} % without a feature flag or a strategy that splits`,
        place: partial.place,
      },
    ];
  },
  examples: {
    ok: [
      '## Roll-out\n\n- Strategy: canary\n\n### Waves\n\n| Wave | Share |\n| --- | --- |\n| One | 5 % |\n| All | 100 % |\n',
      '## Waves\n\n| Wave | Share |\n| --- | --- |\n| One | 5 % |\n| All | 100 % |\n\n## Feature flags\n\n- new-start\n',
    ],
    notOk: ['## Waves\n\n| Wave | Share |\n| --- | --- |\n| One | 5 % |\n| All | 100 % |\n'],
  },
};
