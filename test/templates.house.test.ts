import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './house/browser.ts';
import { readTree } from './house/files.ts';
import {
  findCutTexts,
  findLooseSpaces,
  findLostFocus,
  findMotion,
  overflowOf,
  shiftOf,
  watchShifts,
} from './house/page-checks.ts';
import { serveFolder } from './house/static-server.ts';
import { findTemplates } from './house/templates.ts';
import { findViolations } from './house/violations.ts';
import { isLong } from './long.ts';

/** What holds for every page, on the largest of each template: of the demo, of content that nobody designed for, and of the smallest site. */

// The site in three languages has tests of its own.
const { languages: _, ...sites } = inject('sites');
const trees = Object.entries(sites).map(([name, folder]) => ({
  name: name as keyof typeof sites,
  tree: readTree(folder),
}));
const largest = trees.flatMap(({ name, tree }) =>
  findTemplates(tree).map((template) => ({ site: name, ...template })),
);
/** States of a page that the largest one is not in. */
const others = [
  { site: 'demo', name: 'a combination', path: 'changelog/?product=partner-api&kind=breaking,security' },
  { site: 'demo', name: 'nothing found', path: 'changelog/?product=merchant-portal&kind=removed,security' },
  { site: 'demo', name: 'steps', path: 'releases/partner-api/3-0-0/' },
  { site: 'demo', name: 'waves', path: 'releases/merchant-portal/2-1/' },
  { site: 'demo', name: 'yanked', path: 'releases/rider-app/5-6-0/' },
  { site: 'demo', name: 'a comparison', path: 'compare/?from=2.6&product=partner-api' },
  { site: 'demo', name: 'an answer', path: 'releases/merchant-portal/2-1/?region=FR&channel=web' },
  { site: 'demo', name: 'my issues', path: 'known-issues/?product=rider-app&version=5.10.0' },
  { site: 'unseen', name: 'everything that a text holds', path: 'releases/till/3-0-0/' },
  { site: 'unseen', name: 'no changes', path: 'releases/till/2-9-0/' },
  { site: 'unseen', name: 'another language', path: 'releases/till/2-8-0/' },
] as const;
const cases: { site: keyof typeof sites; name: string; path: string }[] = [...largest, ...others];

let browser: Browser;
const servers = {} as Record<keyof typeof sites, Awaited<ReturnType<typeof serveFolder>>>;

beforeAll(async () => {
  browser = await launchBrowser();
  servers.demo = await serveFolder(sites.demo);
  servers.unseen = await serveFolder(sites.unseen, '/updates/');
  servers.lonely = await serveFolder(sites.lonely);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
});

type Mode = readonly [scheme: 'light' | 'dark', direction: 'ltr' | 'rtl', width: 320 | 1280];

/** Each pair of choices once; all of them in the long form. */
const modes: readonly Mode[] = [
  ['light', 'ltr', 1280],
  ['dark', 'ltr', 320],
  ['light', 'rtl', 320],
  ['dark', 'rtl', 1280],
  ...(isLong
    ? ([
        ['dark', 'ltr', 1280],
        ['light', 'ltr', 320],
        ['dark', 'rtl', 320],
        ['light', 'rtl', 1280],
      ] as const)
    : []),
];

/** A4 without its margins, in pixels. */
const paper = { width: 680, height: 1009 };

describe.each(cases)('$site: $name, /$path', ({ site, path }) => {
  test('keeps still, WCAG 2.2 AA with 7 : 1 for text, its width, its texts and its focus', async () => {
    const { page, complaints, close } = await open(site, path);
    if (path.includes('?')) await page.waitForLoadState('networkidle');
    // Less than a thousandth is a line that grew by a pixel.
    expect(await shiftOf(page)).toBeLessThan(0.001);
    expect(await page.locator('h1').count()).toBe(1);
    // Whoever goes from heading to heading by ear hears no “Permalink” in each.
    expect(await page.locator(':is(h1, h2, h3, h4) a[href^="#"]').count()).toBe(0);
    expect(await findMotion(page)).toEqual([]);
    expect(await findLooseSpaces(page)).toEqual([]);
    const looked = site === 'demo' || isLong ? modes : modes.slice(1, 3);
    for (const mode of looked) {
      await set(page, mode);
      expect(await overflowOf(page), mode.join(' ')).toBe(0);
      expect(await findCutTexts(page), mode.join(' ')).toEqual([]);
      expect(await findViolations(page), mode.join(' ')).toEqual([]);
    }
    for (const mode of looked.slice(-2)) {
      await set(page, mode);
      expect(await findLostFocus(page), mode.join(' ')).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(paper);
    expect(await overflowOf(page), 'print').toBe(0);
    await close();
  });

  test('has its content and its ways on without JavaScript', async () => {
    const { page, close } = await open(site, path, false);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    for (const link of ['a[href$="/changelog/"]', 'a[href$="/roadmap/"]'])
      expect(await page.locator(`header ${link}`).first().isVisible()).toBe(true);
    await close();
  });
});

test('every page of every site is valid HTML', async () => {
  const checker = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // A title is as long as its author wrote it.
      'long-title': 'off',
      // Some forms answer as they are filled in, and have nothing to submit.
      'wcag/h32': 'off',
    },
  });
  for (const { name, tree } of trees) {
    for (const [path, bytes] of tree) {
      if (!path.endsWith('.html')) continue;
      const { results } = await checker.validateString(bytes.toString());
      const said = results
        .flatMap(({ messages }) => messages)
        .map((each) => `${each.ruleId}: ${each.message}`);
      expect(said, `${name}/${path}`).toEqual([]);
    }
  }
});

async function set(page: Page, [colorScheme, direction, width]: Mode): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
}

async function open(site: keyof typeof sites, path: string, javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  const { address } = servers[site];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) complaints.push(`asks ${request.url()}`);
  });
  if (javaScriptEnabled) await watchShifts(page);
  await page.goto(address + path);
  return { page, complaints, close: () => context.close() };
}
