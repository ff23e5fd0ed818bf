import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './house/browser.ts';
import { shiftOf, watchShifts } from './house/page-checks.ts';
import { serveFolder } from './house/static-server.ts';

let demo: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([serveFolder(inject('sites').demo), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

describe('a search result that was found in what it does not show', () => {
  test.each([
    ['battery', '/releases/merchant-portal/2-0/', /^Small battery reports a power cut … The portal was/],
    ['coffee', '/releases/fleet-console/2026-05/', /read standing, with a coffee in one hand/],
    ['metres radius', '/releases/partner-api/3-0-0/', /radius=400 \(metres, at most 2,000\)/],
    ['pallbearer handlebr', '/releases/rider-app/5-3-0/', /number that stands on the handlebar/],
  ])('shows where %s stands, first, and nothing jumps', async (query, address, words) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await watchShifts(page);
    await page.goto(`${demo.address}search/?q=${encodeURIComponent(query)}`);
    const result = page.locator(`.find-hit[href^="${address}"]`).first();
    await result.scrollIntoViewIfNeeded();
    const excerpt = result.locator('.find-excerpt:has(mark)');
    await excerpt.waitFor();
    expect((await excerpt.innerText()).trim()).toMatch(words);
    expect(await shiftOf(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('what is typed before the search has arrived stays, and is searched for', async () => {
  const page = await browser.newPage();
  let arrive = (): void => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/search-dialog/, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(demo.address);
  await page.keyboard.press('/');
  await page.keyboard.type('reserve ');
  const loaded = page.waitForResponse(/search-dialog/);
  arrive();
  await loaded;
  await page.getByRole('dialog').locator('.find-hit').first().waitFor();
  await page.keyboard.type('scoter');
  expect(await page.locator('dialog input[name="q"]').inputValue()).toBe('reserve scoter');
  await page.getByRole('dialog').getByText('Reserve a scooter').first().waitFor();
  await page.close();
});

test('a site with one product does not ask for which, and still filters by kind', async () => {
  const lonely = await serveFolder(inject('sites').lonely);
  const page = await browser.newPage();
  await page.goto(`${lonely.address}search/?q=till&kind=security`);
  await page.locator('[data-search-page]').getByText('Nothing').waitFor();
  expect(await page.locator('select[name="product"]').count()).toBe(0);
  await page.locator('[data-search-page] select[name="kind"]').selectOption('');
  await page.locator('.find-hit').first().waitFor();
  await page.close();
  await lonely.close();
});

test('words as long as a page keep the page as wide as it is', async () => {
  const page = await browser.newPage({ viewport: { width: 400, height: 700 } });
  await page.goto(`${demo.address}search/?q=${'x'.repeat(3000)}`);
  await page.locator('.find-nothing').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  await page.close();
});
