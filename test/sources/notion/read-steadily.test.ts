import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSteadily } from '../../../src/sources/notion/pull/read-steadily.ts';
import { temporaryFolder } from './setting.ts';

const readAll = (folder: string) => () =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

describe('readers of a folder that a pull replaces', () => {
  it('see all of the old or all of the new', async () => {
    const folder = join(await temporaryFolder(), 'notion');
    const swap = pathToFileURL(join(import.meta.dirname, '../../../src/sources/notion/pull/swap.ts')).href;
    const script = `
      import * as disk from 'node:fs/promises';
      const { replaceFolder } = await import(${JSON.stringify(swap)});
      for (let turn = 0; ; turn++) {
        const written = new Map(Array.from({ length: 12 }, (_, index) => [index + '.md', String(turn)]));
        await replaceFolder(disk, ${JSON.stringify(folder)}, { written, kept: [] });
      }`;
    // Its lock is held for as long as it lives, as a pull holds its own.
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    try {
      const { hostname } = await import('node:os');
      mkdirSync(join(folder, '..'), { recursive: true });
      writeFileSync(join(folder, '../.notion.lock'), JSON.stringify({ pid: child.pid, host: hostname() }));
      while (!existsSync(folder)) await new Promise((done) => setTimeout(done, 10));
      const seen = new Set<string>();
      for (let turn = 0; turn < 300 || seen.size <= 5; turn++) {
        const texts = readSteadily([folder], readAll(folder));
        expect([texts.length, new Set(texts).size]).toEqual([12, 1]);
        seen.add(texts[0] ?? '');
      }
    } finally {
      child.kill('SIGKILL');
    }
  }, 20_000);

  it('find the folder where a killed pull left none', async () => {
    const folder = join(await temporaryFolder(), 'notion');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.md'), 'old');
    renameSync(folder, join(folder, '../.notion.old'));
    writeFileSync(join(folder, '../.notion.lock'), JSON.stringify({ pid: 999_999_999, host: 'elsewhere' }));
    mkdirSync(join(folder, '../.notion.next'));
    writeFileSync(join(folder, '../.notion.next/a.md'), 'new');
    expect(readSteadily([folder], readAll(folder))).toEqual(['new']);
  });

  it('hear of a file that is not there', async () => {
    const folder = await temporaryFolder();
    expect(() => readSteadily([folder], () => readFileSync(join(folder, 'no.md')))).toThrow('ENOENT');
  });
});
