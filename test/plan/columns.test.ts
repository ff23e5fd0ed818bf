import type { Table } from 'mdast';
import { describe, expect, test } from 'vitest';
import { withoutColumns } from '../../src/plan/columns.ts';
import { readDifferentiation, withoutDifferentiation } from '../../src/plan/differentiation.ts';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { parseMarkdown, renderMarkdown } from '../../src/plan/markdown.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const blocks = (markdown: string) => parseMarkdown(markdown).children;
const tableOf = (markdown: string) => blocks(markdown)[0] as Table;
const without = (markdown: string, ...names: string[]) =>
  renderMarkdown(withoutColumns(tableOf(markdown), (name) => names.includes(name)));

describe('a table', () => {
  const table = '| a | _b_ | c |\n| - | - | - |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |';

  test('is left without a column, in each row', () => {
    expect(without(table, 'b')).toBe('| a | c |\n| - | - |\n| 1 | 3 |\n| 4 | 6 |');
    expect(without(table, 'a', 'c')).toBe('| _b_ |\n| - |\n| 2 |\n| 5 |');
  });

  test('is asked for its columns by what a person reads there', () => {
    expect(without('| &nbsp;a | b |\n| - | - |\n| 1 | 2 |', 'a')).toBe('| b |\n| - |\n| 2 |');
  });

  test('is none where no column is left, and the same where all are', () => {
    expect(withoutColumns(tableOf(table), () => true)).toEqual([]);
    const whole = tableOf(table);
    expect(withoutColumns(whole, () => false)[0]).toBe(whole);
  });

  test('has no cells beyond its head where a column was taken out', () => {
    expect(without('| a | b |\n| - | - |\n| 1 | 2 | 3 |', 'b')).toBe('| a |\n| - |\n| 1 |');
  });
});

describe('of a text', () => {
  const text =
    'One.\n\n| Plan | Owner |\n| - | - |\n| Pro | Jane |\n\n- Differentiation: cheap\n- Competitors: all\n- Differentiators: us\n- Differentiator: we\n- Two\n\nOwner: Jane';

  test('labels and columns for those inside are taken out', () => {
    const rest = 'One.\n\n| Plan |\n| - |\n| Pro |\n\n- Two';
    expect(renderMarkdown(withoutDifferentiation(blocks(text)))).toBe(rest);
    const read = readDifferentiation(blocks(text));
    expect(renderMarkdown(read.rest)).toBe(rest);
    expect(read.columns).toEqual(['Owner']);
    expect(read.labels.map(({ key, value }) => `${key}: ${value}`)).toEqual([
      'differentiation: cheap',
      'differentiation: all',
      'differentiation: us',
      'differentiation: we',
      'internal: Jane',
    ]);
  });

  test('columns are told where readers might look for them', () => {
    const told = (section: string, front = '') =>
      messagesOf(
        planOf(`---\n${front}title: T\n---\n\n## ${section}\n\n| Plan | Cost |\n| - | - |\n| Pro | 5 |\n`),
      ).filter((message) => message.startsWith('RP125'));
    expect(told('Highlights')).toEqual([
      'RP125 5:1 Unexpected column “Cost” in “Highlights”, which stays inside',
    ]);
    expect(told('Product overview')).toEqual([]);
    expect(told('Product overview', 'publish: [Product overview]\n')).toHaveLength(1);
    expect(told('Retrospective')).toEqual([]);
  });

  test('columns of a field stay inside, too', () => {
    const plan = planOf(
      '---\ntitle: T\nsummary: |\n  | Plan | Owner |\n  | - | - |\n  | Pro | Jane |\n---\n',
    );
    expect(plan.fields.summary).toBe('| Plan |\n| - |\n| Pro |');
  });

  test('labels and columns of a roadmap item stay inside, and are told', () => {
    const body = `${text}\n\nTicket: two of them are merged`;
    const markdown = `---\ntitle: T\n---\n\n## Problem\n\n${body}\n\n## More\n\nOwner: Jane\n`;
    const document = readMarkdown('roadmap/x.md', new TextEncoder().encode(markdown));
    const item = parseInitiative(document, 'x', { site: testSite });
    expect([item.problem, item.outcome, item.more]).toEqual([
      'One.\n\n| Plan |\n| - |\n| Pro |\n\n- Two',
      undefined,
      undefined,
    ]);
    expect(messagesOf(item)).toEqual([
      'RP124 21:1 Unexpected note in “Problem”: “two of them are merged”, which stays inside',
      'RP125 7:1 Unexpected column “Owner” in “Problem”, which stays inside',
    ]);
  });

  test('columns in the text of an item stay inside, and are told', () => {
    const table = '| Plan | Cost |\n| - | - |\n| Pro | 5 |';
    const plan = planOf(
      `# T\n\n## Known issues\n\n- **One.** Two\n\n  ${table.replaceAll('\n', '\n  ')}\n\n## FAQ\n\n### Why?\n\n${table}\n`,
    );
    expect(plan.values.knownIssues?.map((issue) => issue.text)).toEqual(['Two\n\n| Plan |\n| - |\n| Pro |']);
    expect(plan.values.faq?.map(({ answer }) => answer)).toEqual(['| Plan |\n| - |\n| Pro |']);
    expect(messagesOf(plan)).toEqual([
      'RP125 5:3 Unexpected column “Cost” in “Known issues”, which stays inside',
      'RP125 13:1 Unexpected column “Cost” in “FAQ”, which stays inside',
    ]);
  });
});
