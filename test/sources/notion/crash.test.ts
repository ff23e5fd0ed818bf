import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../src/sources/notion/pull/disk.ts';
import { recoverFolder } from '../../../src/sources/notion/pull/swap.ts';
import { isLong, runs, tellProgress } from '../../long.ts';
import { TOKEN } from '../../notion-server/server.ts';
import { editPage } from '../../notion-server/edits.ts';
import { MINUTE, setUpPull, snapshot } from './pull-setting.ts';

const reading = new Set<keyof Disk>(['readFile', 'readdir', 'stat', 'open']);

/** A disk on which everything fails from one operation on, as for a process that was killed there. */
function dyingDisk(operations: number): { disk: Disk; count: () => number } {
  let done = 0;
  const step =
    (name: keyof Disk) =>
    async (...parameters: unknown[]) => {
      if (!reading.has(name) && ++done > operations) throw new Error('killed');
      return (disk[name] as (...all: unknown[]) => Promise<unknown>)(...parameters);
    };
  const names = [
    ...(['readFile', 'readdir', 'stat', 'open'] as const),
    ...(['writeFile', 'mkdir', 'rename', 'link', 'copyFile', 'rm', 'utimes'] as const),
  ];
  return {
    disk: Object.fromEntries(names.map((name) => [name, step(name)])) as unknown as Disk,
    count: () => done,
  };
}

async function setUpChange() {
  const setting = await setUpPull(4);
  await setting.pull();
  const old = snapshot(setting.folder);
  editPage(setting.world, setting.page(1).id, (each) => Object.assign(each, { body: 'Edited.' }));
  editPage(setting.world, setting.page(2).id, (each) => Object.assign(each, { inTrash: true }));
  setting.clock.advance(10 * MINUTE);
  return { ...setting, old, lock: join(dirname(setting.folder), '.notion.lock') };
}

describe('a pull that is stopped', () => {
  it('at any operation leaves the old state or the new one, and the next run nothing else', async () => {
    const counting = await setUpChange();
    const whole = dyingDisk(Infinity);
    await counting.pull({ disk: whole.disk });
    const complete = snapshot(counting.folder);
    expect(whole.count()).toBeGreaterThan(10);
    const found = new Set<string>();
    for (let operations = 0; operations < whole.count(); operations++) {
      const { pull, old, folder, lock } = await setUpChange();
      await pull({ disk: dyingDisk(operations).disk }).catch(() => undefined);
      await disk.rm(lock, { force: true });
      await recoverFolder(disk, folder);
      const state = JSON.stringify(snapshot(folder));
      expect([JSON.stringify(old), JSON.stringify(complete)]).toContain(state);
      found.add(state);
      await pull();
      expect(snapshot(folder)).toEqual(complete);
      expect(readdirSync(dirname(folder))).toEqual(['notion']);
    }
    expect(found.size).toBe(2);
  }, 60_000);

  it('for want of space changes nothing and says so', async () => {
    const { pull, old, folder } = await setUpChange();
    const full = { ...disk, writeFile: failWriting(disk.writeFile) } as unknown as Disk;
    await expect(pull({ disk: full })).rejects.toThrow('The disk is full. Nothing was changed.');
    expect(snapshot(folder)).toEqual(old);
    expect(readdirSync(dirname(folder))).toEqual(['notion']);
  });

  it('with kill -9 does not keep the next one from running', async () => {
    const { pull, clock, old, folder, server, world, page } = await setUpChange();
    const script = () => `
      import * as disk from 'node:fs/promises';
      import { connectNotion } from ${url('client/client.ts')};
      import { pullPlans } from ${url('pull/pull.ts')};
      const clock = { now: () => ${clock.now()}, sleep: async () => {}, random: () => 0.5 };
      const client = connectNotion({ token: '${TOKEN}', baseUrl: '${server.origin}', clock });
      console.log('ready');
      for (let count = 0; count < 500; count++) await pullPlans({ kind: 'plans', client, clock, disk, folder: ${JSON.stringify(folder)}, full: true,
        dataSource: '${server.log[0]?.split('/').at(-1)}', maxFileBytes: 1e6 });`;
    const states = { before: 0, after: 0 };
    for (let kill = 0; kill < runs(5, 300); kill++) {
      tellProgress('kills of pulls', kill, 300);
      const before = snapshot(folder);
      editPage(world, page(kill % 2).id, (each) => Object.assign(each, { body: `Edited ${kill}.` }));
      clock.advance(10 * MINUTE);
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script()], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, isLong ? Math.random() * 600 : 5 + kill * 60));
      child.kill('SIGKILL');
      await once(child, 'exit');
      await recoverFolder(disk, folder);
      const left = snapshot(folder);
      clock.advance(MINUTE);
      await pull();
      const after = snapshot(folder);
      expect(after, `kill ${kill}`).not.toEqual(before);
      // The one file that notes when it was pulled is not compared.
      expect([plansOf(before), plansOf(after)]).toContainEqual(plansOf(left));
      states[JSON.stringify(plansOf(left)) === JSON.stringify(plansOf(after)) ? 'after' : 'before']++;
      expect(Object.keys(after)).toHaveLength(Object.keys(old).length - 1);
      expect(readdirSync(dirname(folder))).toEqual(['notion']);
    }
    if (isLong) expect(Math.min(states.before, states.after)).toBeGreaterThan(10);
  }, 3_600_000);
});

describe('two pulls at once', () => {
  it('are one pull and one message', async () => {
    const { pull, folder } = await setUpChange();
    const results = await Promise.allSettled([pull(), pull(), pull()]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const { reason } of refused) {
      expect(String(reason)).toMatch(
        /Another pull (?:is running|began at the same moment).*Nothing was changed\./,
      );
    }
    expect(readdirSync(dirname(folder))).toEqual(['notion']);
  });

  it('take over the lock of a process that is dead', async () => {
    const { pull, lock } = await setUpChange();
    await disk.writeFile(
      lock,
      JSON.stringify({ pid: 2 ** 22 + 1, host: (await import('node:os')).hostname() }),
    );
    expect((await pull()).changed).toEqual(['Plan 1']);
  });
});

const plansOf = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith('.md')));

function failWriting(write: typeof disk.writeFile) {
  let count = 0;
  return async (...parameters: Parameters<typeof disk.writeFile>) => {
    if (String(parameters[0]).includes('.next') && ++count === 1) {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    }
    return write(...parameters);
  };
}

function url(path: string): string {
  return JSON.stringify(new URL(`../../../src/sources/notion/${path}`, import.meta.url).href);
}
