import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder } from '../house/files.ts';

const run = (...words: string[]) => slipway(['export', ...words, '--now', '2026-11-21T12:00:00Z']);

test(
  'of the demo: what is out, and nothing that is planned, called off or internal',
  { timeout: 30_000 },
  async () => {
    const { output } = await run('changelog', '--product', 'rider-app');
    expect(output).toMatch(/^# Changelog\n/);
    expect(output).toContain('[YANKED]');
    expect(output).not.toMatch(/A seat to book|6\.0\.0/);
    const folder = temporaryFolder();
    expect((await run('email', '--since', '2026-11-01', '--out', folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'digest.txt'), 'utf8')).toContain(
      'Statements you can check line by line',
    );
    expect(existsSync(join(folder, 'digest.html'))).toBe(true);
    const body = await run('github', '2.7.0', '--product', 'partner-api');
    expect(body.output).toContain('## Before you upgrade');
    expect(body.output).not.toContain('# Partner API 2.7.0');
    expect((await run('github', '2.7.0', '--product', 'Partner API')).output).toBe(body.output);
  },
);

test.each([
  [['slak'], 'Did you mean `slack`?'],
  [['github', '9.9', '--product', 'rider-app'], '9.9'],
  [['email', '--since', 'May'], '`--since May` is no day'],
  [['json', '--since', '2030-01-01'], 'There is no public release to write'],
  [['json', '--product', 'nope'], 'site.yaml knows no product `nope`'],
])('export %j ends with a sentence', async (words, sentence) => {
  const { code, output } = await run(...words);
  expect(code, output).toBe(1);
  expect(output).toContain(sentence);
});
