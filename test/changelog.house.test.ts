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
  ['?product=scooter-app', '/changelog/'],
  ['?product=scooter-app&kind=fixed', '/changelog/kind/fixed/'],
])('a changelog that is asked for %s alone leads to the page that has it', async (search, path) => {
  const page = await browser.newPage();
  await page.goto(`${demo.address}changelog/${search}`);
  await page.waitForURL(`**${path}`);
  expect(await page.locator('[data-at]:visible').count()).toBeGreaterThan(0);
  await page.close();
});

test('the filters on a phone say once how many releases are left with each that is chosen', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${demo.address}changelog/`);
  await page.getByRole('button', { name: 'Filters' }).click();
  const show = page.getByRole('dialog', { name: 'Filters' }).getByRole('link', { name: /^Show [1-9]/ });
  await show.waitFor();
  const words = async () => (await show.innerText()).trim();
  const all = await words();
  const said = await page.evaluateHandle(() => {
    const texts: string[] = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const live = (target as Element).closest?.('[aria-live=polite], [role=status]');
        if (live) texts.push(live.textContent?.trim() ?? '');
      }
    }).observe(document.body, { subtree: true, childList: true });
    return texts;
  });
  await page.locator('dialog [data-kind=security]').click();
  await expect.poll(words).not.toBe(all);
  const fewer = await words();
  await page.locator('dialog [data-kind=security]').click();
  await expect.poll(words).toBe(all);
  expect(await said.jsonValue()).toEqual([fewer, all]);
  await page.close();
});
