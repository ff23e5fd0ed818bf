import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const changelog =
  '# Changelog\n\n## [1.1.0]\n\n### Added\n\n- **Breaking:** A *new* way\n\n## [1.0.0] - 2026-05-07\n\n### Fixed\n\n- Nothing works\n';

test(
  'history becomes plans that are published as they are, and what is lost is told',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const file = (name: string) => join(folder, name);
    writeFiles(folder, {
      'content/site.yaml': 'name: Till\nurl: https://example.com/\nproducts: [{ id: till, name: Till }]\n',
      'CHANGELOG.md': changelog,
      'days.json': '{ "1.1.0": "2026-06-01T10:00:00.000Z" }',
    });
    const run = (...words: string[]) => slipway([...words, '--content', file('content')]);
    const dry = await run('import', 'keep-a-changelog', file('CHANGELOG.md'), '--dry-run');
    expect(dry.output).toContain('1  no day of release: it stays internal until you add one');
    expect(dry.output).toContain('2 releases read with 2 changes; 2 plans would be written.');

    const words = ['import', 'keep-a-changelog', file('CHANGELOG.md'), '--dates', file('days.json')];
    const { code, output } = await run(...words, '--json');
    expect(code, output).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      losses: [],
      isDry: false,
    });
    expect(readFileSync(file('content/plans/till/1.1.0.md'), 'utf8')).toContain('released: 2026-06-01');

    const published = await run('publish', '--now', '2026-11-21T12:00Z', '--full');
    expect(published.output).toContain('2 releases and 0 roadmap items public');
    expect(published.output).toContain('no problems');
    const record = readFileSync(file('content/releases/till/1-1-0.yaml'), 'utf8');
    expect(record).toMatch(/title: A _new_ way\n +breaking: true/);

    const again = await run(...words);
    expect(again.code).toBe(1);
    expect(again.output).toContain('1.1.0.md is there already and stays as it is');
    expect(again.output).toMatch(/2 releases read with 2 changes; no plan written\.\n$/);
  },
);

test('two releases of one day are told apart in any script', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'content/site.yaml': 'name: Till\nurl: https://example.com/\nproducts: [{ id: till, name: Till }]\n',
    'CHANGELOG.md': '# 変更履歴\n\n## 2026-05-07 – 検索\n\n- A\n\n## 2026-05-07 – 請求書\n\n- B\n',
  });
  const words = [
    'import',
    'keep-a-changelog',
    join(folder, 'CHANGELOG.md'),
    '--content',
    join(folder, 'content'),
  ];
  const { code, output } = await slipway([...words, '--json']);
  expect(code, output).toBe(0);
  const { written, losses } = JSON.parse(output) as { written: string[]; losses: unknown[] };
  expect(losses).toEqual([]);
  expect(new Set(written).size).toBe(2);
  const again = await slipway(words);
  expect(again.output).toContain('2 releases read with 2 changes; no plan written.');
});

test('a changelog without versions becomes plans that are called by their days', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'content/site.yaml': 'name: Till\nurl: https://example.com/\nproducts: [{ id: till, name: Till }]\n',
    'news.md':
      '# News\n\n## 7 May 2026\n\n- Fixed a crash\n\n## 7 May 2026: Faster search\n\n- Added an index\n',
  });
  const words = ['import', 'keep-a-changelog', join(folder, 'news.md'), '--content', join(folder, 'content')];
  const { code, output } = await slipway(words);
  expect(code, output).toBe(0);
  const plan = (name: string) => readFileSync(join(folder, `content/plans/till/${name}.md`), 'utf8');
  expect(plan('2026-05-07')).toContain('title: Till 2026-05-07\nid: till-2026-05-07\n');
  expect(plan('2026-05-07-faster-search')).toContain('title: Faster search\n');
});

test.each([
  [['changeset'], 'Did you mean `changesets`?'],
  [['CHANGELOG.md'], 'Say it first: `slipway import keep-a-changelog CHANGELOG.md`.'],
  [['github'], 'Which file?'],
  [['github', 'nowhere.json'], '`nowhere.json` cannot be read: there is no such file. Nothing was written.'],
  [['reno', 'package.json'], 'Whose history is it?'],
  [['github', 'package.json'], 'package.json is not a list of releases'],
])('import %j ends with a sentence', async (words, sentence) => {
  const { code, output } = await slipway(['import', ...words]);
  expect(code, output).toBe(1);
  expect(output).toContain(sentence);
});
