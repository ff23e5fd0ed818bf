import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { runCommand } from '../../scripts/command-line.ts';
import { projectFolder, type Run } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';
import { createClock, realClock } from '../notion-server/clock.ts';
import { addDatabase, addPage } from '../notion-server/edits.ts';
import { startNotion, TOKEN } from '../notion-server/server.ts';
import { date, select, status, text } from '../notion-server/values.ts';
import { createWorld } from '../notion-server/world.ts';

export const SITE = [
  '# Everything in here is public.',
  'name: Kiosk',
  'url: https://updates.kiosk.example.com/news/',
  'products:',
  '  - { id: till, name: Till }   # the only one',
  '',
].join('\n');

/** A Notion with a database of plans, and a content folder that knows it. */
export async function setUpNotion(options: { site?: string; now?: boolean } = {}) {
  const world = createWorld(options.now ? realClock() : createClock());
  const { database, source } = addDatabase(world, 'Release plans', COLUMNS);
  const server = await startNotion(world, { limit: Number.POSITIVE_INFINITY });
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  writeFiles(folder, { 'site.yaml': options.site ?? `${SITE}notion:\n  plans: ${source.id}\n` });
  const addPlan = (title: string, version: string, body = 'Better than before.') =>
    addPage(world, source.id, {
      title,
      body: `## Summary\n${body}`,
      properties: {
        ID: text(`p-${version.replace('.', '-')}`),
        Product: select('till'),
        Version: text(version),
        Status: status('released'),
        Released: date('2026-05-02'),
        Visibility: select('public'),
      },
    });
  const env = { NOTION_TOKEN: TOKEN, SLIPWAY_NOTION_URL: server.origin };
  const run = (words: readonly string[], other: NodeJS.ProcessEnv = {}) =>
    runWith([...words, '--content', folder], { ...env, ...other });
  const plans = () => {
    const files = readdirSync(join(folder, 'plans/notion')).filter((name) => name.endsWith('.md'));
    return files.map((name) => readFileSync(join(folder, 'plans/notion', name), 'utf8'));
  };
  return { world, database, source, server, folder, env, addPlan, run, plans };
}

/** Runs one command in this process, from its words to its exit code. Whatever it does, it never shows a token. */
export async function runWith(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  let output = '';
  const keep = (data: unknown) => {
    output += String(data);
    return true;
  };
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  for (const [name, value] of Object.entries({ NO_COLOR: '1', ...env })) vi.stubEnv(name, value);
  try {
    const code = await runCommand(words);
    for (const secret of [env['NOTION_TOKEN'], TOKEN]) if (secret) expect(output).not.toContain(secret);
    return { code, output };
  } finally {
    for (const stream of streams) stream.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** Starts `slipway` as a process of its own, to be watched; it is ended with the test. */
export function startWith(words: readonly string[], env: NodeJS.ProcessEnv) {
  const entry = join(projectFolder, 'scripts/slipway.mjs');
  const child = spawn(process.execPath, [entry, ...words], {
    cwd: projectFolder,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  let output = '';
  const keep = (data: unknown) => (output += String(data));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  onTestFinished(() => {
    child.kill();
    for (const secret of [env['NOTION_TOKEN'], TOKEN]) if (secret) expect(output).not.toContain(secret);
  });
  const until = async (words_: string | RegExp) => {
    const isThere = () => (typeof words_ === 'string' ? output.includes(words_) : words_.test(output));
    for (let turn = 0; turn < 600 && !isThere(); turn++) await new Promise((done) => setTimeout(done, 25));
    expect(output).toMatch(words_);
  };
  return { process: child, output: () => output, until };
}

const COLUMNS = {
  Title: { title: {} },
  ID: { rich_text: {} },
  Status: { status: { options: ['draft', 'planned', 'released'].map((name) => ({ name })) } },
  Visibility: { select: { options: [{ name: 'internal' }, { name: 'public' }] } },
  Product: { select: { options: [{ name: 'till' }] } },
  Version: { rich_text: {} },
  Released: { date: {} },
};
