import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';
import { addLeftOut, editPage, renameColumn } from '../notion-server/edits.ts';
import { SITE, runWith, setUpNotion, startWith } from './notion-setting.ts';

/** An address where nobody answers. */
const OFFLINE = { SLIPWAY_NOTION_URL: await closedAddress() };

describe('slipway pull', () => {
  test('brings plans that every other command reads, and a second time nothing', async () => {
    const { run, addPlan, folder, server, plans } = await setUpNotion();
    addPlan('Book a table', '1.2');
    const dry = await run(['pull', '--dry-run']);
    expect(dry).toEqual({ code: 0, output: '+ Book a table\n1 plan from Notion; 1 would be added.\n' });
    expect([...readTree(folder).keys()]).toEqual(['site.yaml']);
    const first = await run(['pull']);
    expect(first).toEqual({ code: 0, output: '+ Book a table\n1 plan from Notion; 1 added.\n' });
    expect(plans()[0]).toMatch(/^---\n# https:\/\/app\.notion\.com\/p\/[0-9a-f]{32}\n/);
    const before = readTree(folder);
    server.log.length = 0;
    expect((await run(['pull'])).output).toBe('1 plan from Notion; nothing changed.\n');
    expect(server.log).toHaveLength(2);
    expect(readTree(folder)).toEqual(before);
    const published = await run(['publish']);
    expect(published.output).toContain('1 release ');
    expect(readFileSync(join(folder, 'releases/till/1-2.yaml'), 'utf8')).toContain('title: Book a table');
  });

  test('prints JSON for machines', async () => {
    const { run, addPlan } = await setUpNotion();
    addPlan('Book a table', '1.2');
    const { plans } = JSON.parse((await run(['pull', '--json'])).output) as {
      plans: Record<string, unknown>;
    };
    expect(plans).toMatchObject({ added: ['Book a table'], plans: 1, problems: [], written: true });
  });

  test('reads the properties that site.yaml maps, and takes a link for an id', async () => {
    const { run, addPlan, world, source, database, folder, plans } = await setUpNotion();
    addPlan('Book a table', '1.2');
    renameColumn(world, source.id, 'Released', 'Ship date');
    const link = `https://www.notion.so/kiosk/Release-plans-${database.id.replaceAll('-', '')}?v=${world.nextId().replaceAll('-', '')}`;
    writeFileSync(
      join(folder, 'site.yaml'),
      `${SITE}notion:\n  plans: ${link}\n  properties:\n    released: Ship date\n`,
    );
    const result = await run(['pull']);
    expect(result.output).toContain(`is a database; its data source is ${source.id}.`);
    expect(result.code).toBe(0);
    expect(plans()[0]).toContain("released: '2026-05-02'");
  });

  test('refuses to remove many plans at once, and says which', async () => {
    const { run, addPlan, world, plans } = await setUpNotion();
    for (let index = 0; index < 8; index++) addPlan(`Plan ${index}`, `1.${index}`);
    await run(['pull']);
    for (const page of world.pages.values()) page.shared = false;
    const result = await run(['pull']);
    expect(result.code).toBe(1);
    expect(result.output).toContain(
      '8 of 8 plans are gone from Notion. None of them was removed: Plan 0, Plan 1,',
    );
    expect(result.output).toContain('pull with --allow-mass-delete');
    expect(plans()).toHaveLength(8);
    expect((await run(['pull', '--allow-mass-delete'])).output).toContain('8 removed');
  });
});

test('half a page is never published', async () => {
  const { run, addPlan, world, folder } = await setUpNotion();
  const page = addPlan('Book a table', '1.2');
  await run(['pull']);
  await run(['publish']);
  const before = readTree(join(folder, 'releases'));
  world.clock.advance(600_000);
  const { line } = addLeftOut(world, page.id, 'Only for guests.', false);
  editPage(world, page.id, (each) => Object.assign(each, { body: `## Summary\nChanged.\n${line}` }));
  expect((await run(['pull'])).output).toContain('a part of the page is not shared with the connection');
  const result = await run(['publish']);
  expect(result.code).toBe(1);
  expect(result.output).toContain('Unexpected gap, expected the whole page');
  expect(result.output).toContain('its last published record stays as it is');
  expect(readTree(join(folder, 'releases'))).toEqual(before);
});

describe('what is wrong is said in a sentence', () => {
  test('no token', async () => {
    const { run } = await setUpNotion();
    const result = await run(['pull'], { NOTION_TOKEN: '' });
    expect(result.code).toBe(1);
    expect(result.output).toContain(
      'There is no token for Notion: NOTION_TOKEN is not set in the environment.',
    );
    expect(result.output).toContain('open Settings → Connections');
  });

  test.each([
    ['ntn_wrong_0123456789', 'Notion does not accept the token. Nothing was changed.'],
    ['ntn_two\nlines_0123456789', 'NOTION_TOKEN holds spaces, line breaks or letters that no token has.'],
    ['“ntn_quoted_0123456789”', 'NOTION_TOKEN holds spaces, line breaks or letters that no token has.'],
  ])('a bad token: %j', async (token, sentence) => {
    const { run } = await setUpNotion();
    const result = await run(['pull'], { NOTION_TOKEN: token });
    expect(result.code).toBe(1);
    expect(result.output).toContain(sentence);
    expect(result.output).not.toMatch(/\n\s+at /);
  });

  test('a database that is not shared with the connection, or in the trash', async () => {
    const { run, source, database, addPlan } = await setUpNotion();
    addPlan('Book a table', '1.2');
    source.shared = database.shared = false;
    const unshared = await run(['pull']);
    expect(unshared.code).toBe(1);
    expect(unshared.output).toContain('it is not shared with the connection. Nothing was changed.');
    expect(unshared.output).toContain('choose ••• → Connections, and add your connection there');
    source.shared = database.shared = source.inTrash = true;
    const trashed = await run(['pull']);
    expect(trashed.output).toContain('The database of your plans is in Notion’s trash. Nothing was changed.');
    expect(trashed.output).toContain('Restore it there: https://app.notion.com/p/');
  });

  test('a property that is missing', async () => {
    const { run, source, addPlan, folder } = await setUpNotion();
    addPlan('Book a table', '1.2');
    await run(['pull']);
    const before = readTree(folder);
    source.columns = source.columns.filter((column) => column.name !== 'Version');
    const gone = await run(['pull']);
    expect(gone.code).toBe(1);
    expect(gone.output).toContain(
      'The property “Version”, which plans were read from, is gone from the database.',
    );
    expect(gone.output).toMatch(/pull with --accept-schema .*https:\/\/app\.notion\.com\/p\//);
    expect(readTree(folder)).toEqual(before);
    expect((await run(['pull', '--accept-schema'])).code).toBe(0);
    writeFileSync(
      join(folder, 'site.yaml'),
      `${SITE}notion:\n  plans: ${source.id}\n  properties: { released: Shipp date }\n`,
    );
    const unmapped = await run(['pull']);
    expect(unmapped.output).toContain(
      'The database has no property “Shipp date”, which site.yaml names for Released.',
    );
  });

  test('no network, or a Notion that is down', async () => {
    const { run, server, addPlan } = await setUpNotion();
    addPlan('Book a table', '1.2');
    const offline = await run(['pull'], OFFLINE);
    expect(offline.code).toBe(1);
    expect(offline.output).toContain('Notion cannot be reached from here. Nothing was changed.');
    server.fail({ on: /./, times: 100, fault: { status: 403, code: 'x' } });
    const refused = await run(['pull']);
    expect(refused.output).toContain('Notion does not let the connection read the database of your plans');
  });

  test('a rate limit of several minutes, and the run goes on waiting', async () => {
    const { server, env, folder } = await setUpNotion();
    server.fail({ on: /./, fault: { status: 429, retryAfter: 320 } });
    const pull = startWith(['pull', '--content', folder], env);
    await pull.until('Notion’s rate limit: going on in 5 min 20 s.');
    expect(pull.process.exitCode).toBeNull();
  }, 20_000);

  test('a token is sent to Notion and to this machine, and nowhere else', async () => {
    const { run } = await setUpNotion();
    const result = await run(['pull'], { SLIPWAY_NOTION_URL: 'http://notion.example.com:80' });
    expect(result.code).toBe(1);
    expect(result.output).toContain('leads away from this machine; tokens are not sent there');
  });

  test.each([
    ['', 'site.yaml does not say where your plans are in Notion.', 'slipway notion init --parent'],
    [
      'notion: { plans: our plans }\n',
      'site.yaml:6  Unexpected `our plans` as `notion.plans`, expected the id or the link of a database',
      '',
    ],
    [
      'notion:\n  properties:\n    relased: Ship date\n',
      'site.yaml:8  Unexpected `Ship date` as `notion.properties.relased`',
      'did you mean `released`?',
    ],
  ])('settings: %j', async (yaml, sentence, hint) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'site.yaml': SITE + yaml });
    const result = await runWith(['pull', '--content', folder], { NOTION_TOKEN: 'ntn_unused_0123456789' });
    expect(result.code).toBe(1);
    expect(result.output).toContain(sentence);
    expect(result.output).toContain(hint);
  });
});

describe('npm start where Notion is down', () => {
  test('goes on with the last good copy and says from when it is', async () => {
    const { run, addPlan, folder, env } = await setUpNotion();
    addPlan('Book a table', '1.2');
    await run(['pull']);
    const words = ['start', '--content', folder, '--out', join(folder, 'dist')];
    const started = startWith(words, { ...env, ...OFFLINE });
    await started.until(/The last good copy of your plans is used; it is from \w+ \d+, \d{4} at \d+:\d+/);
    await started.until('1 release and 0 roadmap items public');
  }, 20_000);

  test('without any copy changes nothing', async () => {
    const { run, folder } = await setUpNotion();
    writeFiles(folder, { 'plans/own.md': '---\ntitle: Own\n---\n' });
    const result = await run(['start', '--out', join(folder, 'dist')], OFFLINE);
    expect(result.code).toBe(1);
    expect(result.output).toContain('Notion cannot be reached from here. Nothing was changed.');
    rmSync(join(folder, 'plans'), { recursive: true });
    expect([...readTree(folder).keys()]).toEqual(['site.yaml']);
  });
});

async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return `http://127.0.0.1:${port}`;
}
