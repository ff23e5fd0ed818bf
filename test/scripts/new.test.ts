import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profiles } from '../../src/plan/profiles.ts';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

function contentFolder(): string {
  const folder = temporaryFolder();
  const products = 'products:\n  - { id: till, name: Till }\n  - { id: api, name: API }\n';
  writeFiles(folder, { 'site.yaml': `name: Kiosk\nurl: https://updates.kiosk.example.com/\n${products}` });
  return folder;
}

describe.each(profiles)('slipway new %s', (profile) => {
  test('writes a plan that has no errors, says nothing yet and publishes nothing', async () => {
    const folder = contentFolder();
    const words = [
      'new',
      profile,
      'Book',
      'a',
      'table',
      '--product',
      'API',
      '--version',
      '1.10',
      '--content',
      folder,
    ];
    const run = await slipway(words);
    expect(run.output).toContain('plans/api/1.10.md is a draft, and internal.');
    const plan = readFileSync(join(folder, 'plans/api/1.10.md'), 'utf8');
    expect(plan).toMatch(/^---\n# yaml-language-server: .*\ntitle: "Book a table"\nid: p-[2-9a-z]{8}\n/);
    expect(plan).toContain('version: "1.10"');
    expect(plan).toContain('## Summary\n\n<!-- ');
    const check = await slipway(['check', '--content', folder]);
    expect(check.code).toBe(0);
    expect(check.output).not.toContain('error');
    const publish = await slipway(['publish', '--content', folder]);
    expect(publish.output).toContain('0 releases and 0 roadmap items public (1 internal)');
    expect(existsSync(join(folder, 'releases'))).toBe(false);
  });
});

test('a plan that exists is never written over', async () => {
  const folder = contentFolder();
  const words = ['new', 'hotfix', 'Receipts', '--product', 'till', '--content', folder];
  await slipway(words);
  writeFiles(folder, { 'plans/till/receipts.md': 'mine' });
  const run = await slipway(words);
  expect(run.code).toBe(1);
  expect(run.output).toContain('exists. Nothing was overwritten.');
  expect(readFileSync(join(folder, 'plans/till/receipts.md'), 'utf8')).toBe('mine');
});

test.each([
  [['hotfx', 'Receipts'], 'There is no profile `hotfx`', 'Did you mean `hotfix`?'],
  [['hotfix', 'Receipts', '--product', 'tlil'], 'site.yaml knows no product `tlil`', 'Did you mean `till`?'],
  [['hotfix', 'Receipts', '--product', 'till', '--target', 'soon'], '`--target soon` is no date', '2026-Q4'],
  [['hotfix', '--product', 'till'], 'needs a title', 'In a terminal it asks'],
  [['hotfix', 'Receipts'], 'needs the product: `--product till|api`', 'In a terminal it asks'],
  [[], 'needs the profile: feature, hotfix', 'In a terminal it asks'],
])('slipway new %j says what is wrong and writes nothing', async (words, what, hint) => {
  const folder = contentFolder();
  const run = await slipway(['new', ...words, '--content', folder]);
  expect(run.code).toBe(1);
  expect(run.output).toContain(what);
  expect(run.output).toContain(hint);
  expect(readdirSync(folder)).toEqual(['site.yaml']);
});

test('a version or title never leads out of the folder of plans', async () => {
  const folder = contentFolder();
  await slipway([
    'new',
    'hotfix',
    'X',
    '--product',
    'till',
    '--version',
    '../../../out',
    '--content',
    folder,
  ]);
  expect(readdirSync(join(folder, 'plans/till'))).toHaveLength(1);
  expect(readdirSync(folder).toSorted()).toEqual(['plans', 'site.yaml']);
});
