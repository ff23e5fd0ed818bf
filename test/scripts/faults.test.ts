import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { publishContent } from '../../scripts/publish.ts';
import { projectFolder, type Run, slipway } from '../house/command-line.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';
import { runs, tellProgress } from '../long.ts';

/** Whatever happens to a publication, there is exactly one good state, and the next run recovers by itself and leaves nothing behind. */

const now = new Date('2026-06-01T12:00:00Z');

const plan = (id: string, version: string, summary = 'Better.') =>
  `---\ntitle: Tables\nid: ${id}\nversion: "${version}"\nproduct: till\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\n${summary}\n`;

/** A folder whose plans have changed since it was published: one record changes, one moves, one goes, one comes, one stays. */
function changedFolder(): string {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'site.yaml':
      'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts: [{ id: till, name: Till }]\n',
    'plans/a.md': plan('p-a', '1'),
    'plans/b.md': plan('p-b', '2'),
    'plans/c.md': plan('p-c', '3'),
    'plans/d.md': plan('p-d', '4'),
    'releases/till/NOTES.txt': 'Kept by hand.\n',
  });
  publish(folder);
  writeFiles(folder, {
    'plans/a.md': plan('p-a', '1', 'Much better.'),
    'plans/b.md': plan('p-b', '2.0'),
    'plans/c.md': plan('p-c', '3').replace('public', 'internal'),
    'plans/e.md': plan('p-e', '5'),
  });
  return folder;
}

function publish(folder: string): void {
  publishContent(readContent(folder), { now, isDry: false, allowMassDelete: false });
}

/** What a folder of records holds, in one text; undefined where there is none. */
function stateOf(folder: string): string | undefined {
  const records = join(folder, 'releases');
  if (!existsSync(records)) return undefined;
  return [...readTree(records)].map(([path, bytes]) => `${path}\n${bytes.toString()}`).join('\n');
}

const original = changedFolder;
const words = (folder: string) => ['publish', '--content', folder, '--now', now.toISOString()];

function publishWith(fault: string, folder: string): Promise<Run & { signal: NodeJS.Signals | null }> {
  return new Promise((done) => {
    const faulty = resolve(projectFolder, 'test/house/faulty-disk.ts');
    const entry = resolve(projectFolder, 'scripts/slipway.mjs');
    const child = spawn(process.execPath, ['--import', faulty, entry, ...words(folder)], {
      env: { ...process.env, NO_COLOR: '1', SLIPWAY_FAULT: `${fault} ${folder}` },
    });
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.on('close', (code, signal) => done({ code, signal, output }));
  });
}

/** The state before and after, and a way to have the folder anew. */
function prepare() {
  const first = original();
  const before = stateOf(first) ?? '';
  const copy = () => {
    const folder = temporaryFolder();
    cpSync(first, folder, { recursive: true });
    return folder;
  };
  const done = copy();
  publish(done);
  const after = stateOf(done) ?? '';
  expect(after).not.toBe(before);
  return { before, after, copy, names: readdirSync(first).toSorted() };
}

function expectRecovery(folder: string, { after, names }: ReturnType<typeof prepare>): void {
  publish(folder);
  expect(stateOf(folder)).toBe(after);
  expect(readdirSync(folder).toSorted()).toEqual(names);
}

describe('a publication', () => {
  test('killed before any of its changes to the disk leaves the old or the new records', async () => {
    const setting = prepare();
    const found = new Set<string | undefined>();
    let isKilled = true;
    for (let at = 1; isKilled; at += runs(6, 1)) {
      const folder = setting.copy();
      const run = await publishWith(`kill ${at}`, folder);
      isKilled = run.signal === 'SIGKILL';
      const state = stateOf(folder);
      found.add(state);
      expect([setting.before, setting.after, undefined]).toContain(state);
      expectRecovery(folder, setting);
    }
    expect(found).toContain(setting.before);
    expect(found).toContain(setting.after);
  }, 3_600_000);

  test('killed at a random moment leaves the old or the new records', async () => {
    const setting = prepare();
    const folder = setting.copy();
    const other = changedFolder();
    // Plans that change to and fro, so that there is always something to write.
    const script = `
      import { cpSync } from 'node:fs';
      import { readContent } from ${url('scripts/content.ts')};
      import { publishContent } from ${url('scripts/publish.ts')};
      const options = { now: new Date(${now.getTime()}), isDry: false, allowMassDelete: false };
      const contents = ${JSON.stringify([folder, other])}.map((each) => ({ ...readContent(each), folder: ${JSON.stringify(folder)} }));
      contents[1].plans.splice(1);
      console.log('ready');
      for (;;) for (const content of contents) publishContent(content, { ...options, allowMassDelete: true });`;
    for (let kill = 0; kill < runs(2, 1000); kill++) {
      tellProgress('kills', kill, 1000);
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
        // The code as runs before have compiled it: whoever is killed keeps none.
        env: { ...process.env, NODE_COMPILE_CACHE: resolve(projectFolder, 'node_modules/.cache/slipway') },
      });
      await once(child.stdout, 'data');
      await new Promise((done) => setTimeout(done, Math.random() * 60));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const names = readdirSync(folder);
      publish(folder);
      expect(stateOf(folder), `left ${names.join(' ')}`).toContain('Much better.');
      expect(readdirSync(folder).toSorted()).toEqual(setting.names);
    }
  }, 3_600_000);

  test('on a disk that is full changes nothing and says so', async () => {
    const setting = prepare();
    let isFull = true;
    for (let at = 1; isFull; at += runs(5, 1)) {
      const folder = setting.copy();
      const run = await publishWith(`full ${at}`, folder);
      isFull = run.code !== 0;
      if (isFull) {
        expect(run.code, run.output).toBe(1);
        expect(run.output).toMatch(/the disk is full\. Nothing was changed\./);
        expect(stateOf(folder)).toBe(setting.before);
        expect(readdirSync(folder).toSorted()).toEqual(setting.names);
      }
      expectRecovery(folder, setting);
    }
  }, 3_600_000);

  const small = smallDisk();
  test.skipIf(!small)(
    'on a small disk that really is full changes nothing and says so',
    async () => {
      const setting = prepare();
      const said = new Set<string>();
      for (let free = 0; free <= 15; free += runs(7, 1)) {
        const folder = join(small ?? '', 'content');
        rmSync(folder, { recursive: true, force: true });
        rmSync(join(small ?? '', 'ballast'), { force: true });
        cpSync(setting.copy(), folder, { recursive: true });
        fill(join(small ?? '', 'ballast'), free);
        const run = await slipway(words(folder));
        rmSync(join(small ?? '', 'ballast'));
        if (run.code !== 0) {
          expect(run.output).toMatch(/the disk is full.* Nothing was changed\./);
          expect(stateOf(folder)).toBe(setting.before);
          expect(readdirSync(folder).toSorted()).toEqual(setting.names);
        }
        said.add(String(run.code));
        expectRecovery(folder, setting);
      }
      expect([...said].toSorted()).toEqual(['0', '1']);
    },
    600_000,
  );

  test('of several at once is one after the other, or one and a refusal', async () => {
    const setting = prepare();
    for (let turn = 0; turn < runs(1, 200); turn++) {
      tellProgress('runs at once', turn, 200);
      const folder = setting.copy();
      const all = await Promise.all([1, 2, 3].map(() => slipway(words(folder))));
      expect(all.some(({ code }) => code === 0)).toBe(true);
      for (const { code, output } of all.filter((run) => run.code !== 0)) {
        expect(code).toBe(1);
        expect(output).toMatch(/Another run of Slipway .*Nothing was changed\./);
      }
      expect(stateOf(folder)).toBe(setting.after);
      expectRecovery(folder, setting);
    }
  }, 3_600_000);

  test('into a folder that may not be written changes nothing and says so', async () => {
    const setting = prepare();
    const folder = setting.copy();
    // The administrator may write everywhere, so somebody else tries.
    const isAdministrator = process.getuid?.() === 0;
    const nobody = isAdministrator ? { uid: 65_534, gid: 65_534 } : {};
    for (const path of ['', 'plans', 'releases', 'releases/till']) chmodSync(join(folder, path), 0o555);
    onTestFinished(() => {
      for (const path of ['', 'plans', 'releases', 'releases/till']) chmodSync(join(folder, path), 0o755);
    });
    const run = (part: string[]) =>
      new Promise<Run>((done) => {
        const child = spawn(process.execPath, [resolve(projectFolder, 'scripts/slipway.mjs'), ...part], {
          ...nobody,
          env: { ...process.env, NO_COLOR: '1' },
        });
        let output = '';
        child.stdout.on('data', (data) => (output += String(data)));
        child.stderr.on('data', (data) => (output += String(data)));
        child.on('close', (code) => done({ code, output }));
      });
    const refused = await run(words(folder));
    expect(refused.code, refused.output).toBe(1);
    expect(refused.output).toMatch(/cannot be written: it may not be written by you\. Nothing was changed\./);
    // The folder itself may be written, the records may not.
    chmodSync(folder, 0o777);
    if (isAdministrator)
      for (const path of ['releases', 'releases/till']) chownSync(join(folder, path), 0, 0);
    const half = await run(words(folder));
    if (half.code !== 0) expect(half.output).toContain('Nothing was changed.');
    expect([setting.before, setting.after]).toContain(stateOf(folder));
    chmodSync(join(folder, 'releases'), 0o755);
    chmodSync(join(folder, 'releases/till'), 0o755);
    expectRecovery(folder, setting);
  });
});

describe('a lock', () => {
  test.each([
    ['of a process that is dead', { pid: 4_999_999, host: hostname() }],
    [
      'of a process whose id was given to another one',
      { pid: process.pid, host: hostname(), began: 'before-1' },
    ],
    ['that is empty', undefined],
  ])('%s holds nobody up', (_, holder) => {
    const folder = changedFolder();
    writeFileSync(join(folder, '.releases.lock'), holder ? JSON.stringify(holder) : '');
    publish(folder);
    expect(stateOf(folder)).toContain('Much better.');
    expect(existsSync(join(folder, '.releases.lock'))).toBe(false);
  });

  test('of another machine holds until that one has been silent for long', async () => {
    const folder = changedFolder();
    const lock = join(folder, '.releases.lock');
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'another.example.com' }));
    expect(() => publish(folder)).toThrow('Another run of Slipway (process 1) is publishing this folder.');
    const { utimesSync } = await import('node:fs');
    const long = new Date(Date.now() - 11 * 60_000);
    utimesSync(lock, long, long);
    publish(folder);
    expect(stateOf(folder)).toContain('Much better.');
  });
});

describe('a reader beside a publication', () => {
  test('never takes away what is being prepared', async () => {
    const folder = changedFolder();
    writeFiles(folder, { '.releases.next/till/5.yaml': 'being written' });
    const run = await slipway(['check', '--content', folder]);
    expect(run.code, run.output).toBe(0);
    expect(readTree(join(folder, '.releases.next')).size).toBe(1);
  });

  test('finds the records of a run that was killed between its two renames', async () => {
    const folder = changedFolder();
    const before = stateOf(folder);
    renameSync(join(folder, 'releases'), join(folder, '.releases.old'));
    const run = await slipway(['since', '1', '--content', folder, '--json']);
    expect(run.code, run.output).toBe(0);
    expect(stateOf(folder)).toBe(before);
  });
});

describe('a clock that jumps', () => {
  test('takes nothing back that was public', () => {
    const folder = temporaryFolder();
    const timed = plan('p-a', '1').replace('visibility', 'publishAt: 2026-05-10T08:00:00Z\nvisibility');
    writeFiles(folder, { 'a.md': timed });
    const at = (moment: string) => {
      publishContent(readContent(folder), { now: new Date(moment), isDry: false, allowMassDelete: false });
      return stateOf(folder);
    };
    expect(at('2026-05-10T07:59:59Z')).toBeUndefined();
    const published = at('2026-05-10T08:00:00Z');
    expect(published).toContain('Better.');
    expect(at('1970-01-01T00:00:00Z')).toBe(published);
    expect(at('2099-01-01T00:00:00Z')).toBe(published);
    // Only its author puts it off.
    writeFiles(folder, { 'a.md': timed.replace('05-10T', '05-20T') });
    expect(at('2026-05-11T00:00:00Z')).not.toContain('Better.');
  });
});

function url(path: string): string {
  return JSON.stringify(new URL(`../../${path}`, import.meta.url).href);
}

/** A disk of 256 kB, where one may be mounted. */
function smallDisk(): string | undefined {
  const folder = `/tmp/slipway-small-${process.pid}`;
  try {
    execFileSync('mkdir', ['-p', folder]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Leaves so many pages of four kB free. */
function fill(path: string, free: number): void {
  let size = 256 * 1024;
  for (; size > 0; size -= 4096) {
    try {
      writeFileSync(path, Buffer.alloc(size));
      break;
    } catch {
      rmSync(path, { force: true });
    }
  }
  writeFileSync(path, Buffer.alloc(Math.max(0, size - free * 4096)));
}
