import { readdirSync, rmSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const plan = (fields: string, changes: string[]) =>
  `---\ntitle: Book a table\nid: p-1\nversion: "1.2"\nvisibility: public\nstatus: planned\n${fields}\n---\n\n` +
  `## Included features\n\n${changes.map((change) => `- ${change}\n  - Points: 3`).join('\n')}\n`;

function folderWith(text: string) {
  const folder = temporaryFolder();
  const write = (to: string) => writeFiles(folder, { 'plans/table.md': to });
  const run = (...words: string[]) => slipway([...words, '--content', folder]);
  write(text);
  return { folder, write, run };
}

test(
  'a plan that slips and grows is told inside, and only what is public outside',
  { timeout: 30_000 },
  async () => {
    const { folder, write, run } = folderWith(plan('target: 2027-02', ['Book ahead', 'Cancel']));
    expect((await run('publish', '--now', '2026-11-01T12:00Z')).output).not.toContain('changed course');
    write(plan('target: 2027-02-10', ['Book ahead', 'Cancel']));
    await run('publish', '--now', '2026-11-10T12:00Z');
    write(plan('target: 2027-04-30', ['Book ahead', 'Pay ahead', 'Wait in line']));
    expect((await run('publish', '--now', '2026-11-20T12:00Z')).output).toContain('1 plan changed course');
    expect((await run('publish', '--now', '2026-11-21T12:00Z')).output).not.toContain('changed course');

    const { output } = await run('history', '--now', '2026-11-21T12:00Z');
    expect(output).toContain('61 days later than at first (2027-02 → 2027-04-30); 3 changes, 2 at first');
    expect(output).toMatch(
      /2026-11-20 {2}expected 2027-02-10 → 2027-04-30; points 6 → 9\n +\+ Pay ahead\n +\+ Wait in line\n +− Cancel/,
    );
    expect(output).toContain('1 plan followed: 1 slipped, 1 grew, 0 as at first.');

    const records = readFileSync(join(folder, 'releases/_roadmap-changes.yaml'), 'utf8');
    expect(records).toContain('what: delayed');
    expect(records).not.toMatch(/2027-0|points|Cancel/);
    expect(readdirSync(join(folder, 'plans')).sort()).toEqual(['history.jsonl', 'table.md']);
  },
);

test('what is not published yet is told, too, and machines get JSON', { timeout: 30_000 }, async () => {
  const { write, run } = folderWith(plan('target: 2027-Q1', ['Book ahead']));
  await run('publish', '--now', '2026-11-01T12:00Z');
  write(plan('target: 2027-Q2', ['Book ahead']));
  const { output } = await run('history', '1.2', '--json', '--now', '2026-11-21T12:00Z');
  expect(JSON.parse(output)).toMatchObject([
    { plan: 'p-1', slip: 91, growth: 0, events: [{ day: '2026-11-21' }] },
  ]);
});

test('a line that cannot be read is named', async () => {
  const { folder, run } = folderWith(plan('target: 2027-Q1', ['Book ahead']));
  writeFiles(folder, { 'plans/history.jsonl': '<<<<<<< HEAD\n' });
  const { code, output } = await run('history');
  expect(code).toBe(1);
  expect(output).toContain('history.jsonl:1` is no entry of a plan');
});

test('a history that cannot be read takes nothing of a publication with it, and does not hide it', async () => {
  const { folder, run } = folderWith(plan('target: 2027-Q1', ['Book ahead']));
  for (const [path, why] of [
    ['plans/history.jsonl', 'is no entry of a plan'],
    ['plans/history.jsonl/a.txt', 'cannot be read: it is a folder. Nothing was added to it.'],
  ] as const) {
    rmSync(join(folder, 'plans/history.jsonl'), { recursive: true, force: true });
    rmSync(join(folder, 'releases'), { recursive: true, force: true });
    writeFiles(folder, { [path]: '<<<<<<< HEAD\n' });
    const { code, output } = await run('publish', '--now', '2026-11-01T12:00Z');
    expect(code).toBe(1);
    expect(output).toMatch(/1 record changed|1 release/);
    expect(output).toContain(why);
    expect(output).not.toContain('Nothing was changed');
  }
});
