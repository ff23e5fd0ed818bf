import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder, slipway } from '../house/command-line.ts';
import { permanentFolder, readTree, writeFiles } from '../house/files.ts';
import { runs, tellProgress } from '../long.ts';

/** Whatever happens to a build, the last good site stays until the new one is whole, and the next build needs no help. */

const house = permanentFolder();
const content = join(house, 'content');
const out = join(house, 'site', 'dist');
const words = (to = out) => ['build', '--content', content, '--out', to, '--now', '2026-06-01T12:00:00Z'];
const write = (summary: string) =>
  writeFiles(content, {
    'site.yaml':
      'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts: [{ id: till, name: Till }]\n',
    'plans/a.md': `---\ntitle: Tables\nid: p-1\nversion: "1"\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\n${summary} See [the map](/images/none.png).\n`,
  });
let good: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  write('Old words.');
  expect((await slipway(words())).output).toContain(
    'No plan is in it: `slipway publish` makes the public records',
  );
  expect((await slipway(['publish', '--content', content])).code).toBe(0);
  const run = await slipway(words());
  expect(run.code, run.output).toBe(0);
  expect(run.output).toMatch(/plans\/a\.md\n.*Unexpected link to `\/images\/none\.png`.*RP143/);
  good = readTree(out);
  write('New words.');
  expect((await slipway(['publish', '--content', content])).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

const isGood = () => {
  const now = readTree(out);
  return now.size === good.size && [...now].every(([path, bytes]) => good.get(path)?.equals(bytes));
};
const leftovers = () => [
  ...readdirSync(join(house, 'site')).filter((name) => name !== 'dist'),
  ...readdirSync(join(projectFolder, '.slipway')).filter((name) => {
    const pid = /^build-(\d+)$/.exec(name)?.[1];
    return pid !== undefined && !existsSync(`/proc/${pid}`);
  }),
];

test('killed at a random moment, it leaves the last good site or the new one, and the next build recovers', async () => {
  for (let kill = 0; kill < runs(2, 60); kill++) {
    tellProgress('kills of builds', kill, 60);
    const child = spawn(process.execPath, [resolve(projectFolder, 'scripts/slipway.mjs'), ...words()], {
      stdio: 'ignore',
    });
    await new Promise((done) => setTimeout(done, 400 + Math.random() * 2_500));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const isNew = readFileSync(join(out, 'releases/1/index.html'), 'utf8').includes('New words.');
    expect(isNew || isGood()).toBe(true);
    expect(readTree(out).size).toBe(good.size);
  }
  const run = await slipway(words());
  expect(run.code, run.output).toBe(0);
  expect(readFileSync(join(out, 'releases/1/index.html'), 'utf8')).toContain('New words.');
  expect(readTree(out).size).toBe(good.size);
  expect(leftovers()).toEqual([]);
}, 3_600_000);

test('two at once into one folder are one build and a refusal, or one after the other', async () => {
  const both = await Promise.all([slipway(words()), slipway(words())]);
  expect(both.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
  for (const { code, output } of both.filter((run) => run.code !== 0)) {
    expect(code).toBe(1);
    expect(output).toMatch(
      /Another run of Slipway \(process \d+\) is building into `.*`\. Nothing was changed\./,
    );
  }
  expect(readTree(out).size).toBe(good.size);
  expect(leftovers()).toEqual([]);
}, 120_000);

test('on a disk without room for it, it changes nothing and says so', async ({ skip }) => {
  const disk = join(house, 'small');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('a small disk cannot be made here');
  }
  try {
    writeFiles(disk, { 'dist/index.html': 'the last good site' });
    const run = await slipway(words(join(disk, 'dist')));
    expect(run.code, run.output).toBe(1);
    expect(run.output).toMatch(
      /The site cannot be written: the disk is full\. The last good site is still in `.*small\/dist`\./,
    );
    expect([...readTree(disk)].map(([path, bytes]) => `${path} ${bytes.toString()}`)).toEqual([
      'dist/index.html the last good site',
    ]);
    expect(readdirSync(disk)).toEqual(['dist']);
  } finally {
    execFileSync('umount', [disk]);
  }
}, 120_000);
