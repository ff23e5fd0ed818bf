import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './house/browser.ts';
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

test.each([
  ['?view=rows', '/changelog/rows/'],
  ['?product=rider-app', '/changelog/product/rider-app/'],
  ['?kind=fixed&utm_source=mail', '/changelog/kind/fixed/'],
  ['?page=1', '/changelog/'],
])('a changelog that is asked for %s alone leads to the page that has it', async (search, path) => {
  const page = await browser.newPage();
  await page.goto(`${demo.address}changelog/${search}`);
  await page.waitForURL(`**${path}`);
  expect(await page.locator('[data-at]:visible').count()).toBeGreaterThan(0);
  await page.close();
});
