import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstScript } from '../src/site/first-script.ts';
import { manyPayloads } from './documents/payload-matrix.ts';
import { launchBrowser } from './house/browser.ts';
import { slipway } from './house/command-line.ts';
import { permanentFolder, readTree, writeFiles } from './house/files.ts';
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
  OWN.push(host.origin);
  browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  host?.close();
  rmSync(house, { recursive: true, force: true });
});

/** Where the site stands here, and in its feeds. */
const OWN: string[] = ['https://updates.kiosk.example.com/'];

/** A page on which whatever runs says so: payloads call `fired`, and others’ collections call `alert`. */
async function openPage(bypassCSP: boolean): Promise<{ page: Page; said: string[] }> {
  const page = await (await browser.newContext({ bypassCSP })).newPage();
  const said: string[] = [];
  await page.exposeFunction('tell', (text: string) => void said.push(text));
  await page.addInitScript(() => {
    const scope = globalThis as unknown as Record<string, unknown>;
    for (const name of ['fired', 'alert', 'confirm', 'prompt']) {
      scope[name] = () => (scope['tell'] as (text: string) => void)(`${name} on ${location.href}`);
    }
    addEventListener('securitypolicyviolation', (event) => {
      (scope['tell'] as (text: string) => void)(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  // Some of the texts show pictures of the site, as they may, that are not there.
  await page.route(
    (url) => url.pathname.endsWith('.png'),
    (route) => route.fulfill({ contentType: 'image/png', body: '' }),
  );
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => said.push(`${page.url()}: ${message.text()}`));
  page.on('request', (request) => {
    if (!OWN.some((origin) => request.url().startsWith(origin)))
      said.push(`${page.url()} asks ${request.url()}`);
  });
  return { page, said };
}

/** What an element of the page must not be, and must not lead to. */
function findDangers(ownScript: string): string[] {
  const dangers: string[] = [];
  for (const each of document.querySelectorAll('*')) {
    for (const { name, value } of each.attributes) {
      if (name.startsWith('on')) dangers.push(`${each.localName} ${name}`);
      if (/^(?:href|src|action|formaction|data|poster|xlink:href)$/.test(name)) {
        const { protocol } = new URL(value, location.href);
        if (!/^(?:https?|mailto):$/.test(protocol)) dangers.push(`${each.localName} ${name}=${value}`);
      }
      if (name === 'style' || name === 'srcdoc') dangers.push(`${each.localName} ${name}`);
    }
    if (
      each instanceof HTMLAnchorElement &&
      /^https?:$/.test(each.protocol) &&
      each.origin !== location.origin
    ) {
      const isOwn = each.hostname === 'updates.kiosk.example.com';
      if (!isOwn && !each.relList.contains('noopener')) dangers.push(`${each.href} without noopener`);
    }
    if (/^(?:iframe|object|embed|base|frameset|applet|math|marquee|audio|style)$/.test(each.localName))
      dangers.push(each.localName);
    if (each.localName === 'meta' && each.getAttribute('http-equiv') === 'refresh') dangers.push('refresh');
    const isOwn = each.textContent === ownScript || each.getAttribute('type') === 'application/ld+json';
    if (each instanceof HTMLScriptElement && !each.src && !isOwn) dangers.push('script');
  }
  for (const each of document.querySelectorAll<HTMLElement>('a, input, button, summary, [tabindex]'))
    each.focus();
  return [...new Set(dangers)];
}

const pages = () =>
  [...readTree(out)]
    .filter(([path, bytes]) => path.endsWith('.html') && !bytes.includes('http-equiv="refresh"'))
    .map(([path]) => path.replace(/(^|\/)index\.html$/, '$1'));

test(`${tried.length} hostile texts in every field run nothing on any page, even without the policy`, async () => {
  expect(manyPayloads.length).toBeGreaterThanOrEqual(1_849);
  const { page, said } = await openPage(true);
  const all = pages();
  expect(all.length).toBeGreaterThan(20);
  for (const path of all) {
    await page.goto(`${host.origin}/${path}`);
    said.push(...(await page.evaluate(findDangers, firstScript)).map((danger) => `${path}: ${danger}`));
  }
  await page.goto(`${host.origin}/search/?q=fired`);
  await page.waitForTimeout(300);
  said.push(...(await page.evaluate(findDangers, firstScript)));
  expect(said).toEqual([]);
}, 3_600_000);

test('the policy has nothing to refuse', async () => {
  const { page, said } = await openPage(false);
  const all = pages();
  const step = Math.max(1, Math.floor(all.length / 25));
  for (const path of all.filter((_, index) => index % step === 0)) await page.goto(`${host.origin}/${path}`);
  expect(said).toEqual([]);
}, 600_000);

test('nor do the texts of feeds run anything where a reader shows them', async () => {
  const { page, said } = await openPage(true);
  const feed = JSON.parse(readTree(out).get('feed.json')?.toString() ?? '') as {
    items: { content_html: string }[];
  };
  expect(feed.items.length).toBeGreaterThan(5);
  await page.goto(`${host.origin}/robots.txt`);
  for (const { content_html: html } of feed.items) {
    await page.setContent(html);
    said.push(...(await page.evaluate(findDangers, firstScript)));
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
      ([texts, start]) => {
        for (const [at, text] of texts.entries()) {
          const frame = document.createElement('iframe');
          frame.srcdoc = `<script>fired = () => parent.hit(${start + at})</script><body>${text}`;
          document.body.append(frame);
        }
      },
      [some.slice(from, from + 40), from] as const,
    );
    await page.waitForTimeout(400);
  }
  expect(hits.size / some.length).toBeGreaterThanOrEqual(0.2);
}, 600_000);
