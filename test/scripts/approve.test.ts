import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const plan = (approvals = '') => `---
title: Book a table
id: p-1
version: "1.2"
status: approved
visibility: public
target: 2027-Q1
---

## Summary

Guests can book.

## Included features

- **Book ahead.** Up to two weeks.
- **Cancel.** Until the day before.
${approvals}
## Risks

- Nobody cancels in time.
`;

function folderWith(text: string) {
  const folder = temporaryFolder();
  const path = join(folder, 'plans/table.md');
  writeFiles(folder, { 'plans/table.md': text });
  const approve = (...words: string[]) =>
    slipway(['approve', '1.2', ...words, '--content', folder, '--now', '2026-11-21T12:00:00Z']);
  const voids = async () => {
    const { output } = await slipway(['check', '--content', folder, '--json']);
    const { files } = JSON.parse(output) as { files: { messages: { rule: string; text: string }[] }[] };
    return files.flatMap((file) =>
      file.messages.filter((each) => each.rule === 'RP060').map((each) => each.text),
    );
  };
  return {
    read: () => readFileSync(path, 'utf8'),
    write: (to: string) => writeFiles(folder, { 'plans/table.md': to }),
    approve,
    voids,
  };
}

describe('an approval', () => {
  test.each([
    ['no section', plan()],
    ['an empty section', plan('\n## Approvals\n\n<!-- who -->\n')],
    [
      'a table without fingerprints',
      plan(
        '\n## Approvals\n\n| Role | Decision | Date |\n| --- | --- | --- |\n| Legal | approved | 2026-11-01 |\n',
      ),
    ],
    [
      'one of the same role',
      plan(
        '\n## Approvals\n\n| Role | Decision | Date | Fingerprint |\n| --- | --- | --- | --- |\n| product manager | rejected | 2026-11-01 | x |\n',
      ),
    ],
  ])('is written into a plan with %s, and nothing else is touched', async (_, text) => {
    const { read, approve, voids } = folderWith(text);
    const run = await approve('--role', 'Product manager');
    expect(run.code, run.output).toBe(0);
    const after = read();
    expect(after.match(/\| Product manager \| approved \| 2026-11-21 \| plan:/g)).toHaveLength(1);
    for (const line of text.split('\n').filter((each) => each && !each.startsWith('|')))
      expect(after).toContain(line);
    expect(after.includes('| Legal | approved | 2026-11-01 |')).toBe(text.includes('| Legal |'));
    expect(after).not.toContain('rejected');
    expect(await voids()).toEqual([]);
  });

  test('is void when a line of the scope changes, and holds when a comment, white space or a risk does', async () => {
    const { read, write, approve, voids } = folderWith(plan());
    await approve('--role', 'Product manager');
    const approved = read();
    write(
      approved
        .replace('Up to two weeks.', 'Up   to two\nweeks. <!-- or three -->')
        .replace('in time', 'at all'),
    );
    expect(await voids()).toEqual([]);
    write(approved.replace('Until the day before.', 'Until an hour before.'));
    expect((await voids()).join()).toMatch(/Product manager.*“Cancel” in “Included features”/);
    write(approved.replace('2027-Q1', '2027-Q2'));
    expect((await voids()).join()).toContain('the target');
  });
});

test.each([
  [['--role', ''], 'needs a value'],
  [[], 'needs a role'],
  [['--role', 'Legal', '--decision', 'maybe'], '`--decision maybe` is none'],
])('approve %j is refused, and nothing is written', async (words, sentence) => {
  const { read, approve } = folderWith(plan());
  const run = await approve(...words);
  expect(run.code).toBe(1);
  expect(run.output).toContain(sentence);
  expect(read()).toBe(plan());
});

test('a plan with errors cannot be approved, and one that is not there is said so', async () => {
  const { approve } = folderWith(plan().replace('status: approved', 'status: aproved'));
  expect((await approve('--role', 'Legal')).output).toContain('nobody can approve what cannot be read');
  const folder = temporaryFolder();
  const run = await slipway(['approve', 'nope', '--role', 'Legal', '--content', folder]);
  expect(run.output).toContain('There is no plan `nope`');
});
