import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './house/browser.ts';
import { readTree } from './house/files.ts';
import { findBrokenLinks } from './house/links.ts';
import { findUnmarked } from './house/marked-languages.ts';
import { serveFolder } from './house/static-server.ts';

/** A site in three languages, one of which is written from right to left: built by the real command, read in a real browser. */

const base = '/neu/';
const url = `https://example.com${base}`;
const released = 'releases/2-1-0/';
const partly = 'releases/2-0-0/';
const german = 'releases/1-9-0/';
let tree: Map<string, Buffer>;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  tree = readTree(inject('sites').languages);
  [site, browser] = await Promise.all([serveFolder(inject('sites').languages, base), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

function text(path: string): string {
  const bytes = tree.get(path);
  if (!bytes) throw new Error(`There is no ${path}.`);
  return bytes.toString();
}

function alternatesOf(html: string): [string, string][] {
  return [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(
    ([, locale = '', href = '']) => [locale, href],
  );
}

describe('pages', () => {
  test('of each language are all there, lead nowhere else, and share what is the same', () => {
    const pages = [...tree.keys()].filter((path) => path.endsWith('.html'));
    const own = pages.filter((path) => !/^(?:ar|ja)\//.test(path)).sort();
    for (const language of ['ar', 'ja']) {
      expect(
        pages
          .filter((path) => path.startsWith(`${language}/`))
          .map((path) => path.slice(3))
          .sort(),
      ).toEqual(own);
      for (const path of own) {
        const html = text(`${language}/${path}`).replaceAll(/<nav class="languages".*?<\/nav>/gs, '');
        const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href);
        expect(
          links.filter((href) => !href.startsWith(`${base}${language}/`)),
          path,
        ).toEqual([]);
      }
    }
    expect(findBrokenLinks(tree, base)).toEqual([]);
    expect([...tree.keys()].filter((path) => path.endsWith('.css') && !/feed/.test(path))).toEqual(
      [...tree.keys()].filter((path) => /^_\/.*\.css$/.test(path)),
    );
    expect([...tree.keys()].filter((path) => /^(?:ar|ja)\/(?:_\/|robots|theme|_headers)/.test(path))).toEqual(
      [],
    );
  });

  test('say which others say the same, and these say it back', () => {
    let count = 0;
    for (const [path, bytes] of tree) {
      if (!path.endsWith('.html')) continue;
      const alternates = alternatesOf(bytes.toString());
      if (alternates.length === 0) continue;
      count++;
      const self = `${url}${path.replace(/index\.html$/, '')}`;
      expect(
        alternates.map(([, href]) => href),
        path,
      ).toContain(self);
      expect(bytes.toString()).toContain(`<link rel="canonical" href="${self}">`);
      expect(alternates.at(-1)?.[0]).toBe('x-default');
      for (const [, href] of alternates) {
        const other = `${href.slice(url.length)}index.html`;
        expect(alternatesOf(text(other)), `${path} → ${other}`).toEqual(alternates);
      }
    }
    expect(count).toBeGreaterThan(30);
    expect(alternatesOf(text(`${partly}index.html`)).map(([locale]) => locale)).toEqual([
      'de',
      'ja',
      'x-default',
    ]);
    const fallback = text(`ar/${partly}index.html`);
    expect(alternatesOf(fallback)).toEqual([]);
    expect(fallback).toContain(`<link rel="canonical" href="${url}${partly}">`);
  });

  test('that are not translated say so, and in which language they are', () => {
    const html = text(`ar/${german}index.html`);
    expect(html).toContain('لم يُترجم هذا الإصدار بعد، وهو معروض هنا باللغة التالية: الألمانية.');
    expect(html).toMatch(/<h1 lang="de" dir="ltr">Bons ohne Rand<\/h1>/);
    expect(text(`ja/${partly}index.html`)).toContain(
      'このリリースの翻訳は一部のみです。残りはドイツ語で表示しています。',
    );
    expect(text(`ja/${partly}index.html`)).toMatch(
      /<li class="change bare" id="c-rest"> <div class="change-title"> <p lang="de" dir="ltr">Restbeträge/,
    );
    expect(text(`ar/${released}index.html`)).not.toContain('class="notice tone-calm not-translated"');
    expect(text('ar/roadmap/offline/index.html')).toContain('البيع من دون إنترنت');
    expect(text('ja/roadmap/offline/index.html')).toContain(
      'このページはまだ翻訳されていないため、ドイツ語で表示しています。',
    );
  });

  test('have the dates, the anchors and the own words of their language', () => {
    const arabic = text(`ar/${released}index.html`);
    expect(arabic).toContain('7 مايو 2026');
    expect(text(`ja/${released}index.html`)).toContain('2026年5月7日');
    expect(text(`${released}index.html`)).toContain('7. Mai 2026');
    for (const html of [arabic, text(`${released}index.html`)]) expect(html).toContain('id="c-warnung"');
    expect(text('ar/index.html')).toContain('تابعنا');
    expect(text('ja/index.html')).toContain('購読する');
  });
});

test('feeds, maps and data are in their language, and what they tell is their own', () => {
  const feed = text('ja/feed.xml');
  expect(feed).toContain('<language>ja</language>');
  expect(feed).toContain('在庫がなくなる前にお知らせ');
  expect(feed).toContain('新機能');
  expect(feed).toMatch(/<item xml:lang="de">\s*<title>1\.9\.0: Bons ohne Rand/);
  expect(text('ja/atom.xml')).toMatch(
    /<entry xml:lang="de">[^]*?Bons ohne Rand[^]*?<content type="html" xml:lang="ja">/,
  );
  // What is translated but for its summary.
  expect(text('ja/atom.xml')).toMatch(
    /<summary xml:lang="de">Rolling|<summary xml:lang="de">.*Gutscheine gelten/,
  );
  expect(text('ar/feed.json')).toContain('<div lang=\\"ar\\" dir=\\"rtl\\">');
  expect(text(`ar/${german}index.md`)).toContain('اللغة: الألمانية');
  expect(text('ar/roadmap/feed.xml')).toContain('البيع من دون إنترنت');
  expect(text('ar/roadmap/changes/index.html')).toContain('<div class="text" lang="de" dir="ltr">');
  const idsOf = (path: string) => [...text(path).matchAll(/<guid[^>]*>([^<]+)/g)].map(([, id]) => id);
  expect(idsOf('feed.xml').filter((id) => idsOf('ja/feed.xml').includes(id))).toEqual([]);
  expect(text('ar/calendar.ics')).toMatch(/SUMMARY:.*الصندوق|تنبيه/);
  expect(JSON.parse(text('ja/releases.json')).site.locale).toBe('ja');
  expect(text('robots.txt').match(/^Sitemap: .*$/gm)).toEqual(
    ['', 'ar/', 'ja/'].map((language) => `Sitemap: ${url}${language}sitemap-index.xml`),
  );
  const map = text('ar/sitemap-0.xml');
  expect(map).toContain(`<loc>${url}ar/${released}</loc>`);
  expect(map).toContain(`hreflang="ja" href="${url}ja/${released}"`);
  expect(map).not.toContain(`<loc>${url}ar/${partly}</loc>`);
});

describe('in a browser', () => {
  const scripts = { ar: /\p{Script=Arabic}/u, ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u };

  test.each(['ar', 'ja'] as const)(
    'whatever is in another language than a page in %s says so, and nothing else',
    async (locale) => {
      const page = await browser.newPage();
      // Each page but the one that explains the widget, and what a reader of feeds shows.
      const shown = [...tree]
        .filter(([path]) => path.startsWith(`${locale}/`) && !path.startsWith(`${locale}/widget/`))
        .flatMap(([path, bytes]) => {
          if (path.endsWith('.html')) return [{ path, html: bytes.toString() }];
          return path === `${locale}/feed.json` ? entriesOf(bytes.toString(), locale, path) : [];
        });
      expect(shown.length).toBeGreaterThan(45);
      expect(await findUnmarked(page, shown, locale, scripts[locale])).toEqual([]);
      await page.close();
    },
  );

  test('what is found says in which language it is, and so does what is compared and what the widget shows', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.address}ar/search/?q=Bons`);
    const hit = page.locator('.find-title span[lang="de"][dir="ltr"]').first();
    expect(await hit.innerText()).toBe('Bons ohne Rand');
    await page.goto(`${site.address}ja/compare/?from=1.9.0`);
    const titles = page.locator('.compare-title');
    await titles.filter({ hasText: 'Restbeträge' }).waitFor();
    expect(await titles.filter({ hasText: 'Restbeträge' }).getAttribute('lang')).toBe('de');
    expect(await titles.filter({ hasText: '商品券を使う' }).getAttribute('lang')).toBeNull();
    await page.goto(`${site.address}ar/widget/`);
    const entry = page.locator('whats-new[look="list"] [part~="title"]', { hasText: 'Alles auf einmal' });
    expect(await entry.getAttribute('lang')).toBe('de');
    await page.close();
  });

  const templates = [
    '',
    'changelog/',
    released,
    german,
    'roadmap/',
    'roadmap/offline/',
    'compare/',
    'known-issues/',
    'search/',
  ];

  test('Arabic runs from right to left, fits on a phone and is accessible', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 }, bypassCSP: true });
    for (const path of templates) {
      await page.goto(`${site.address}ar/${path}`);
      const root = await page.evaluate(() => ({
        dir: document.documentElement.dir,
        lang: document.documentElement.lang,
        width: document.documentElement.scrollWidth,
      }));
      expect(root, path).toEqual({ dir: 'rtl', lang: 'ar', width: 320 });
      expect(await violations(page), path).toEqual([]);
    }
    await page.close();
  });

  test('on an Arabic page words of other languages begin where its lines do, and code and versions are not turned round', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    /** How far an edge of what an element says lies from that edge of the column. */
    const gaps = (selector: string, edge: 'left' | 'right') =>
      page.locator(selector).evaluateAll((all, side) => {
        const range = document.createRange();
        return all.map((each) => {
          range.selectNodeContents(each);
          const frame = each.parentElement?.getBoundingClientRect()[side] ?? 0;
          return Math.round(Math.abs(range.getBoundingClientRect()[side] - frame));
        });
      }, edge);
    await page.goto(`${site.address}ar/releases/2-2-0/`);
    expect(await gaps('h1[lang="de"]', 'right')).toEqual([0]);
    await page.goto(`${site.address}ar/changelog/`);
    const titles = await gaps('.entry-groups ul > li[lang="de"]', 'right');
    expect(titles.length).toBeGreaterThan(3);
    expect(new Set(titles)).toEqual(new Set([0]));
    await page.goto(`${site.address}ar/widget/`);
    expect(await gaps('.widget-demo pre code', 'left')).toEqual(
      (await gaps('.widget-demo pre code', 'left')).map(() => 17),
    );
    await page.goto(`${site.address}ar/compare/`);
    expect(await page.locator('.compare-pairs a').first().textContent()).toBe(
      'من \u20681.9.0\u2069 إلى \u20682.2.0\u2069',
    );
    await page.close();
  });

  test.each([
    ['', 'wenn etwas ausgeht', 'Warnung, bevor etwas ausgeht'],
    ['ja/', '在庫', '在庫がなくなる前にお知らせ'],
    ['ar/', 'المخزون', 'تنبيه قبل نفاد المخزون'],
    ['ar/', 'مخزون', 'تنبيه قبل نفاد المخزون'],
  ])('the search of /%s finds %s', async (language, query, title) => {
    const page = await browser.newPage();
    await page.goto(`${site.address}${language}search/?q=${encodeURIComponent(query)}`);
    const link = page.locator('.find-results a').filter({ hasText: title }).first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain(`${base}${language}releases/2-1-0/`);
    await page.close();
  });

  test('what is short in the other direction stays beside its heading, what fills lines begins on its own side', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
    await page.goto(`${site.address}ar/releases/2-2-0/`);
    const sides = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        return {
          lefts: new Set(lines.map(({ left }) => Math.round(left))).size,
          lines: new Set(lines.map(({ top }) => Math.round(top))).size,
          right: Math.round(Math.max(...lines.map(({ right }) => right))),
        };
      });
    const lead = '.lead[dir="ltr"] p';
    expect(await sides(lead)).toEqual({ lefts: 1, lines: 1, right: (await sides('h1')).right });
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await sides(lead)).toMatchObject({ lefts: 1, lines: 2 });
    await page.close();
  });

  test('the languages lead to the same page, and back', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.address}${german}`);
    await page.getByRole('link', { name: '日本語' }).click();
    await page.waitForURL(`${site.address}ja/${german}`);
    expect(await page.locator('.languages [aria-current]').innerText()).toBe('日本語');
    await page.getByRole('link', { name: 'العربية' }).click();
    await page.waitForURL(`${site.address}ar/${german}`);
    await page.close();
  });

  test('what was read in one language has been read in all, and the widget speaks that of its file', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.address}widget/`);
    const marks = () =>
      page.evaluate(() =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith('whats-new'))
          .sort(),
      );
    await expect.poll(async () => (await marks()).length).toBeGreaterThan(0);
    const before = await marks();
    await page.goto(`${site.address}ar/widget/`);
    const badge = page.locator('whats-new').first().locator('button').first();
    await expect.poll(() => badge.innerText()).toContain('ما الجديد؟');
    expect(await badge.getAttribute('dir')).toBe('rtl');
    expect(await marks()).toEqual(before);
    await page.close();
  });
});

/** The entries of a JSON feed as pages of one entry each. */
function entriesOf(feed: string, locale: string, path: string): { path: string; html: string }[] {
  const { items } = JSON.parse(feed) as {
    items: { id: string; content_html: string; language?: string; title: string }[];
  };
  return items.map(({ id, title, language = locale, content_html }) => ({
    path: `${path} ${id}`,
    html: `<html lang="${locale}"><h1 lang="${language}">${title.replace(/^.*?: /, '')}</h1>${content_html}</html>`,
  }));
}

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(' ')
        .slice(0, 300)}`,
  );
}
