import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { extendFormat } from '../../src/plan/format.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const keysOf = (markdown: string) => planOf(markdown).sections.map((section) => section.key);

describe('headings', () => {
  it.each([
    ['## BUG FIXES', 'fixes'],
    ['## 🐛 Bug fixes 🎉', 'fixes'],
    ['## 4.2. Bug fixes', 'fixes'],
    ['## IV. Bug Fixes:', 'fixes'],
    ['#### Bug fixes', 'fixes'],
    ['## **Bug** _fixes_', 'fixes'],
    ['## Section 3: Bug fixes', 'fixes'],
    ['## What’s new', 'included'],
    ["## What's new", 'included'],
    ['## Go to market', 'gtm'],
    ['## Q&A', 'faq'],
    ['Bug fixes\n---------', 'fixes'],
  ])('are found by their words alone: %s', (heading, key) => {
    expect(keysOf(`# Title\n\n${heading}\n\n- Text\n`)).toEqual([key]);
  });

  it('inside code are text', () => {
    const plan = planOf('## Summary\n\n```\n## Bug fixes\n```\n\n    ## Security\n\n> ## Risks\n');
    expect(plan.sections.map((section) => section.key)).toEqual(['summary']);
    expect(plan.values.summary).toContain('## Bug fixes');
  });

  it('that mean nothing are kept, internal, and reported with the nearest one', () => {
    const plan = planOf('# T\n\n## Sumary\n\nOne\n\n## Weather\n\nTwo\n');
    expect(messagesOf(plan)).toEqual([
      'RP102 3:1 Unknown section “Sumary”; did you mean “Summary”?',
      'RP102 7:1 Unknown section “Weather”',
    ]);
    expect(plan.unknown.map((each) => [each.heading, each.nodes.length])).toEqual([
      ['Sumary', 1],
      ['Weather', 1],
    ]);
    expect(plan.values).toEqual({});
    expect(plan.file.messages.map((message) => message.fatal)).toEqual([false, undefined]);
  });

  it('with letters of another alphabet stay unknown', () => {
    const plan = planOf('# T\n\n## Ѕummary\n\nWith a Cyrillic first letter\n');
    expect(plan.values.summary).toBeUndefined();
    expect(plan.unknown).toHaveLength(1);
    expect(messagesOf(plan)).toEqual(['RP102 3:1 Unknown section “Ѕummary”; did you mean “Summary”?']);
  });

  it('of parts count under their whole, beside their siblings, or where they can mean nothing else', () => {
    expect(keysOf('## Target audience\n\n### Regions\n\nEU\n\n### Channels\n\nWeb\n')).toEqual([
      'audience',
      'regions',
      'channels',
    ]);
    expect(keysOf('# T\n\n## Regions\n\nEU\n')).toEqual([]);
    expect(keysOf('# T\n\n## Feature flags\n\n- a\n')).toEqual(['flags']);
    expect(messagesOf(planOf('# T\n\n## Timeline\n\nSoon\n'))).toEqual([
      'RP102 3:1 Unknown section “Timeline”; did you mean “Timeline under Release objectives”?',
    ]);
  });

  it('below changes are names of changes, even where they sound like a part', () => {
    const plan = planOf('## Included features\n\n### Waves\n\nOn the map.\n\n### Regions\n\nIn lists.\n');
    expect(plan.values.included?.map((change) => change.title)).toEqual(['Waves', 'Regions']);
    expect(keysOf('## Included features\n\n- One\n\n## Waves\n\n- All\n')).toEqual(['included', 'waves']);
  });

  it('can have other names in a site’s settings', () => {
    const bytes = new TextEncoder().encode('# T\n\n## Fehlerbehebungen\n\n- Der Drucker druckt\n');
    const { format } = extendFormat({ sections: { 'Bug fixes': ['Fehlerbehebungen'] } });
    const plan = parsePlan(readMarkdown('a.md', bytes), { site: testSite, format });
    expect(plan.values.fixes?.[0]).toMatchObject({ kind: 'fixed', title: 'Der Drucker druckt' });
    expect(messagesOf(plan)).toEqual([]);
  });
});

describe('a section', () => {
  it('that stands twice is read as one, and its author is told', () => {
    const plan = planOf('# T\n\n## Bug fixes\n\n- One\n\n## Summary\n\nText\n\n## Fixed\n\n- Two\n');
    expect(plan.values.fixes?.map((change) => change.title)).toEqual(['One', 'Two']);
    expect(messagesOf(plan)).toEqual([
      'RP101 11:1 Unexpected second section “Fixed”, expected one (the first is in line 3)',
    ]);
  });

  it.each([
    '',
    'TBD',
    '_To do_',
    '<!-- What changes -->',
    'What changes for the customer, in one to three sentences.',
  ])('that holds %j says nothing yet', (text) => {
    const plan = planOf(`# T\n\n## Summary\n\n${text}\n`);
    expect(plan.sections).toMatchObject([{ key: 'summary', filled: false }]);
    expect(plan.values).toEqual({});
  });

  it('with text above it is not public, and its author is told', () => {
    const plan = planOf('# T\n\nFor our eyes.\n\n## Summary\n\nText\n');
    expect(messagesOf(plan)).toEqual(['RP103 3:1 Unexpected text above the first section']);
    expect(plan.values.summary).toBe('Text');
  });

  it('may come from a notes app: every heading at one level, the title twice, no zone', () => {
    const plan = planOf(
      [
        "---\ntype: Page\ncollections: Plans\ntitle: Faster tills\ndescription: null\ncreatedAt: '2025-01-31T19:15:41.510Z'",
        'creationDate: 2025-01-31 13:15\nreleased: 2026-05-07 22:33\ntags: []\ncoverImage: null\n---',
        '# Faster tills',
        '## Faster tills',
        '### Summary\n\nTills start at once.',
        '### Release objectives',
        '### Specific goals\n\nTills start in two seconds.',
        '### Included features\n\n- **Quick start.** In two seconds.',
        '### Stakeholders and responsibilities',
        '### RACI matrix',
      ].join('\n\n'),
    );
    expect(messagesOf(plan)).toEqual([]);
    expect(plan.fields).toEqual({ title: 'Faster tills', released: '2026-05-07' });
    expect(plan.sections.filter((section) => section.filled).map((section) => section.key)).toEqual([
      'summary',
      'goals',
      'included',
    ]);
    expect(plan.values.goals).toMatchObject([{ goal: 'Tills start in two seconds.' }]);
  });
});

describe('a plan of unusual size', () => {
  it('with a table of 8,000 rows is read in time that grows with it', () => {
    const planWith = (rows: number) =>
      `---\ntitle: Large\n---\n\n## Included features\n\n| Feature | Description | Story |\n| --- | --- | --- |\n${Array.from(
        { length: rows },
        (_, at) => `| Feature ${at} | Does number ${at} | T-${at} |`,
      ).join('\n')}\n`;
    const time = (rows: number) => {
      const start = process.cpuUsage();
      expect(planOf(planWith(rows)).values.included).toHaveLength(rows);
      return process.cpuUsage(start).user;
    };
    time(200);
    const [small, large] = [Math.min(time(2_000), time(2_000)), Math.min(time(8_000), time(8_000))];
    expect(large / small).toBeLessThan(10);
  });
});
