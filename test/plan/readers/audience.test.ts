import { describe, expect, it } from 'vitest';
import { messagesOf, planOf } from '../../plans.ts';
import { without } from '../without.ts';

const PASTED = [
  '• Release 2.1 Target Customers: EU small and mid-size merchants using the web app; internal compliance reviewers.',
  '• Exclusions: US market and legacy desktop client this cycle.',
  '• Rollout: 2-week beta to 200 opt-in merchants, then phased to remaining EU cohort.',
  '• Success Measures: 30% feature adoption in target cohort within 30 days; defect rate under 2% for beta users.',
];

const waves = [
  {
    name: '2-week beta to 200 opt-in merchants',
    cohort: '200 opt-in merchants',
    size: 200,
    duration: 14,
    regions: [],
  },
  { name: 'phased to remaining EU cohort', cohort: 'remaining EU cohort', regions: [] },
];

const metrics = [
  { name: 'feature adoption', target: 30, unit: '%', window: 30, segment: 'target cohort' },
  { name: 'defect rate', comparator: 'less than', target: 2, unit: '%', segment: 'beta users' },
];

describe('target customers', () => {
  it.each([
    ['as pasted, with typed bullets', PASTED.map((line) => `  ${line}`).join('\n')],
    ['as a list', PASTED.map((line) => line.replace('•', '-')).join('\n')],
    ['as lines', PASTED.map((line) => line.replace('• ', '')).join('\\\n')],
  ])('of the example are typed values %s', (_, markdown) => {
    const plan = planOf(`# T\n\n## Target customers\n\n${markdown}\n`);
    expect(messagesOf(plan)).toEqual([]);
    expect(without('place', plan.values.audience)).toEqual({
      segments: ['EU small and mid-size merchants using the web app', 'internal compliance reviewers'],
      include: [
        { text: 'EU small and mid-size merchants using the web app', regions: [], channels: [], tiers: [] },
        { text: 'internal compliance reviewers', regions: [], channels: [], tiers: [] },
      ],
      exclude: [
        { text: 'US market', regions: ['US'], channels: [], tiers: [] },
        { text: 'legacy desktop client this cycle', regions: [], channels: [], tiers: [] },
      ],
      regions: [],
      channels: [],
      tiers: [],
      waves,
      metrics,
    });
  });

  it('of the example are typed values under sub-headings, with their reasons', () => {
    const plan = planOf(
      [
        '# T\n\n## Target customers',
        '### Segments\n\n- **EU merchants.** Small and mid-size shops.\n- Internal compliance reviewers',
        '### Inclusion criteria\n\n- Merchants using the web app\n  - Regions: EU, EEA\n  - Channels: web',
        '### Exclusions\n\n- **US market** because its tax engine is not certified\n- Legacy desktop client\n  - Reason: It cannot show the new screen.',
        '### Rollout waves\n\n1. 2-week beta to 200 opt-in merchants, then phased to remaining EU cohort.',
        '### Success measures\n\n- 30% feature adoption in target cohort within 30 days\n- Defect rate under 2% for beta users',
      ].join('\n\n'),
    );
    expect(messagesOf(plan)).toEqual([]);
    expect(without('place', plan.values)).toEqual({
      segments: [
        { name: 'EU merchants', text: 'Small and mid-size shops.' },
        { name: 'Internal compliance reviewers' },
      ],
      inclusion: [
        { text: 'Merchants using the web app', regions: ['EU', 'EEA'], channels: ['web'], tiers: [] },
      ],
      exclusion: [
        {
          text: 'US market',
          reason: 'its tax engine is not certified',
          regions: ['US'],
          channels: [],
          tiers: [],
        },
        {
          text: 'Legacy desktop client',
          reason: 'It cannot show the new screen.',
          regions: [],
          channels: [],
          tiers: [],
        },
      ],
      waves,
      metrics: [metrics[0], { ...metrics[1], name: 'Defect rate' }],
    });
  });

  it('of a table have sizes', () => {
    const plan = planOf('## Segments\n\n');
    expect(plan.values).toEqual({});
    const table = planOf(
      '## Target audience\n\n### Segments\n\n| Segment | Needs | How many |\n|-|-|-|\n| Kiosks | Speed | 1,200 shops |\n',
    );
    expect(without('place', table.values.segments)).toEqual([{ name: 'Kiosks', text: 'Speed', size: 1200 }]);
  });
});

describe('metrics', () => {
  const read = (markdown: string) => without('place', planOf(`## Metrics\n\n${markdown}\n`).values.metrics);

  it('have a comparator only where one is written', () => {
    expect(
      read('| Metric | Target |\n|-|-|\n| Adoption | 30 % |\n| Errors | ≤ 2 % |\n| Stars | more than 4,5 |'),
    ).toEqual([
      { name: 'Adoption', target: 30, unit: '%' },
      { name: 'Errors', comparator: 'at most', target: 2, unit: '%' },
      { name: 'Stars', comparator: 'more than', target: 4.5 },
    ]);
  });

  it('are read from a table, from labels and from labels of one level', () => {
    const wanted = [
      {
        name: 'Cold start',
        unit: 's',
        baseline: 2.4,
        comparator: 'at most',
        target: 1.2,
        window: 30,
        segment: 'Commuters',
      },
    ];
    expect(
      read(
        '| Metric | Unit | Baseline | Target | Window | Segment |\n|-|-|-|-|-|-|\n| Cold start | s | 2.4 | ≤ 1.2 | 30 days | Commuters |',
      ),
    ).toEqual(wanted);
    expect(
      read(
        '- **Cold start**\n  - Baseline: 2.4 s\n  - Target: at most 1.2 s within 30 days\n  - Segment: Commuters',
      ),
    ).toEqual(wanted);
    expect(
      read(
        '- Metric: Cold start\n- Baseline: 2.4 s\n- Target: at most 1.2 s within a month\n- Segment: Commuters',
      ),
    ).toEqual(wanted);
  });

  it('keep numbers in their names where the target has a place of its own', () => {
    expect(
      read('| Metric | Target |\n|-|-|\n| Rides over 20 minutes | 1,500 |\n| Top 10 lists | – |'),
    ).toEqual([{ name: 'Rides over 20 minutes', target: 1500 }, { name: 'Top 10 lists' }]);
  });
});

describe('a roll-out', () => {
  it('reads “%” as the share of a wave, and no other sign', () => {
    const plan = planOf('## Roll-out\n\n| # | Wave | (%) | ★ |\n|-|-|-|-|\n| 1 | First | 5 | 4 |\n');
    expect(without('place', plan.values.rollout)).toEqual({
      waves: [{ name: 'First', regions: [], share: 5 }],
      flags: [],
    });
  });

  it('has strategy, flags, a way back and waves', () => {
    const plan = planOf(
      '## Roll-out\n\n- Strategy: canary\n- Flags: new-start, new-end\n- Rollback: Turn it off.\n\n| Wave | Who | Share | Regions | State | Start | End | Go on when |\n|-|-|-|-|-|-|-|-|\n| First | 200 shops | 5 % | SE, NO | running | 2026-05-01 | 2026-05-14 | No alarms |\n| All | | 100 | | | 2026-06 | TBD | |\n',
    );
    expect(messagesOf(plan)).toEqual([]);
    expect(without('place', plan.values.rollout)).toEqual({
      strategy: 'canary',
      flags: ['new-start', 'new-end'],
      rollback: 'Turn it off.',
      waves: [
        {
          name: 'First',
          cohort: '200 shops',
          size: 200,
          share: 5,
          regions: ['SE', 'NO'],
          state: 'running',
          start: '2026-05-01',
          end: '2026-05-14',
          exit: 'No alarms',
        },
        { name: 'All', share: 100, regions: [], start: '2026-06' },
      ],
    });
  });

  it('calls a wave that has but a number by what its column is called', () => {
    const rows = '| 1 | Beta testers | 5 % |\n| #2 | Everybody | 100 % |\n| 2026 | Rest | 100 % |';
    const namesUnder = (head: string) =>
      planOf(
        `# T\n\n## Roll-out\n\n| ${head} | Cohort | Share |\n| - | - | - |\n${rows}\n`,
      ).values.rollout?.waves.map(({ name }) => name);
    expect(namesUnder('Wave')).toEqual(['Wave 1', 'Wave 2', '2026']);
    expect(namesUnder('Ring')).toEqual(['Ring 1', 'Ring 2', '2026']);
    expect(namesUnder('#')).toEqual(['1', '\\#2', '2026']);
  });

  it('under sub-headings has a wave for each', () => {
    const plan = planOf('## Roll-out\n\n### Beta\n\n- Share: 5 %\n\n### Everybody\n\n- Share: 100 %\n');
    expect(without('place', plan.values.rollout)).toMatchObject({
      waves: [
        { name: 'Beta', share: 5 },
        { name: 'Everybody', share: 100 },
      ],
    });
  });

  it('in one sentence has the waves that it tells, and a remark is none', () => {
    const plan = planOf('## Roll-out\n\nWe watch it closely.\n\n5 % for a week, then everybody.\n');
    expect(without('place', plan.values.rollout)).toEqual({
      waves: [
        { name: '5 % for a week', share: 5, duration: 7, regions: [] },
        { name: 'everybody', regions: [] },
      ],
      flags: [],
    });
    expect(messagesOf(plan)).toEqual([
      'RP124 3:1 Unexpected text beside the items of “Roll-out”: “We watch it closely.”',
    ]);
  });

  it('reports a misspelt state and a date that is none', () => {
    const plan = planOf(
      '## Waves\n\n| Wave | State | Start |\n|-|-|-|\n| One | runing | soon |\n| Two | live | 2026-02-30 |\n',
    );
    expect(messagesOf(plan)).toEqual([
      'RP120 5:9 Unknown state of a wave `runing`; did you mean `running`?',
      'RP121 5:18 Unexpected `soon` as the start of a wave, expected a date such as 2026-11-18',
      'RP121 6:16 Unexpected `2026-02-30` as the start of a wave, expected a date such as 2026-11-18',
    ]);
    expect(plan.values.waves?.map((wave) => wave.state)).toEqual([undefined, 'running']);
  });
});
