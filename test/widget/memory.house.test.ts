import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../house/browser.ts';
import { serveFolder } from '../house/static-server.ts';

/** What a browser keeps for a reader, and one that keeps nothing. */

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveFolder(inject('sites').demo), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a browser that keeps nothing ticks, changes its theme and has its keys all the same', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Blocked', 'SecurityError');
      },
    }),
  );
  await page.goto(`${server.address}releases/partner-api/3-0-0/`);
  await page.locator('[data-step]').first().check();
  expect(await page.locator('[data-steps-done]').innerText()).toMatch(/^1 of/);
  await page.keyboard.press('t');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  // There is nowhere to remember that they are off.
  expect(await page.getByRole('dialog').getByRole('checkbox').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('steps before an upgrade stay done in this browser', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}releases/partner-api/3-0-0/`);
  const boxes = page.locator('.steps input');
  await boxes.nth(1).check();
  const count = await boxes.count();
  expect(await page.locator('[data-steps-done]').innerText()).toBe(`1 of ${count} done`);
  await page.reload();
  expect(await boxes.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked))).toEqual(
    Array.from({ length: count }, (_, place) => place === 1),
  );
  await page.close();
});
