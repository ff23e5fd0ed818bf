import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstScript } from '../src/site/first-script.ts';
import { manyPayloads } from './documents/payload-matrix.ts';
import { launchBrowser } from './house/browser.ts';
import { slipway } from './house/command-line.ts';
import { permanentFolder, readTree, writeFiles } from './house/files.ts';
import { findDangers, openWatchedPage } from './house/hostile-page.ts';
import { hostileSite } from './house/hostile-records.ts';
import { hostFolder, type StaticHost } from './house/static-host.ts';
import { runs } from './long.ts';

/** A site in which every text is an attack, in a browser that no policy helps: nothing of it runs, loads or leads astray. */

const house = permanentFolder();
const out = join(house, 'dist');
const isLong = runs(0, 1) === 1;
const tried = manyPayloads.filter((_, index) => isLong || index % 5 === 0);
let host: StaticHost;
let browser: Browser;

beforeAll(async () => {
  writeFiles(join(house, 'content'), {
    'site.yaml':
      'name: Kiosk <img src=x onerror=fired()>\nurl: https://updates.kiosk.example.com/\nproducts:\n  - { id: till, name: "Till\\"><svg onload=fired()>" }\n',
    ...hostileSite(tried, isLong),
  });
  const words = ['--content', join(house, 'content'), '--out', out, '--now', '2026-11-21T12:00:00Z'];
  const { code, output } = await slipway(['build', ...words]);
  expect(code, output).toBe(0);
  host = await hostFolder(out);
  browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  host?.close();
  rmSync(house, { recursive: true, force: true });
});

const pages = () =>
  [...readTree(out)]
    .filter(([path, bytes]) => path.endsWith('.html') && !bytes.includes('http-equiv="refresh"'))
    .map(([path]) => path.replace(/(^|\/)index\.html$/, '$1'));

test(`${tried.length} hostile texts in every field run nothing on any page, even without the policy`, async () => {
  expect(manyPayloads.length).toBeGreaterThanOrEqual(1_849);
  const { page, said } = await openWatchedPage(browser, host.origin, true);
  const all = pages();
  expect(all.length).toBeGreaterThan(20);
  for (const path of all) {
    await page.goto(`${host.origin}/${path}`);
    said.push(
      ...(await page.evaluate(findDangers, { ownScript: firstScript })).map((danger) => `${path}: ${danger}`),
    );
  }
  await page.goto(`${host.origin}/search/?q=fired`);
  await page.waitForTimeout(300);
  said.push(...(await page.evaluate(findDangers, { ownScript: firstScript })));
  expect(said).toEqual([]);
}, 3_600_000);

test('the policy has nothing to refuse', async () => {
  const { page, said } = await openWatchedPage(browser, host.origin, false);
  const all = pages();
  const step = Math.max(1, Math.floor(all.length / 25));
  for (const path of all.filter((_, index) => index % step === 0)) await page.goto(`${host.origin}/${path}`);
  expect(said).toEqual([]);
}, 600_000);

test('nor do the texts of feeds run anything where a reader shows them', async () => {
  const { page, said } = await openWatchedPage(browser, host.origin, true);
  const feed = JSON.parse(readTree(out).get('feed.json')?.toString() ?? '') as {
    items: { content_html: string }[];
  };
  expect(feed.items.length).toBeGreaterThan(5);
  await page.goto(`${host.origin}/robots.txt`);
  for (const { content_html: html } of feed.items) {
    await page.setContent(html);
    said.push(...(await page.evaluate(findDangers, { ownScript: firstScript })));
  }
  expect(said).toEqual([]);
}, 600_000);

test('the same texts do run where nothing is sanitised', async () => {
  const page = await browser.newPage();
  const hits = new Set<number>();
  await page.exposeFunction('hit', (index: number) => void hits.add(index));
  const some = manyPayloads.filter((_, index) => index % runs(8, 1) === 0);
  for (let from = 0; from < some.length; from += 40) {
    await page.setContent('');
    await page.evaluate(
      async ([texts, start]) => {
        const loaded = texts.map((text, at) => {
          const frame = document.createElement('iframe');
          frame.srcdoc = `<script>fired = () => parent.hit(${start + at})</script><body>${text}`;
          document.body.append(frame);
          return new Promise((done) => frame.addEventListener('load', done));
        });
        // Some of the texts leave their frame, and never load.
        await Promise.race([Promise.all(loaded), new Promise((done) => setTimeout(done, 5_000))]);
      },
      [some.slice(from, from + 40), from] as const,
    );
    await page.waitForTimeout(400);
  }
  expect(hits.size / some.length).toBeGreaterThanOrEqual(0.2);
}, 600_000);
