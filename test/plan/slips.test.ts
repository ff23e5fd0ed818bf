import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/plan/check-plan.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';
import { contextOf } from './context.ts';

/** Tables without the spaces that only line up their columns. */
const text = readFileSync('test/fixtures/plans/statements.md', 'utf8').replace(/^\|.*$/gm, (row) =>
  row.replace(/ {2,}/g, ' '),
);
const site = {
  ...testSite,
  products: [...testSite.products, { id: 'merchant-portal', name: 'Merchant portal' }],
};
const before = planOf(
  '---\ntitle: S\nid: s\nproduct: merchant-portal\nversion: "2.0"\nreleased: 2026-02-24\n---\n',
  'b.md',
  site,
);

function check(markdown: string): string[] {
  const plan = planOf(markdown, 'plans/statements.md', site);
  checkPlan(plan, contextOf(plan, { settings: { site }, plans: [before, plan] }));
  return messagesOf(plan).map((message) => message.replace(/^(RP\d{3}) (?:\d+:\d+ )?/, '$1 '));
}

/** One slip of the pen each, in a plan that is otherwise whole: the code that must find it, and find it alone. */
const slips: [string, string | RegExp, string][] = [
  ['RP001', '| A/R | C | R | C | C | I | C | C |', '| A/R | C | A | C | C | I | C | C |'],
  ['RP001', '| A/R | C | R | C | C | I | C | C |', '| R | C | R | C | C | I | C | C |'],
  ['RP002', '| C | I | A | R | I | I | I | I |', '| C | I | A | C | I | I | I | I |'],
  [
    'RP003',
    '| Activity | Product manager | Release manager |',
    '| Activity | Product manager | Relaese manager |',
  ],
  ['RP010', /\n {2}- Achievable because: 41.*/, ''],
  ['RP010', /\n {2}- Metric: Feature[\s\S]*?(?=\n {2}- Achievable)/, ''],
  ['RP010', '  - Deadline: 2027-01-31\n', ''],
  ['RP011', '| Feature adoption in the target cohort | % | 0 | ≥ 30 |', '| Make it faster | % | 0 | |'],
  ['RP011', '  - Baseline: 0 %\n  - Target: 30 % within 30 days\n', ''],
  ['RP020', '| Banks in three countries need a new mandate for it |', '| |'],
  ['RP021', '| Choosing the day of a payout |', '| Question a line |'],
  ['RP022', '| Statements with a difference | 0 of 2,640 |', '| | good |'],
  ['RP030', /### Inclusion criteria[\s\S]*?(?=### Exclusion)/, ''],
  ['RP031', /\n {2}- Reason: It cannot show.*/, ''],
  ['RP032', '  - Regions: US\n', '  - Regions: EU\n'],
  ['RP033', '| 14 days | EU small and mid-size merchants |', '| 14 days | |'],
  ['RP034', '| EU small and mid-size merchants | Imports', '| Department stores | Imports'],
  ['RP035', /legal( counsel)?|compliance/gi, 'Other'],
  ['RP040', '| 33 % | EU | planned |', '| 5 % | EU | planned |'],
  ['RP040', '2026-11-30 | 2026-12-13', '2026-11-20 | 2026-12-13'],
  ['RP040', '2026-11-30 | 2026-12-13', '2026-11-30 | '],
  ['RP040', '2026-11-30 | 2026-12-13', '2026-11-30 | 2026-11-12'],
  [
    'RP041',
    /- Strategy: canary([\s\S]*?)### Feature flags[\s\S]*?(?=### Rollback)/,
    '- Strategy: blue/green$1',
  ],
  ['RP042', /- Strategy: canary([\s\S]*?)### Rollback[\s\S]*?(?=## FAQ)/, '- Strategy: big bang$1'],
  [
    'RP050',
    '## FAQ',
    '## Maintenance window\n\n- Start: 2026-12-01 02:00\n- End: 2026-12-01 03:00\n\n## FAQ',
  ],
  [
    'RP051',
    '## FAQ',
    '## Maintenance window\n\n- Start: 2026-12-01 04:00\n- End: 2026-12-01 03:00\n- Zone: UTC\n\n## FAQ',
  ],
  ['RP060', /## Approvals[\s\S]*?(?=## Risks)/, ''],
  ['RP060', '| Legal counsel | approved | 2026-11-03 |', '| Legal counsel | pending | |'],
  ['RP061', '2026-11-06', '2026-11-14'],
  ['RP061', '2026-11-06', '2026-10-06'],
  ['RP062', '| published |', '| draft |'],
  ['RP070', /version: .2\.1./, 'version: "1.8"'],
  ['RP070', /version: .2\.1./, 'version: "2.0"'],
  [
    'RP080',
    /status: rolling out([\s\S]*?)The portal|status: rolling out/,
    'status: planned\nsummary: In March 2027.',
  ],
  ['RP081', 'status: rolling out', 'status: released\nhorizon: now'],
  ['RP082', 'status: rolling out', 'status: in development\ntarget: 2026-10-01'],
  ['RP090', '  - Epic: MERCH-80\n  - Story: MERCH-85\n', ''],
  ['RP100', /(## Strategic alignment\n\n).*/, '$1TBD'],
  ['RP104', 'product: merchant-portal\n', ''],
  ['RP104', 'released: 2026-11-16\n', ''],
  ['RP105', 'id: mp-6y3k9r\n', ''],
  ['RP106', 'status: rolling out', 'status: paused'],
  ['RP120', 'status: rolling out', 'status: roling out'],
  ['RP121', /version: .2\.1./, 'version: 2.1'],
  ['RP101', '## FAQ', '## Risks\n\n- **Late.** Hurry.\n\n## FAQ'],
  ['RP102', '## Known issues', '## Knwon issues'],
];

describe('a plan that is whole', () => {
  it('has nothing wrong with it', () => {
    expect(check(text)).toEqual([]);
  });

  it.each(slips)('with a slip is found by %s alone (%#)', (code, found, changed) => {
    const slipped = text.replace(found, changed);
    expect(slipped).not.toBe(text);
    const messages = check(slipped);
    expect([...new Set(messages.map((message) => message.slice(0, 5)))], messages.join('\n')).toEqual([code]);
  });
});
