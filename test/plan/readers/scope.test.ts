import { describe, expect, it } from 'vitest';
import { messagesOf, planOf } from '../../plans.ts';
import { without } from '../without.ts';

describe('changes', () => {
  const wanted = {
    kind: 'added',
    title: 'Quick start',
    text: 'In two seconds.',
    purpose: 'No queue.',
    component: 'Till',
    links: [{ title: 'How', url: 'https://help.example.com/' }],
    epics: [],
    stories: ['T-1', 'T-2'],
    points: '5',
  };

  it('are the same as bullets, as sub-headings and as a table', () => {
    const bullets = planOf(
      '## New features\n\n- **Quick start.** In two seconds.\n  - Purpose: No queue.\n  - Component: Till\n  - Link: [How](https://help.example.com/)\n  - Stories: T-1, T-2\n  - Points: 5\n',
    );
    const headings = planOf(
      '## New features\n\n### Quick start\n\nIn two seconds.\n\nPurpose: No queue.\nComponent: Till\nLink: [How](https://help.example.com/)\nStories: T-1, T-2\nPoints: 5\n',
    );
    const table = planOf(
      '## New features\n\n| Feature | Description | Purpose | Component | Link | Stories | Points |\n|-|-|-|-|-|-|-|\n| Quick start | In two seconds. | No queue. | Till | [How](https://help.example.com/) | T-1, T-2 | 5 |\n',
    );
    for (const plan of [bullets, headings, table]) {
      expect(without('place', plan.values.included)).toEqual([wanted]);
      expect(messagesOf(plan)).toEqual([]);
    }
  });

  it('keep what their author wrote in words: ids, breaking, what to do', () => {
    const plan = planOf(
      '## Improvements\n\n- Breaking: **Keys** are longer {#long-keys}\n  - Action required: Print new ones.\n- Receipts are shorter (breaking)\n- Plain — with a text behind a dash\n',
    );
    expect(without('place', plan.values.improvements)).toMatchObject([
      { id: 'long-keys', title: '**Keys** are longer', breaking: true, action: 'Print new ones.' },
      { title: 'Receipts are shorter', breaking: true },
      { title: 'Plain', text: 'with a text behind a dash' },
    ]);
  });

  it('say where something stands that nobody will see', () => {
    const plan = planOf(
      '## Bug fixes\n\nSome words before.\n\n| Fix | Weather | Component |\n| --- | --- | --- |\n| Receipts | 300 | Till |\n| | 200 | Till |\n',
    );
    expect(plan.values.fixes?.map((change) => change.title)).toEqual(['Receipts']);
    expect(messagesOf(plan)).toEqual([
      'RP124 3:1 Unexpected text beside the items of “Bug fixes”: “Some words before.”',
      'RP125 3:1 Unknown column “Weather” in “Bug fixes”',
      'RP126 8:1 Unexpected item without a title in “Bug fixes”',
    ]);
  });
});

describe('“None” in a list', () => {
  it.each(['None', 'None.', '- None', 'n/a', '| Change |\n| --- |\n| None |'])('is no item: %j', (none) => {
    const plan = planOf(
      `## Breaking changes\n\n${none}\n\n## Excluded features\n\n${none}\n\n## Components\n\n${none}\n\n## Waves\n\n${none}\n\n## Before you upgrade\n\n${none}\n\n## Feature flags\n\n${none}\n\n## Exclusion criteria\n\n${none}\n`,
    );
    expect(plan.values).toEqual({
      breaking: [],
      excluded: [],
      components: [],
      waves: [],
      upgrade: [],
      flags: [],
      exclusion: [],
    });
    expect(messagesOf(plan)).toEqual([]);
  });

  it('is Norway where regions are listed', () => {
    const plan = planOf('## Target audience\n\n- Shops\n  - Regions: SE, NO\n');
    expect(plan.values.audience?.include[0]?.regions).toEqual(['SE', 'NO']);
  });
});

describe('what is left out', () => {
  it('has a reason and a time to look again', () => {
    const table = planOf(
      '## Out of scope\n\n| What | Reason | Revisit |\n|-|-|-|\n| A watch | Too small | 2027 |\n',
    );
    const line = planOf('## Out of scope\n\n- **A watch.** Reason: Too small Revisit: 2027\n');
    for (const plan of [table, line]) {
      expect(without('place', plan.values.excluded)).toEqual([
        { what: 'A watch', reason: 'Too small', revisit: '2027' },
      ]);
    }
  });
});

describe('non-functional requirements', () => {
  const wanted = {
    requirement: 'Starts fast',
    category: 'Speed',
    measure: 'Seconds',
    target: '≤ 2',
    test: 'In the build',
  };

  it.each([
    '| Category | Requirement | Measure | Target | Test |\n|-|-|-|-|-|\n| Speed | Starts fast | Seconds | ≤ 2 | In the build |',
    '- **Starts fast**\n  - Category: Speed\n  - Measure: Seconds\n  - Target: ≤ 2\n  - Test: In the build',
    '### Starts fast\n\n- Category: Speed\n- Measure: Seconds\n- Target: ≤ 2\n- Test: In the build',
    '### Speed\n\n- Starts fast\n  - Measure: Seconds\n  - Target: ≤ 2\n  - Test: In the build',
    '### Speed\n\n| Requirement | Measure | Target | Test |\n|-|-|-|-|\n| Starts fast | Seconds | ≤ 2 | In the build |',
    '- Requirement: Starts fast\n- Category: Speed\n- Measure: Seconds\n- Target: ≤ 2\n- Test: In the build',
  ])('are the same in each form: %j', (markdown) => {
    const plan = planOf(`## Non-functional requirements\n\n${markdown}\n`);
    expect(without('place', plan.values.requirements)).toEqual([wanted]);
    expect(messagesOf(plan)).toEqual([]);
  });
});
