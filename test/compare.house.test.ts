import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './house/browser.ts';
import { slipway } from './house/command-line.ts';
import { serveFolder } from './house/static-server.ts';

/** From my version to that one, and do I get it: the demo in a real browser. */

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveFolder(inject('sites').demo), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address)) complaints.push(`asks ${request.url()}`);
  });
  await page.goto(server.address + path);
  return { page, complaints, context, close: () => context.close() };
}

const sentence = (page: Page) => page.locator('[data-compare-result] .compare-sentence');

describe('comparing', () => {
  test('is not asked for where there is nothing to compare', () => {
    const page = readFileSync(`${inject('sites').lonely}/compare/index.html`, 'utf8');
    expect(page).toContain('There is nothing to compare yet.');
    expect(page).not.toContain('<form class="compare-form"');
  });

  test('does not tell whoever has a withdrawn release that there is nothing to do', () => {
    const page = readFileSync(`${inject('sites').unseen}/since/shelf/bandana/index.html`, 'utf8');
    expect(page).toContain('This release was withdrawn. Do not use it.');
    expect(page).not.toContain('There is nothing to do');
  });

  test('counts what breaks among what requires action, also where it does not say which', async () => {
    const site = await serveFolder(inject('sites').unseen, '/updates/');
    const page = await browser.newPage();
    const version = '2026-05-07-nightly-20260507t031500z-build-1234567890-sha-abcd';
    await page.goto(`${site.address}compare/till/3-0-0...${version}/`);
    expect(await page.locator('.compare-sentence').innerText()).toContain('5 actions, 5 breaking');
    const required = page.locator('.compared-action');
    expect(await required.locator('h2 .count').innerText()).toBe('5');
    expect(await required.locator('.change').count()).toBe(5);
    expect(await required.getByText('Look at it.').count()).toBe(3);
    await page.close();
    await site.close();
  });

  test('says the same as the terminal, and loads the words of what must be done', async () => {
    const { page, complaints, close } = await open('compare/?from=2.6&product=partner-api');
    const { output } = await slipway(['since', '2.6', '--product', 'partner-api']);
    const words = await sentence(page).innerText();
    expect(words).toMatch(
      /^From 2\.6\.0 to 3\.1\.0: 5 releases, 13 actions, 5 breaking, 22 changes, 1 known/,
    );
    expect(output).toContain(words);
    await page.getByText('Replace page numbers by cursor in all lists.').waitFor();
    await page.getByText('Decide by code, never by message.').waitFor();
    const behaviour = page.locator('.compared-behaviour .change').first();
    await behaviour.locator('summary').click();
    await expect.poll(() => behaviour.locator('details').innerText()).toMatch(/\S\n+\S/);
    expect(await behaviour.locator('a.tag').getAttribute('href')).toMatch(/^\/releases\/partner-api\/.*#/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('keeps form, address and answer in step', async () => {
    const { page, complaints, close } = await open('compare/');
    await page.locator('.compare-form [name=product]').selectOption('rider-app');
    await page.locator('[name=from]').fill('5.8');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    // Before the script and its index have come, the browser sends the form itself, with its empty fields.
    await page.waitForURL(({ searchParams }) => searchParams.get('from') === '5.8');
    await expect.poll(() => sentence(page).innerText()).toMatch(/^From 5\.8\.0 to 5\.12\.0: 6 releases/);
    await page.locator('[name=to]').fill('5.9.0');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.waitForURL('**/compare/?product=rider-app&from=5.8&to=5.9.0');
    await expect.poll(() => sentence(page).innerText()).toMatch(/^From 5\.8\.0 to 5\.9\.0: 1 release/);
    await page.getByRole('button', { name: 'Swap the versions' }).click();
    await expect.poll(() => page.locator('.compare-note').innerText()).toContain('5.8.0 is older than 5.9.0');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => sentence(page).innerText()).toMatch(/^From 5\.8\.0 to 5\.12\.0/);
    await page.locator('[name=only]').check();
    await page.waitForURL('**only=actions');
    expect(await page.locator('.compared:visible h2').allInnerTexts()).toEqual(['Requires action 2']);
    await page.reload();
    await expect.poll(() => page.locator('.compared:visible').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  test('says what is compared in its title and on paper, where no form does', async () => {
    const { page, close } = await open('compare/?product=rider-app&from=5.8.0&to=5.9.0');
    await sentence(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.compare-form').isVisible()).toBe(false);
    const main = await page.getByRole('main').innerText();
    expect(main).toMatch(/Rider app\s+From 5\.8\.0 to 5\.9\.0/);
    const title = 'Rider app 5.8.0 → 5.9.0 · Compare two versions · Trundleby updates';
    expect(await page.title()).toBe(title);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('[name=to]').fill('5.10.0');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => page.title()).toContain('5.8.0 → 5.10.0');
    await page.goBack();
    await expect.poll(() => page.title()).toBe(title);
    await close();
  });

  test.each([
    ['from=9.9&product=rider-app', 'There is no version “9.9”. Did you mean 5.12.0?'],
    ['from=5.99', 'There is no version “5.99”. Did you mean 5.12.0?'],
    ['from=2.7.0&to=5.9.0', 'These are versions of two products: Partner API and Rider app.'],
    ['from=2.7.0&to=3.2.0&product=partner-api', '3.2.0 is not out yet. Did you mean 3.1.0?'],
  ])('says what is wrong with %s', async (search, words) => {
    const { page, close } = await open(`compare/?${search}`);
    await expect.poll(() => page.locator('.compare-note').innerText()).toContain(words);
    await close();
  });

  test('finds a version in the product that has it, and says which', async () => {
    const { page, complaints, close } = await open('compare/?from=2026.01&to=2026.11');
    await expect.poll(() => sentence(page).innerText()).toMatch(/^From 2026\.01 to 2026\.11: 3 releases/);
    const product = page.locator('.compare-form [name=product]');
    expect(await product.inputValue()).toBe('fleet-console');
    expect(new URL(page.url()).searchParams.get('product')).toBe('fleet-console');
    await page.locator('[name=to]').fill('');
    await page.locator('[name=from]').fill('2.6');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => sentence(page).innerText()).toMatch(/^From 2\.6\.0 to 3\.1\.0/);
    expect(await product.inputValue()).toBe('partner-api');
    await page.goBack();
    await expect.poll(() => sentence(page).innerText()).toMatch(/^From 2026\.01 to 2026\.11/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('is taken along as a link, as Markdown and as a checklist', async () => {
    const { page, context, close } = await open('compare/?product=partner-api&from=2.7.0&to=3.0.0');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(clipboard).toBe(page.url());
    await page.locator('.toast', { hasText: 'Copied' }).waitFor();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect
      .poll(clipboard)
      .toContain('**Errors have one form** (3.0.0): Decide by `code`, never by `message`.');
    const { output } = await slipway([
      'since',
      '2.7.0',
      '--to',
      '3.0.0',
      '--product',
      'partner-api',
      '--markdown',
    ]);
    expect((await clipboard()).split('\n').filter((line) => line.startsWith('#'))).toEqual(
      output.split('\n').filter((line) => line.startsWith('#')),
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as checklist' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('checklist-3.0.0.md');
    const list = readFileSync(await download.path(), 'utf8');
    expect(list.match(/^- \[ \] /gm)).toHaveLength(10);
    await close();
  });

  test('remembers my version in this browser', async () => {
    const { page, close } = await open('compare/?product=rider-app&from=5.9.0');
    await sentence(page).waitFor();
    await page.getByLabel('This is my version').check();
    await page.goto(`${server.address}compare/?product=rider-app`);
    await expect.poll(() => page.locator('[name=from]').inputValue()).toBe('5.9.0');
    await page.goto(`${server.address}known-issues/`);
    await expect.poll(() => page.locator('[data-mine-answer]').innerText()).toMatch(/open in 5\.9\.0\.$/);
    await close();
  });

  test('works without a script: pairs are pages, with everything on them', async () => {
    const { page, close } = await open('compare/', { javaScriptEnabled: false });
    expect(await page.locator('.compare-form').isVisible()).toBe(false);
    await page.getByRole('link', { name: '2.7.0 → 3.0.0', exact: true }).click();
    expect(page.url()).toMatch(/\/compare\/partner-api\/2-7-0\.\.\.3-0-0\/$/);
    const text = await page.locator('main').innerText();
    expect(text).toContain(
      'From 2.7.0 to 3.0.0: 1 release, 10 actions, 5 breaking, 12 changes, 1 known issue',
    );
    expect(text).toContain('Decide by code, never by message.');
    await page.goto(`${server.address}since/rider-app/5-6-0/`);
    expect(await page.locator('main').innerText()).toContain('Install 5.9.1 before you share a ride again.');
    await close();
  });

  test.each([
    ['compare/rider-app/5-6-0...5-9-1/', /From 5\.6\.0 to 5\.9\.1: \d+ releases/],
    ['since/rider-app/v5.6/', /From 5\.6\.0 to \d/],
    ['since/rider-app/9-9-9/', /9-9-9/],
  ])('an address without a page, %s, leads to the comparison', async (address, told) => {
    const { page, close } = await open(address);
    await page.waitForURL(/\/compare\/\?from=/);
    await expect.poll(() => page.locator('[data-compare-result]').innerText()).toMatch(told);
    await close();
  });

  test.each(['/elsewhere.example/since/1-0/', '/elsewhere.example/releases/v1.0/'])(
    'an address that reads like another host, %s, leads to no other one',
    async (address) => {
      const { page, complaints, close } = await open(address);
      await page.waitForURL(/compare\/\?from=|releases\/1-0\//);
      expect(page.url()).toMatch(new RegExp(`^${server.address}/elsewhere`));
      expect(complaints.filter((each) => each.startsWith('as'))).toEqual([]);
      await close();
    },
  );
});

describe('the register of known issues', () => {
  test('shows what is open in mine, fixed since or not', async () => {
    const { page, complaints, close } = await open('known-issues/?product=rider-app&version=5.10.0');
    const answer = () => page.locator('[data-mine-answer]').innerText();
    await expect.poll(answer).toBe('2 known issues are open in 5.10.0.');
    expect(await page.locator('[data-open]:visible h4').allInnerTexts()).toEqual([
      'Voice hints are silent in some cars and hearing aids',
      'A pass paused from the widget resumes a day late',
    ]);
    await page.locator('[data-mine] select').selectOption({ label: '5.12.0' });
    await page.waitForURL('**/known-issues/?product=rider-app&version=5.12.0');
    await expect.poll(answer).toBe('2 known issues are open in 5.12.0.');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('do I get this?', () => {
  const ask = async (page: Page, region: string, channel: string) => {
    await page.locator('.ask').hover();
    await expect.poll(() => page.locator('[name=region] option').count()).toBeGreaterThan(200);
    await page.locator('[name=region]').selectOption(region);
    await page.locator('[name=channel]').selectOption(channel);
    return page.locator('[data-availability-answer]').innerText();
  };

  test('answers with the reason, and depends where nobody can tell', async () => {
    const { page, complaints, close } = await open('releases/merchant-portal/2-1/');
    expect(await ask(page, 'US', 'web')).toMatch(/^No\n[\s\S]*Sales tax is computed by county there/);
    expect(await ask(page, 'FR', 'web')).toMatch(
      /^Not yet\n[\s\S]*EU, first third[\s\S]*Beta, 200 merchants/,
    );
    expect(await ask(page, 'FR', 'desktop')).toMatch(/^No\n[\s\S]*The legacy desktop client/);
    expect(await ask(page, 'FR', '')).toMatch(/^That depends\n[\s\S]*Still needed: Where I use it/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('offers a country that releases name by its code by its name', async () => {
    const { page, close } = await open('releases/rider-app/5-12-0/');
    await page.locator('.ask').hover();
    const first = page.locator('[name=region] > option');
    await expect.poll(() => first.count()).toBeGreaterThan(5);
    expect(await first.allInnerTexts()).toEqual(expect.arrayContaining(['Gothenburg', 'EU', 'Norway']));
    expect(await page.locator('[name=region] option[value=NO]').allInnerTexts()).toEqual([
      'Norway',
      'Norway',
    ]);
    await close();
  });

  test('keeps the answers here, shares them in an address, and leaves out of the changelog what is not mine', async () => {
    const { page, context, complaints, close } = await open('releases/merchant-portal/2-1/');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await ask(page, 'US', 'web');
    await page.getByRole('button', { name: 'Copy link with these answers' }).click();
    const shared = await page.evaluate(() => navigator.clipboard.readText());
    expect(shared).toMatch(/2-1\/\?region=US&channel=web#Do-I-get-this$/);
    await page.goto(`${server.address}changelog/`);
    const own = page.locator('[data-at="/releases/merchant-portal/2-1/"]');
    expect(await own.isVisible()).toBe(true);
    await page.getByLabel('Only what I have').check();
    await expect.poll(() => own.isVisible()).toBe(false);
    expect(new URL(page.url()).search).toBe('?mine=yes');
    expect(await page.locator('[data-found]').innerText()).toMatch(/^\d+ releases/);
    await page.getByRole('button', { name: 'Copy link with these answers' }).click();
    const list = await page.evaluate(() => navigator.clipboard.readText());
    expect(list).toMatch(/changelog\/\?mine=yes&region=US&channel=web$/);
    await page.goto(`${server.address}changelog/product/merchant-portal/`);
    await page.waitForURL('**/changelog/?product=merchant-portal&mine=yes');
    await expect.poll(() => own.isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Clear filters (2)' }).click();
    await page.waitForURL('**/changelog/');
    expect(await own.isVisible()).toBe(true);
    await close();

    const friend = await open(list.slice(server.address.length));
    await expect
      .poll(() => friend.page.locator('[data-only-mine] [role=status]').innerText())
      .toBe('US, web');
    const theirs = friend.page.locator('[data-asked-list] [data-at="/releases/merchant-portal/2-1/"]');
    await expect.poll(() => friend.page.locator('[data-asked-list] [data-at]').count()).toBeGreaterThan(0);
    expect(await theirs.count()).toBe(0);
    await friend.close();

    const other = await open(shared.slice(server.address.length));
    await expect.poll(() => other.page.locator('.ask-verdict').innerText()).toBe('No');
    expect([...complaints, ...other.complaints]).toEqual([]);
    await other.close();
  });
});
