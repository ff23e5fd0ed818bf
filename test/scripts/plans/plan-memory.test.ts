import { expect, test } from 'vitest';
import { checkContent } from '../../../scripts/check.ts';
import { readContent } from '../../../scripts/content.ts';
import type { PlanMemory } from '../../../scripts/plans/plan-memory.ts';
import { temporaryFolder, writeFiles } from '../../house/files.ts';

const site = (rules: string) =>
  `name: K\nurl: https://k.example.com/\nproducts: [{ id: till, name: Till }]\n${rules}`;
const plan = (id: string, status: string) => `---\ntitle: ${id}\nid: ${id}\nstatus: ${status}\nodd: 1\n---\n`;
const now = new Date('2026-11-21T12:00:00Z');

function messagesOf(folder: string, memory: PlanMemory): string[] {
  const content = readContent(folder, memory);
  checkContent(content, [], now);
  return content.plans.flatMap(({ file }) =>
    file.messages.map((each) => `${file.path} ${each.fatal} ${each.reason}`),
  );
}

test('plans that are remembered say the same as plans that are read', () => {
  const folder = temporaryFolder();
  const memory: PlanMemory = new Map();
  const same = () => expect(messagesOf(folder, memory)).toEqual(messagesOf(folder, new Map()));
  writeFiles(folder, {
    'site.yaml': site(''),
    'plans/a.md': plan('a', 'planned'),
    'plans/b.md': plan('b', 'relased'),
  });
  same();
  same();
  writeFiles(folder, { 'plans/b.md': plan('b', 'planned') });
  same();
  writeFiles(folder, { 'site.yaml': site('rules: { RP122: error, RP105: off }\n') });
  same();
  same();
  writeFiles(folder, { 'site.yaml': site('') });
  same();
});

test('what has not changed is not understood again', () => {
  const folder = temporaryFolder();
  const memory: PlanMemory = new Map();
  writeFiles(folder, {
    'site.yaml': site(''),
    'plans/a.md': plan('a', 'planned'),
    'plans/b.md': plan('b', 'planned'),
  });
  const [first, second] = readContent(folder, memory).plans;
  writeFiles(folder, { 'plans/b.md': plan('b', 'released') });
  const [again, changed] = readContent(folder, memory).plans;
  expect(again).toBe(first);
  expect(changed).not.toBe(second);
  expect(changed?.fields.status).toBe('released');
});
