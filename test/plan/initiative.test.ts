import { expect, test } from 'vitest';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, testSite } from '../plans.ts';

function read(body: string, front = 'title: Plug-ins\nhorizon: later') {
  const bytes = new TextEncoder().encode(`---\n${front}\n---\n\n${body}`);
  return parseInitiative(readMarkdown('roadmap/plug-ins.md', bytes), 'plug-ins', { site: testSite });
}

test('what a roadmap item says outside its sections stays internal, and its author is told', () => {
  const item = read('Others extend it.\n\n## Probelm\n\nWe cannot build all.\n\n## Outcome\n\nShops can.\n');
  expect(item).toMatchObject({ outcome: 'Shops can.', problem: undefined, more: undefined });
  expect(messagesOf(item)).toEqual([
    'RP102 8:1 Unknown section “Probelm”; did you mean “Problem”?',
    'RP103 6:1 Unexpected text above the first section',
  ]);
  expect(item.file.messages.map(({ fatal }) => fatal)).toEqual([false, false]);
  expect(item.file.messages[1]?.note).toContain('“Problem”, “Outcome” and “More”');
});

test('a sub-heading ends a section of a roadmap item, and its author is told', () => {
  const item = read('## More\n\nFirst.\n\n### How\n\nThen.\n');
  expect(item.more).toBe('First.');
  expect(messagesOf(item)).toEqual(['RP102 10:1 Unknown section “How”']);
});

test('a title above the sections, and notes that are internal by name, are no surprise', () => {
  expect(messagesOf(read('# Plug-ins\n\n## Problem\n\nWe cannot build all.\n'))).toEqual([]);
  const noted = read('## Problem\n\nWe cannot.\n\n## Internal notes\n\nToo dear.\n');
  expect(noted.file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['RP102', undefined]]);
});

test('an internal item may say what it likes', () => {
  expect(messagesOf(read('Too dear.\n', 'title: Plug-ins\nvisibility: internal'))).toEqual([]);
});
