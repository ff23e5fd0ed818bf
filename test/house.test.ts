import { once } from 'node:events';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './house/browser.ts';
import { renderHolder } from '../src/sources/holder.ts';
import { projectFolder, start, untilPrinted } from './house/command-line.ts';
import { permanentFolder, readTree, temporaryFolder, writeFiles } from './house/files.ts';
import { findBrokenLinks } from './house/links.ts';

/** From plan to page: the demo through the real command line, and its site in a real browser. */

const house = permanentFolder();
const content = join(house, 'content');
const out = join(house, 'dist');
let address = '';
let greeting = '';
let server: ReturnType<typeof start>;
let browser: Browser;

const waves = '/releases/merchant-portal/2-1/';
const api3 = '/releases/partner-api/3-0-0/';
const yanked = '/releases/rider-app/5-6-0/';

beforeAll(async () => {
  cpSync(resolve(projectFolder, 'content'), content, { recursive: true });
  rmSync(join(content, 'releases'), { recursive: true, force: true });
  server = start(['start', '--content', content, '--out', out, '--now', '2026-11-21T12:00:00Z']);
  greeting = await untilPrinted(server, /stop with/);
  address = /http:\S+(?=\s+ready)/.exec(greeting)?.[0] ?? '';
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (server && server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'close');
  }
  rmSync(house, { recursive: true, force: true });
});

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) complaints.push(`asks ${request.url()}`);
  });
  await page.goto(new URL(path, address).href);
  return { page, complaints, close: () => context.close() };
}

test('one command checks, publishes, builds, serves and says so', async () => {
  expect(greeting).toMatch(/40 releases and 9 roadmap items public .*warnings/);
  expect(greeting).toMatch(/\d+ pages built into .* in [\d.]+ m?s\./);
  expect((await fetch(address)).status).toBe(200);
});

test('the committed records are what the plans give', () => {
  const committed = readTree(resolve(projectFolder, 'content/releases'));
  const fresh = readTree(join(content, 'releases'));
  // How the roadmap changed is kept from one publish to the next; no plan tells it.
  expect(committed.delete('_roadmap-changes.yaml')).toBe(true);
  expect([...fresh.keys()]).toEqual([...committed.keys()]);
  for (const [path, bytes] of fresh) expect(bytes.toString(), path).toBe(committed.get(path)?.toString());
});

test('no link of the site leads nowhere', () => {
  expect(findBrokenLinks(readTree(out), new URL(address).pathname)).toEqual([]);
});

describe('the release page', () => {
  test('says who gets Release 2.1 and who does not, and why', async () => {
    const { page, close } = await open(waves);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Small and mid-size merchants in the EU');
    expect(text).toContain('compliance reviewers');
    expect(text).toMatch(/Merchants in the US[\s\S]*Sales tax/);
    expect(text).toMatch(/legacy desktop client[\s\S]*stops on 31 March 2027/i);
    expect(text).toContain('200');
    await close();
  });

  test('puts what must be done before everything else, then breaking changes', async () => {
    const { page, close } = await open(api3);
    const headings = await page.locator('main h2').allInnerTexts();
    const [steps, breaking, added] = [/before you upgrade/i, /breaking/i, /^new/i].map((name) =>
      headings.findIndex((heading) => name.test(heading)),
    );
    expect(steps).toBe(0);
    expect(breaking).toBeGreaterThan(0);
    expect(added).toBeGreaterThan(breaking ?? 0);
    await close();
  });

  test('of a yanked release says so first, and where to go instead', async () => {
    const { page, close } = await open(yanked);
    const text = await page.locator('main').innerText();
    expect(text).toContain('closed itself right after the start');
    expect(text.indexOf('closed itself')).toBeLessThan(text.indexOf('A monthly pass covers'));
    await close();
  });
});

test('search finds a change by its words, by a version and by a code name, with the keyboard alone', async () => {
  const { page, complaints, close } = await open('/');
  for (const [query, expected] of [
    ['reserve scoter', 'Reserve a scooter'],
    ['v5.9', '5.9.0'],
    ['statement accountant', 'accountant'],
  ] as const) {
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(query);
    await page.getByRole('dialog').getByText(expected).first().waitFor({ timeout: 5_000 });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.reload();
  }
  expect(complaints).toEqual([]);
  await close();
});

test('while somebody writes, a saved plan is on its page at once', async () => {
  const folder = temporaryFolder();
  const plan = (summary: string) =>
    `---\ntitle: Tables\nid: p-1\nversion: "1"\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\n${summary}\n`;
  writeFiles(folder, {
    'site.yaml':
      'name: K\nurl: https://k.example.com/updates/\nproducts: [{ id: till, name: Till }]\nlanguages: { de: {} }\n',
    'plans/a.md': plan('Before.'),
    'plans/a.de.md': plan('Vorher.'),
  });
  const dev = start(['dev', '--content', folder]);
  onTestFinished(async () => {
    dev.kill('SIGTERM');
    if (dev.exitCode === null) await once(dev, 'close');
  });
  const [page = ''] = /http:\S+\/updates\//.exec(await untilPrinted(dev, /stop with/)) ?? [];
  const read = async (language = '') => (await fetch(`${page}${language}releases/1/`)).text();
  const patience = { timeout: 20_000, interval: 50 };
  await expect.poll(() => read(), patience).toContain('Before.');
  // Another language is served as soon as it is asked for.
  const german = await read('de/');
  expect(german).toContain('<html lang="de"');
  expect(german).toContain('Vorher.');
  // Whoever is shown the site is not shown what it is written from.
  for (const path of [
    'content/site.yaml',
    'content/plans/rider-app/5.12.0.md?raw',
    `@fs${projectFolder}/package.json`,
  ])
    expect((await fetch(page + path)).status, path).toBe(403);
  writeFiles(folder, { 'plans/a.md': plan('After.'), 'plans/a.de.md': plan('Nachher.') });
  await expect.poll(() => read(), patience).toContain('After.');
  await expect.poll(() => read('de/'), patience).toContain('Nachher.');
  // Many editors put a new file in the place of the old one, each time.
  for (const summary of ['Once.', 'Twice.', 'Thrice.']) {
    writeFiles(folder, { 'plans/.a.md': plan(summary) });
    renameSync(join(folder, 'plans/.a.md'), join(folder, 'plans/a.md'));
    await expect.poll(() => read(), patience).toContain(summary);
  }
  // What is saved while another run publishes the folder is published when that one is done.
  writeFiles(folder, { '.releases.lock': renderHolder() });
  writeFiles(folder, { 'plans/a.md': plan('At last.') });
  await untilPrinted(dev, /Another run of Slipway .* tried again/);
  expect(await read()).toContain('Thrice.');
  rmSync(join(folder, '.releases.lock'));
  await expect.poll(() => read(), patience).toContain('At last.');
});
