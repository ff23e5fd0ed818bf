import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

const template = `---
type: Page
title: Release Plan
description: null
createdAt: '2025-01-31T19:15:41.510Z'
tags: []
---

# Release Plan

## Release Plan

### Product Overview

<!-- What is being released -->

### Included Features

TBD
`;

test('the demo has no errors, and warnings only where an author would agree', async () => {
  const run = await slipway(['check', '--json']);
  const { errors, files } = JSON.parse(run.stdout);
  expect(run.code).toBe(0);
  expect(errors).toBe(0);
  const warned = files.flatMap((file: { path: string; messages: { severity: string; rule: string }[] }) =>
    file.messages.filter((each) => each.severity === 'warning' && each.rule !== 'RP100').map(() => file.path),
  );
  expect(warned).toEqual(['content/plans/partner-api/3.2.0.md']);
});

test('an example stays on its day, and says so beside what machines read', async () => {
  const site = 'name: S\nurl: https://a.example/\nproducts: [{ id: till, name: Till }]\n';
  const plan =
    '---\nid: a\ntitle: A\nproduct: till\nversion: "2"\nstatus: planned\ntarget: 2026-01-31\nvisibility: public\n---\n';
  const folder = folderWith({ 'site.yaml': site, 'plans/a.md': plan });
  const saysPast = async () => {
    const run = await slipway(['check', '--json', '--content', folder]);
    const { errors } = JSON.parse(run.stdout);
    expect(errors).toBe(0);
    return [run.stdout.includes('RP082'), run.stderr.includes('2026-01-31')];
  };
  expect(await saysPast()).toEqual([true, false]);
  writeFiles(folder, { 'site.yaml': `${site}today: 2026-01-31\n` });
  expect(await saysPast()).toEqual([false, true]);
});

test('a plan that is only a template is 0 % complete, and each empty section is named', async () => {
  const folder = folderWith({ 'plan.md': template });
  const run = await slipway(['check', '--content', folder]);
  expect(run.code).toBe(0);
  expect(run.output).toMatch(/ 0 % complete .*plan\.md\n/);
  expect(run.output.match(/Product overview/g)).toHaveLength(1);
  expect(run.output).toContain('Unfilled section “Product overview”');
});

test('where nothing else tells what is missing, the completeness does', async () => {
  const folder = folderWith({
    'site.yaml':
      'name: S\nurl: https://a.example/\nproducts:\n  - { id: till, name: Till }\nrules: { RP100: off }\n',
    'plans/plan.md': template,
  });
  const run = await slipway(['check', '--content', folder]);
  expect(run.output).toMatch(/ 0 % complete .*plan\.md\n\s+missing: .*Product overview.*Included features/);
});

test('of a plan that cannot be read nobody knows what is missing', async () => {
  const folder = folderWith({
    'a.md': '---\ntitle: Till 2: receipts\n---\n\n## Summary\n\nReceipts fit.\n',
  });
  const run = await slipway(['check', '--content', folder]);
  expect(run.output).toContain('RP130');
  expect(run.output).not.toMatch(/complete|missing/);
  expect(run.output).toMatch(/\n1 file checked: 1 error\.\n$/);
  const { files } = JSON.parse((await slipway(['check', '--content', folder, '--json'])).output);
  expect(files).toEqual([expect.not.objectContaining({ complete: 0 })]);
});

test('the settings are checked by name, too', async () => {
  const folder = folderWith({
    'site.yaml':
      'name: S\nurl: https://a.example/\nproducts:\n  - { id: till, name: Till }\nrules: { RP999: off }\n',
    'plans/plan.md': template,
  });
  const run = await slipway(['check', '--content', folder, `${folder}/site.yaml`]);
  expect(run.output).toContain('Unknown rule `RP999`');
  expect(run.output).toMatch(/\n1 file checked: 1 warning\.\n$/);
});

test('what is long done is told of the profile that asks nothing of it', async () => {
  const plan = (profile: string) =>
    `---\ntitle: T\nid: t\n${profile}status: released\nreleased: 2019-05-07\n---\n\n## Included features\n\n- One\n`;
  const { output } = await slipway(['check', '--content', folderWith({ 'a.md': plan('') })]);
  expect(output).toContain('`deprecation`, `history` where it is long done.');
  const history = await slipway(['check', '--content', folderWith({ 'a.md': plan('profile: history\n') })]);
  expect(history.output).not.toContain('RP100');
});

test('sections that a plan does not begin are told in one message, one that it begins in its own', async () => {
  const folder = folderWith({
    'a.md': '---\ntitle: T\nid: t\n---\n\n## Included features\n\n- One\n\n## Risks\n\nTBD\n',
  });
  const run = await slipway(['check', '--content', folder]);
  expect(run.output.match(/RP100/g)).toHaveLength(2);
  expect(run.output).toMatch(
    /– +warning +\d+ missing sections: Summary, Product overview, .*RP100\n.*`hotfix`/,
  );
  expect(run.output).toMatch(/10:1 +warning +Unfilled section “Risks” +RP100/);
  expect(run.output).not.toContain('`history`');
});

test('remarks are counted until they are asked for', async () => {
  const folder = folderWith({
    'a.md':
      '---\ntitle: T\nid: t\nvisibility: public\nmood: good\n---\n\n## Weather\n\nFine.\n\n## Summary\n\nTODO: two\n',
  });
  const run = await slipway(['check', '--content', folder]);
  expect(run.output).toMatch(/; 2 remarks more with --all\.\n$/);
  expect(run.output).not.toMatch(/RP102|RP122/);
  // What may have been meant for nobody outside is no mere remark.
  expect(run.output).toContain('Doubtful mark before “TODO: two”');
  const all = await slipway(['check', '--content', folder, '--all']);
  expect(all.output.match(/RP102|RP122/g)).toHaveLength(2);
  expect(all.output).not.toContain('more with');
});

test('plans that cannot be published beside each other are told of, as publishing refuses them', async () => {
  const plan = (id: string, version: string) =>
    `---\ntitle: T\nid: ${id}\nproduct: till\nversion: "${version}"\nstatus: released\nreleased: 2026-05-01\nvisibility: public\n---\n`;
  const site = 'name: S\nurl: https://a.example/\nproducts:\n  - { id: till, name: Till }\n';
  const folder = folderWith({
    'site.yaml': site,
    'plans/a.md': plan('a', '1.0'),
    'plans/b.md': plan('b', '1.0'),
    'plans/c.md': plan('c', '1.1'),
    'plans/d.md': plan('c', '1.2'),
  });
  const run = await slipway(['check', '--content', folder, '--now', '2026-05-04']);
  expect(run.code).toBe(1);
  const shared = run.output.match(/Unexpected (?:address|id) `[^`]+`, which \S+ has too +RP15[01]/g) ?? [];
  const what = shared.map((line) => line.replace(/, which \S*\/(\w+\.md) has too +/, ' $1 '));
  expect(what.toSorted()).toEqual([
    'Unexpected address `/releases/till/1-0/` a.md RP151',
    'Unexpected address `/releases/till/1-0/` b.md RP151',
    'Unexpected id `c` c.md RP150',
    'Unexpected id `c` d.md RP150',
  ]);
  const publish = await slipway(['publish', '--dry-run', '--content', folder, '--now', '2026-05-04']);
  expect(publish.output.match(/RP15[01]/g)).toHaveLength(4);
});

test('a problem is shown with its place, its line, a caret under it, and what to do', async () => {
  const folder = folderWith({
    'a.md': '---\ntitle: T\nid: t\nstatus: relased\n---\n\n## Summary\n\nFine.\n',
  });
  const run = await slipway(['check', '--content', folder]);
  expect(run.code).toBe(1);
  expect(run.output).toMatch(
    /4:1 +error +Unknown status `relased`; did you mean `released`\? +RP120\n +4 │ status: relased\n +│ \^/,
  );
});

test('--json and --sarif print nothing but JSON, --rules the catalogue', async () => {
  const folder = folderWith({ 'a.md': '---\ntitle: T\nstatus: relased\n---\n' });
  const json = JSON.parse((await slipway(['check', '--content', folder, '--json'])).output);
  expect(json).toMatchObject({ errors: 1, files: [{ complete: 0 }] });
  const sarif = JSON.parse((await slipway(['check', '--content', folder, '--sarif'])).output);
  expect(sarif.runs[0].results[0].ruleId).toBe('RP120');
  const both = await slipway(['check', '--content', folder, '--sarif', '--json']);
  expect(both).toMatchObject({ code: 1, output: expect.stringContaining('only one can be printed') });
  const rules = await slipway(['check', '--rules']);
  expect(rules.output).toContain('RP110');
});

test('single files are checked by name, in the light of all the others', async () => {
  const plan = (id: string) =>
    `---\ntitle: T ${id}\nid: ${id}\nprofile: hotfix\nsummary: Fine.\n---\n\n## Bug fixes\n\n- One\n`;
  const folder = folderWith({ 'plans/a.md': plan('a'), 'plans/b.md': plan('b') });
  const run = await slipway(['check', '--content', folder, join(folder, 'plans/a.md')]);
  expect(run.output).toContain('1 file checked');
  writeFiles(folder, { 'plans/till/c.md': plan('c'), 'plans/tills/d.md': plan('d') });
  const words = [join(folder, 'plans/till/'), join(folder, 'plans/till/c.md')];
  const below = await slipway(['check', '--content', folder, ...words]);
  expect(below.output).toContain('1 file checked');
  const wrong = await slipway(['check', '--content', folder, join(folder, 'plans/c.md')]);
  expect(wrong.code).toBe(1);
  expect(wrong.output).toMatch(/c\.md` is no plan of/);
});
