import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { changeGroups } from '../src/release/order.ts';
import type { ChangelogIndex } from '../src/site/changelog-index.ts';
import { launchBrowser } from './house/browser.ts';
import { readTree } from './house/files.ts';
import { findBrokenLinks } from './house/links.ts';
import { serveFolder } from './house/static-server.ts';
import { findViolations } from './house/violations.ts';

/** Reading the demo, and a site below a path whose content nobody has designed for, in a real browser. */

const { demo, unseen } = inject('sites');
let browser: Browser;
let demoServer: Awaited<ReturnType<typeof serveFolder>>;
let unseenServer: Awaited<ReturnType<typeof serveFolder>>;

const LONG = 'releases/till/2026-05-07-nightly-20260507t031500z-build-1234567890-sha-abcd/';

beforeAll(async () => {
  [demoServer, unseenServer, browser] = await Promise.all([
    serveFolder(demo),
    serveFolder(unseen, '/updates/'),
    launchBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await demoServer?.close();
  await unseenServer?.close();
});

async function open(path: string, options: BrowserContextOptions = {}, server = demoServer) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.address + path);
  return { page, complaints, close: () => context.close() };
}

/** The releases that a list shows, by address, in order. */
const listed = (page: Page) =>
  page
    .locator('[data-at]:visible')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-at')));

function matching(product: string | undefined, kinds: readonly string[]): string[] {
  const index = JSON.parse(readFileSync(join(demo, 'changelog-index.json'), 'utf8')) as ChangelogIndex;
  return index.releases
    .filter(([, place]) => !product || index.products[place] === product)
    .filter(
      ([, , ...counts]) =>
        kinds.length === 0 ||
        changeGroups.some((group, at) => kinds.includes(group) && (counts[at] ?? 0) > 0),
    )
    .map(([address]) => address);
}

describe('the filters of the changelog', () => {
  test('are pages alone and an address together, which reload, share and go back', async () => {
    const { page, complaints, close } = await open('changelog/');
    const chip = (name: string) => page.locator('.filters .chip', { hasText: name });
    await chip('Breaking').click();
    await page.waitForURL('**/changelog/kind/breaking/');
    await chip('Partner API').click();
    await page.waitForURL('**/changelog/?product=partner-api&kind=breaking');
    await page.locator('[data-asked-list] [data-at]').first().waitFor();
    expect(await listed(page)).toEqual(matching('partner-api', ['breaking']));
    await chip('Security').click();
    await page.waitForURL('**/changelog/?product=partner-api&kind=breaking,security');
    const both = matching('partner-api', ['breaking', 'security']);
    await expect.poll(() => listed(page)).toEqual(both);
    expect(await page.locator('[data-found]').innerText()).toContain(`${both.length} releases`);
    expect(await chip('Fleet console').locator('.count').innerText()).toBe(
      String(matching('fleet-console', ['breaking', 'security']).length),
    );
    expect(await page.locator('[data-feed-name]').innerText()).toBe('Partner API');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(
      /\/changelog\/product\/partner-api\/$/,
    );
    expect(await page.getByRole('link', { name: 'RSS' }).first().getAttribute('href')).toBe(
      '/changelog/product/partner-api/feed.xml',
    );
    const kinds = await page
      .locator('[data-asked-list] [data-group]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-group')));
    expect(new Set(kinds)).toEqual(new Set(['breaking', 'security']));
    await page.reload();
    await expect.poll(() => listed(page)).toEqual(both);
    await page.goBack();
    await expect.poll(() => listed(page)).toEqual(matching('partner-api', ['breaking']));
    expect(complaints).toEqual([]);
    await close();
  });

  test('that match nothing say how to get out', async () => {
    const { page, close } = await open('changelog/?product=merchant-portal&kind=removed,security');
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('link', { name: 'Clear filters (3)' }).click();
    await page.waitForURL('**/changelog/');
    expect((await listed(page)).length).toBeGreaterThanOrEqual(10);
    await close();
  });

  test('take words, which the search reads', async () => {
    const { page, complaints, close } = await open('changelog/product/merchant-portal/');
    await page.locator('[data-filter-words]').fill('payuot');
    await page.waitForURL('**/changelog/?product=merchant-portal&q=payuot');
    await expect.poll(() => listed(page)).toContain('/releases/merchant-portal/2-1/');
    await page.locator('[data-filter-words]').fill('');
    await page.waitForURL('**/changelog/product/merchant-portal/');
    await expect.poll(() => listed(page)).toEqual(matching('merchant-portal', []));
    expect(complaints).toEqual([]);
    await close();
  });

  test('count on every page of one filter what that filter leaves', async () => {
    const { page, close } = await open('changelog/product/rider-app/');
    for (const group of ['breaking', 'fixed']) {
      const link = page.locator(`.filters [data-kind=${group}]`);
      const index = JSON.parse(readFileSync(join(demo, 'changelog-index.json'), 'utf8')) as ChangelogIndex;
      const own = index.releases.filter(([, place]) => index.products[place] === 'rider-app');
      const sum = own.reduce(
        (total, [, , ...counts]) => total + (counts[changeGroups.indexOf(group as 'fixed')] ?? 0),
        0,
      );
      expect(await link.locator('.count').innerText()).toBe(String(sum));
      expect(await link.getAttribute('href')).toBe(`/changelog/?product=rider-app&kind=${group}`);
    }
    await close();
  });

  test('on a phone are chosen in a dialog and applied together', async () => {
    const { page, complaints, close } = await open('changelog/', { viewport: { width: 360, height: 740 } });
    const opener = page.getByRole('button', { name: 'Filters' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'Filters' });
    await dialog.locator('[data-kind=security]').click();
    await dialog.locator('[data-product=rider-app]').click();
    const expected = matching('rider-app', ['security']);
    await dialog.getByRole('link', { name: `Show ${expected.length} release` }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await opener.click();
    await dialog.locator('[data-kind=security]').click();
    await dialog.locator('[data-product=rider-app]').click();
    await dialog.getByRole('link', { name: /^Show/ }).click();
    await page.waitForURL('**/changelog/?product=rider-app&kind=security');
    await expect.poll(() => listed(page)).toEqual(expected);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(complaints).toEqual([]);
    await close();
  });

  test('need no script: rows and table hold every release, and nothing that does nothing shows', async () => {
    for (const view of ['rows', 'table']) {
      const { page, close } = await open(`changelog/${view}/`, { javaScriptEnabled: false });
      expect(await listed(page)).toEqual(matching(undefined, []));
      for (const dead of [
        '[data-filter-words]',
        '[data-filter-open]',
        '[data-theme-toggle]',
        'button[data-copy]',
      ])
        expect(await page.locator(`${dead}:visible`).count(), dead).toBe(0);
      await close();
    }
  });

  test('lead from one month to those beside it', async () => {
    const { page, close } = await open('changelog/2026/10/', { javaScriptEnabled: false });
    expect(await page.locator('a[rel="prev"]').getAttribute('href')).toBe('/changelog/2026/11/');
    await page.locator('a[rel="next"]').click();
    expect(await page.locator('h1').innerText()).toContain('September 2026');
    await page.goto(`${demoServer.address}changelog/2024/11/`);
    expect(await page.locator('a[rel="prev"], a[rel="next"]').count()).toBe(1);
    await close();
  });

  test('keep the density', async () => {
    const { page, close } = await open('changelog/?kind=breaking&view=table');
    await expect.poll(() => listed(page)).toEqual(matching(undefined, ['breaking']));
    expect(await page.locator('[data-asked-list] thead th').first().innerText()).toBe('Date');
    await page.locator('[data-view=rows]').click();
    await page.waitForURL('**/changelog/?kind=breaking&view=rows');
    await expect
      .poll(() => page.locator('[data-asked-list] .rows li').count())
      .toBe(matching(undefined, ['breaking']).length);
    await close();
  });
});

describe('the keyboard', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

  test('walks, copies, opens, helps and steps back', async () => {
    const { page, complaints, close } = await open('changelog/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const tall = { width: 1280, height: 1200 };
    await page.setViewportSize(tall);
    const titles = (await page.locator('.entry h3').allInnerTexts()).slice(0, 3);
    for (const [key, title] of [
      ['j', 0],
      ['j', 1],
      ['j', 2],
      ['k', 1],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => focused(page)).toBe(titles[title]);
      const entry = await page.locator('.entry', { has: page.locator(':focus') }).boundingBox();
      expect(entry && [entry.y >= 0, entry.y + entry.height <= tall.height]).toEqual([true, true]);
    }
    await page.keyboard.press('y');
    await page.getByText('Copied').waitFor();
    const goal = await page
      .locator('.entry h3 a')
      .nth(1)
      .evaluate((link: HTMLAnchorElement) => link.href);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(goal);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe(titles[1]);
    for (const key of ['t', 't']) await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.keyboard.press('o');
    await page.waitForURL(goal);
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.change')?.id)).toBeTruthy();
    expect(complaints).toEqual([]);
    await close();
  });

  test('says where a browser does not let it copy, and so do the buttons', async () => {
    const { page, complaints, close } = await open('releases/partner-api/3-0-0/');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'));
    });
    await page.clock.install();
    const toast = page.locator('.toast');
    await page.keyboard.press('y');
    await toast.getByText('Not copied').waitFor();
    await page.clock.runFor(4_000);
    await page.locator('button[data-copy]').first().click();
    await page.clock.runFor(4_000);
    expect(await toast.innerText()).toContain('Not copied');
    await page.clock.runFor(1_500);
    expect(await toast.innerText()).toBe('');
    expect(await page.locator('button.copied').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('types where somebody types, and is silent where single keys are off', async () => {
    const { page, close } = await open('changelog/');
    await page.locator('[data-filter-words]').focus();
    await page.keyboard.type('jk?t/');
    expect(await page.locator('[data-filter-words]').inputValue()).toBe('jk?t/');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    for (const key of ['j', 't', '/', '?']) await page.keyboard.press(key);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
    await close();
  });
});

test('on a phone the longest name of a site takes two lines', async () => {
  const { page, close } = await open('', { viewport: { width: 320, height: 640 } });
  const name = page.locator('.site-name span');
  await name.evaluate((each) => (each.textContent = 'The Metropolitan Interlibrary Exchange '.repeat(3)));
  const lines = await name.evaluate(
    (each) => each.clientHeight / Number.parseFloat(getComputedStyle(each).lineHeight),
  );
  expect(Math.round(lines)).toBe(2);
  await close();
});

test('on a phone the way that a reader is on can be seen among the ways', async () => {
  const { page, close } = await open('known-issues/', { viewport: { width: 360, height: 740 } });
  const box = await page.locator('.site-nav [aria-current]').boundingBox();
  expect(box && Math.floor(box.x + box.width)).toBeLessThanOrEqual(360);
  await close();
});

test('what scripts write has the marks of what was there before: a word and an icon, in the tone of the state', async () => {
  const { page, close } = await open('search/?q=5.6.0&product=rider-app');
  const state = page.locator('.find-results .badge').filter({ hasText: 'Withdrawn' }).first();
  await state.waitFor();
  expect(await state.getAttribute('class')).toBe('badge tone-bad');
  const drawn = (selector: string) => page.locator(selector).first().getAttribute('d');
  const icon = await drawn('.find-results .tone-bad path');
  await page.goto(`${demoServer.address}compare/?product=partner-api&from=2.7.0&to=3.0.0`);
  await page.locator('.compare-result .badge').first().waitFor();
  const breaking = await drawn('.compare-result .kind-breaking path');
  await page.goto(`${demoServer.address}compare/partner-api/2-7-0...3-0-0/`);
  expect(await drawn('.kind-breaking path')).toBe(breaking);
  await page.goto(`${demoServer.address}releases/rider-app/5-6-0/`);
  expect(await drawn('.tone-bad path')).toBe(icon);
  await close();
});

describe('accessibility', () => {
  test('keeps it in its dialogs', async () => {
    const { page, close } = await open('changelog/', { viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('link', { name: /^Show \d+ releases/ }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await close();
  });
});

test('a toggle is closed until it is opened by a key, printed, or led into', async () => {
  const { page, close } = await open('releases/partner-api/3-0-0/');
  const toggle = page.locator('.text details').first();
  const isShown = () =>
    toggle.locator('table').evaluate((table) => table.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isShown()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await isShown()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await isShown()).toBe(false);
  await toggle.evaluate((each) => (each.querySelector('table')!.id = 'inside'));
  await page.evaluate(() => (location.hash = '#inside'));
  await expect.poll(isShown).toBe(true);
  await toggle.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await isShown()).toBe(false);
  await close();
});

test('a card shows the first picture of its highlights: sized, one for each scheme, and late unless it is the first on the page', async () => {
  const { page, close } = await open('changelog/', {
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
  });
  const card = page.locator('.entry').filter({ hasText: 'Statements you can check line by line' });
  const pictures = card.locator('img');
  expect(await pictures.count()).toBe(2);
  const [light, dark] = [pictures.nth(0), pictures.nth(1)];
  expect(await Promise.all([light.isVisible(), dark.isVisible()])).toEqual([false, true]);
  expect(await dark.getAttribute('loading')).toBe('lazy');
  expect(await light.getAttribute('fetchpriority')).toBe('high');
  expect(await page.locator('.entry img:not([loading])').count()).toBe(1);
  expect(await dark.getAttribute('width')).toBe('680');
  expect(await card.locator('figcaption').innerText()).toContain('Each line can be questioned');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await Promise.all([light.isVisible(), dark.isVisible()])).toEqual([true, false]);
  expect(await page.locator('.entry').filter({ hasText: 'Lit streets first' }).locator('img').count()).toBe(
    0,
  );
  await close();
});

test('a film keeps its place and is loaded when it is asked for', async () => {
  const { page, close } = await open('releases/rider-app/5-9-0/');
  const film = page.locator('.text video');
  const { width = 0, height = 0 } = (await film.boundingBox()) ?? {};
  expect(width / height).toBeCloseTo(960 / 540, 1);
  expect(await film.evaluate((each: HTMLVideoElement) => each.readyState)).toBe(0);
  expect(await film.getAttribute('poster')).toBe('/images/spots-ahead.webp');
  expect(await page.locator('figure:has(video) figcaption').innerText()).toContain('three free spots');
  await close();
});

test('prints without its frame, with the addresses of its links', async () => {
  const { page, close } = await open('releases/partner-api/3-0-0/');
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.site-header', '.site-footer', '.contents', '.neighbours', '.ask', '.meta a'])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  const after = await page
    .locator('main a[href^="http"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('http');
  expect((await page.pdf()).byteLength).toBeGreaterThan(10_000);
  await close();
});

test('stands still for who asks for it, and keeps its shapes in forced colours', async () => {
  const { page, close } = await open('changelog/kind/breaking/', {
    reducedMotion: 'reduce',
    forcedColors: 'active',
  });
  await page.keyboard.press('/');
  await page.getByRole('dialog').waitFor();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('a, button, dialog')].filter((each) => {
        const { transitionDuration, animationName } = getComputedStyle(each);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none';
      }).length,
  );
  expect(moving).toBe(0);
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each) => {
        const { backgroundColor, borderTopWidth, borderTopColor } = getComputedStyle(each);
        return { backgroundColor, borderTopWidth, borderTopColor };
      });
  expect((await look('.entry .badge')).borderTopWidth).toBe('1px');
  expect((await look('.chip[aria-current]')).backgroundColor).not.toBe(
    (await look('.chip:not([aria-current])')).backgroundColor,
  );
  await close();
});

describe('a second theme below a path', () => {
  test('has its own hue, face, words and addresses', async () => {
    const { page, complaints, close } = await open('changelog/', {}, unseenServer);
    const look = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [
        style.getPropertyValue('--accent-hue').trim(),
        getComputedStyle(document.querySelector('h1') as Element).fontFamily,
      ];
    });
    expect(look[0]).toBe('20');
    expect(look[1]).toMatch(/^system-ui/);
    expect(await page.locator('h1').innerText()).toBe('What is new');
    expect(await page.locator('.chip.kind-added').innerText()).toContain('Added');
    await page.locator('[data-kind=fixed]').first().click();
    await page.waitForURL('**/updates/changelog/kind/fixed/');
    await page.locator('[data-product=till]').first().click();
    await page.waitForURL('**/updates/changelog/?product=till&kind=fixed');
    await expect.poll(() => listed(page)).toEqual([`/${LONG}`]);
    expect(await page.locator('[data-found]').innerText()).toContain('1 release');
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('lamp');
    await page.keyboard.press('Escape');
    await page.goto(`${unseenServer.address}search/?q=module.150`);
    await page.locator(`a.find-hit[href^="/updates/${LONG}"]`).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('has no link that leaves its path, in feeds neither', () => {
    const tree = readTree(unseen);
    expect(findBrokenLinks(tree, '/updates/')).toEqual([]);
    for (const file of ['feed.xml', 'atom.xml', 'feed.json', 'sitemap-0.xml']) {
      const text = tree.get(file)?.toString() ?? '';
      expect(text).toContain('https://example.com/updates/releases/till/3-0-0/');
      const own = [...text.matchAll(/https:\/\/example\.com\/[^\s"'<>&)\\]*/g)].map(([url]) => url);
      const written = ['https://example.com/', 'https://example.com/film.mp4'];
      const outside = own.filter((url) => !url.startsWith('https://example.com/updates/'));
      expect(outside.filter((url) => !written.includes(url))).toEqual([]);
    }
  });

  test('answers to versions as people type them', async () => {
    const { page, close } = await open('releases/till/V3.0.0/', {}, unseenServer);
    await page.waitForURL('**/updates/releases/till/3-0-0/');
    await close();
  });

  test('leaves room beside the long name of a product', async () => {
    const { page, close } = await open('changelog/', {}, unseenServer);
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('stands');
    const [hit, title] = [page.locator('a.find-hit').first(), page.locator('.find-title').first()];
    await hit.waitFor();
    const width = async (part: typeof hit) => (await part.boundingBox())?.width ?? 0;
    expect(await width(title)).toBeGreaterThan((await width(hit)) / 3);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('[data-filter-open]').click();
    const name = page.locator('.filter-dialog [data-product=shelf]');
    await expect.poll(async () => ((await name.boundingBox())?.width ?? 999) <= 328).toBe(true);
    await close();
  });

  test('never needs a file system that tells capitals apart', () => {
    for (const folder of [demo, unseen]) {
      const paths = [...readTree(folder).keys()];
      expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(paths.length);
    }
  });
});

test.each([
  'changelog/',
  'changelog/product/rider-app/',
  'releases/partner-api/3-0-0/',
  'roadmap/',
  'search/',
])('is light: CSS at most 10 kB and scripts at first load at most 5 kB, compressed: /%s', async (path) => {
  const { page, close } = await open('');
  const weights = { stylesheet: 0, script: 0 };
  const scripts: string[] = [];
  const waiting: Promise<void>[] = [];
  page.on('response', (response) => {
    const type = response.url().endsWith('.css') ? 'stylesheet' : 'script';
    if (!/\.(?:css|js)$/.test(response.url())) return;
    if (type === 'script') scripts.push(response.url());
    waiting.push(response.body().then((body) => void (weights[type] += gzipSync(body).length)));
  });
  await page.goto(demoServer.address + path);
  await page.waitForLoadState('networkidle');
  await Promise.all(waiting);
  expect(weights.script).toBeGreaterThan(1_000);
  expect(weights.script).toBeLessThanOrEqual(5_000);
  const named = await page
    .locator('script')
    .evaluateAll((all) => all.map((each) => (each as HTMLScriptElement).src));
  // None asks for another before it can begin.
  expect(scripts.sort()).toEqual(named.filter(Boolean).sort());
  expect(weights.stylesheet).toBeGreaterThan(5_000);
  expect(weights.stylesheet).toBeLessThanOrEqual(10_000);
  await close();
});

test('is light: a page with nothing to tell weighs at most 5 kB, compressed', () => {
  const shell = gzipSync(readFileSync(join(unseen, 'releases/till/2-9-0/index.html'))).length;
  expect(shell).toBeLessThanOrEqual(5_000);
});
