import { describe, expect, it } from 'vitest';
import { messagesOf, planOf } from '../../plans.ts';
import { without } from '../without.ts';

const wanted = [
  {
    goal: 'Tills start at once',
    metrics: [{ name: 'Cold start', unit: 's', baseline: 2.4, target: 1.2, window: 30, segment: 'Kiosks' }],
    achievability: 'A trial reached 1.1 s.',
    relevance: 'Slow start is what people write about.',
    deadline: '2026-07-10',
    milestones: [{ name: 'Trial', date: '2026-05' }, { name: 'Every till' }],
  },
];

describe('objectives', () => {
  it.each([
    [
      'bullets',
      '- **Tills start at once.**\n  - Metric: Cold start\n  - Baseline: 2.4 s\n  - Target: 1.2 s within 30 days\n  - Segment: Kiosks\n  - Achievable because: A trial reached 1.1 s.\n  - Relevant because: Slow start is what people write about.\n  - Deadline: 2026-07-10\n  - Milestones: 2026-05: Trial; Every till',
    ],
    [
      'sub-headings',
      '### Tills start at once\n\n- Metrics:\n  - Cold start\n    - Unit: s\n    - Baseline: 2.4\n    - Target: 1.2\n    - Window: 30 days\n    - Segment: Kiosks\n- Achievable: A trial reached 1.1 s.\n- Relevant: Slow start is what people write about.\n- By when: 2026-07-10\n- Milestones:\n  - Trial by 2026-05\n  - Every till',
    ],
    [
      'a table',
      '| Goal | Metric | Unit | Baseline | Target | Window | Segment | Achievable because | Relevant because | Deadline | Milestones |\n|-|-|-|-|-|-|-|-|-|-|-|\n| Tills start at once | Cold start | s | 2.4 | 1.2 | 30 days | Kiosks | A trial reached 1.1 s. | Slow start is what people write about. | 2026-07-10 | 2026-05: Trial; Every till |',
    ],
  ])('keep each facet apart, written as %s', (_, markdown) => {
    const plan = planOf(`## Release objectives\n\n${markdown}\n`);
    expect(messagesOf(plan)).toEqual([]);
    expect(without('place', plan.values.objectives)).toEqual(wanted);
  });

  it('may have their facets as sections', () => {
    const plan = planOf(
      '## Release objectives\n\n### Specific goals\n\n1. Tills start at once.\n2. Nobody waits.\n\n### Achievability\n\nA trial.\n\n### Timeline\n\n| Milestone | Due |\n|-|-|\n| Trial | 2026-05-01 |\n',
    );
    expect(without('place', plan.values)).toEqual({
      goals: [
        { goal: 'Tills start at once.', metrics: [], milestones: [] },
        { goal: 'Nobody waits.', metrics: [], milestones: [] },
      ],
      achievability: 'A trial.',
      timeline: [{ name: 'Trial', date: '2026-05-01' }],
    });
  });

  it('report a deadline that is no date', () => {
    const plan = planOf('## Objectives\n\n- Faster\n  - Deadline: next summer\n');
    expect(messagesOf(plan)).toEqual([
      'RP121 4:5 Unexpected `next summer` as the deadline of a goal, expected a date such as 2026-11-18',
    ]);
  });
});

describe('milestones', () => {
  it('have their date before, behind or in brackets', () => {
    const plan = planOf(
      '## Objectives\n\n### Timeline\n\n- 2026-05-20: Beta begins\n- Code freeze by 2026-06-01\n- Launch (2026-Q3)\n- Party\n- 2026-02-30 is no day\n',
    );
    expect(without('place', plan.values.timeline)).toEqual([
      { name: 'Beta begins', date: '2026-05-20' },
      { name: 'Code freeze', date: '2026-06-01' },
      { name: 'Launch', date: '2026-Q3' },
      { name: 'Party' },
      { name: '2026-02-30 is no day' },
    ]);
  });
});

describe('validation', () => {
  it('has actuals and mitigations as sections of their own', () => {
    const plan = planOf(
      '## Validation\n\n### Metric actuals\n\n- Cold start: 1.1 s (2026-07-10)\n- **Errors** — 2 %\n\n### Issues and mitigations\n\n- **Tills froze.** Restarted from afar.\n',
    );
    expect(messagesOf(plan)).toEqual([]);
    expect(without('place', plan.values)).toEqual({
      actuals: [
        { metric: 'Cold start', value: 1.1, unit: 's', readOn: '2026-07-10' },
        { metric: 'Errors', value: 2, unit: '%' },
      ],
      mitigations: [{ issue: 'Tills froze', mitigation: 'Restarted from afar.' }],
    });
  });

  it('has them in tables under one heading as well', () => {
    const plan = planOf(
      '## Validation\n\nAll is well.\n\n| Metric | Value | Read on |\n|-|-|-|\n| Cold start | 1,1 s | 2026-07-10 |\n\n| Issue | Mitigation |\n|-|-|\n| Frozen tills | Restart |\n',
    );
    expect(without('place', plan.values.validation)).toEqual({
      text: 'All is well.',
      actuals: [{ metric: 'Cold start', value: 1.1, unit: 's', readOn: '2026-07-10' }],
      mitigations: [{ issue: 'Frozen tills', mitigation: 'Restart' }],
    });
  });
});
