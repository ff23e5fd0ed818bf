import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderRelease } from '../src/documents/public/record-file.ts';
import { ReleaseSchema } from '../src/release/release.ts';
import { launchBrowser } from './house/browser.ts';
import { slipway } from './house/command-line.ts';
import { temporaryFolder, writeFiles } from './house/files.ts';
import { serveFolder } from './house/static-server.ts';

/** A register of known issues that is too long for one page. */

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

const issues = (name: string, count: number, fixedIn?: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${name}-${at}`, title: `${name} ${at}`, fixedIn }));

function records(): Record<string, string> {
  const releases = [
    { version: '1.0.0', released: '2026-01-01', knownIssues: issues('old', 60, '1.1.0') },
    {
      version: '1.1.0',
      released: '2026-02-01',
      knownIssues: [...issues('till', 70), ...issues('mended', 40, '1.2.0')],
    },
    { version: '1.2.0', released: '2026-03-01' },
    { product: 'shelf', version: '2.0.0', released: '2026-02-15', knownIssues: issues('shelf', 50) },
  ].map((release) =>
    ReleaseSchema.parse({
      product: 'till',
      id: `${release.product ?? 'till'}-${release.version}`.replaceAll('.', '-'),
      title: release.version,
      status: 'released',
      ...release,
    }),
  );
  return Object.fromEntries([
    [
      'site.yaml',
      'name: Kiosk\nurl: https://kiosk.example.com/updates/\nproducts:\n  - { id: till, name: Till }\n  - { id: shelf, name: Shelf }\n',
    ],
    ...releases.map((release) => [`releases/${release.product}/${release.id}.yaml`, renderRelease(release)]),
  ]);
}

test('is set in pages, and answers by version from all of them', { timeout: 120_000 }, async () => {
  const [content, out] = [temporaryFolder(), join(temporaryFolder(), 'site')];
  writeFiles(content, records());
  const { code, output } = await slipway(['build', '--content', content, '--out', out]);
  expect(code, output).toBe(0);
  const server = await serveFolder(out, '/updates/');
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  const shown = () => page.locator('[data-open]:visible').count();
  const answer = () => page.locator('[data-mine-answer]').innerText();
  const choose = (label: string, product: string) =>
    page.locator(`[data-mine] optgroup[label=${product}] option`, { hasText: label }).evaluate((option) => {
      (option as HTMLOptionElement).selected = true;
      option.dispatchEvent(new Event('change', { bubbles: true }));
    });

  await page.goto(`${server.address}known-issues/`);
  expect(await shown()).toBe(100);
  expect(await page.locator('.meta').first().innerText()).toBe('120 open issues');
  // What is open is on the first page and the second, what was fixed on the second and the third.
  await choose('1.1.0', 'Till');
  await expect.poll(answer).toBe('110 known issues are open in 1.1.0.');
  expect(await shown()).toBe(110);
  expect(await page.locator('.pagination').isVisible()).toBe(false);
  await choose('1.0.0', 'Till');
  await expect.poll(answer).toBe('60 known issues are open in 1.0.0.');
  expect(await shown()).toBe(60);
  expect(await page.locator('.register h2:visible').allInnerTexts()).toEqual(['Fixed']);
  await choose('2.0.0', 'Shelf');
  await expect.poll(answer).toBe('50 known issues are open in 2.0.0.');
  await page.locator('[data-mine] select').selectOption('');
  await expect.poll(shown).toBe(100);
  expect(await page.locator('.pagination').isVisible()).toBe(true);

  await page.goto('about:blank');
  await page.goto(`${server.address}known-issues/#old-59`);
  await page.waitForURL('**/known-issues/page/3/#old-59');
  await page.goto('about:blank');
  await page.goto(`${server.address}known-issues/#%`);
  await choose('1.0.0', 'Till');
  await expect.poll(answer).toBe('60 known issues are open in 1.0.0.');
  expect(complaints).toEqual([]);

  // A page that does not answer once is asked for again.
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(`${server.address}known-issues/`);
  await context.route('**/known-issues/page/*/', (route) => route.abort());
  await choose('1.0.0', 'Till');
  await expect.poll(answer).toContain('could not be loaded');
  expect(await page.locator('[data-mine] select').inputValue()).toBe('');
  expect(await shown()).toBe(100);
  await context.unroute('**/known-issues/page/*/');
  await choose('1.0.0', 'Till');
  await expect.poll(answer).toBe('60 known issues are open in 1.0.0.');

  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${server.address}known-issues/`);
  const seen = new Set<string>();
  for (let at = 1; at <= 3; at += 1) {
    for (const issue of await plain.locator('[data-open]').all())
      seen.add((await issue.getAttribute('id')) ?? '');
    if (at < 3) await plain.getByRole('link', { name: 'Next' }).click();
  }
  expect(seen.size).toBe(220);
  await plain.getByRole('link', { name: 'Previous' }).click();
  expect(plain.url()).toMatch(/\/known-issues\/page\/2\/$/);
  await server.close();
});
