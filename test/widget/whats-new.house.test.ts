import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderRelease } from '../../src/documents/public/record-file.ts';
import { describeWidgetFile } from '../../src/documents/public/widget-json.ts';
import type { Release } from '../../src/release/release.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { widgetWords } from '../../src/site/widget-strings.ts';
import { launchBrowser } from '../house/browser.ts';
import { slipway } from '../house/command-line.ts';
import { writeFiles } from '../house/files.ts';
import { host, readHeaders, type StaticHost } from '../house/static-host.ts';

/** The widget as it is built, in a page of another origin with a strict policy, in a real browser. */

const folder = mkdtempSync(join(tmpdir(), 'slipway-widget-'));
const headers = readHeaders(join(import.meta.dirname, '../../public/_headers'));
const site = SiteSchema.parse({
  name: 'News',
  url: 'https://news.example/',
  products: [
    { id: 'app', name: 'App' },
    { id: 'api', name: 'API' },
  ],
});
let script = '';
let browser: Browser;
let context: BrowserContext;
/** The site that has the news, and the page of somebody else. */
let news: StaticHost;
let embedder: StaticHost;
let releases: Release[] = [];
let file: string | undefined;
let body = '<whats-new></whats-new>';

beforeAll(async () => {
  const built = await build([make('a', '2026-05-01')]);
  script = built.script;
  browser = await launchBrowser();
  news = await host((path) => {
    if (path === '/widget.js') return { body: script, type: 'text/javascript', headers };
    if (path === '/widget.json') return { body: file ?? renderFile(), type: 'application/json', headers };
    return undefined;
  });
  embedder = await host((path) =>
    path === '/'
      ? { body: pageHtml(), type: 'text/html', headers: { 'Content-Security-Policy': policy() } }
      : undefined,
  );
}, 120_000);

afterAll(async () => {
  await browser?.close();
  news?.close();
  embedder?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext();
  file = undefined;
  body = '<whats-new></whats-new>';
  releases = [make('a', '2026-05-01'), make('b', '2026-05-10')];
});

afterEach(() => context.close());

describe('unread', () => {
  test('is nothing on the first visit, and nothing on the second', async () => {
    expect(await visit()).toBe(0);
    expect(await visit()).toBe(0);
  });

  test('is what was published since', async () => {
    await visit();
    releases.push(make('c', '2026-05-12'));
    expect(await visit()).toBe(1);
    expect(await visit()).toBe(1);
    releases.push(make('d', '2026-05-13'));
    expect(await visit()).toBe(2);
  });

  test('is nothing any more when it was opened, there and on the next visit', async () => {
    await visit();
    releases.push(make('c', '2026-05-12'));
    const page = await openPage();
    await page.locator('[part~=button]').click();
    await expect.poll(() => unreadOf(page)).toBe(0);
    expect(await page.locator('[part~=count]').isVisible()).toBe(false);
    // What was new when it was opened still says so.
    expect(await page.locator('[part~=unread] [part~=title]').allTextContents()).toEqual(['Release c']);
    expect(await visit()).toBe(0);
  });

  test('counts what is published late with an early day, with and without a moment of publication', async () => {
    await visit();
    releases.push(make('early', '2026-04-01'));
    expect(await visit()).toBe(1);
    releases.push(make('held', '2026-04-02', { publishAt: '2026-06-01T08:00:00Z' }));
    expect(await visit()).toBe(2);
    const page = await openPage();
    await page.locator('[part~=button]').click();
    expect(await page.locator('[part~=unread] [part~=title]').allTextContents()).toEqual([
      'Release held',
      'Release early',
    ]);
  });

  test('shows an unread release that came late even where the limit is reached', async () => {
    body = '<whats-new limit="1"></whats-new>';
    await visit();
    releases.push(make('early', '2026-04-01'));
    const page = await openPage();
    await page.locator('[part~=button]').click();
    expect(await page.locator('[part~=title]').allTextContents()).toEqual(['Release b', 'Release early']);
  });

  test('is not what was edited, renamed or went on to another state', async () => {
    await visit();
    releases = releases.map((release) => ({
      ...release,
      title: `New title of ${release.id}`,
      edited: { on: '2026-06-01', note: 'A correction.' },
      status: 'end of life' as const,
      released: '2026-05-20',
    }));
    expect(await visit()).toBe(0);
  });

  test.each(['yanked', 'rolled back'] as const)('does not count what was %s', async (status) => {
    await visit();
    releases.push(make('c', '2026-05-12', { status }), make('d', '2026-05-13'));
    expect(await visit()).toBe(1);
  });

  test('never goes back: a stale copy of the file forgets nothing', async () => {
    await visit();
    const stale = [...releases];
    releases.push(make('c', '2026-05-12'));
    await visit({ open: true });
    releases = stale;
    await visit({ open: true });
    releases = [...stale, make('c', '2026-05-12')];
    expect(await visit()).toBe(0);
  });

  test('is not what comes into sight because something else was taken away', async () => {
    releases = Array.from({ length: 60 }, (_, index) =>
      make(`r${index}`, new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10)),
    );
    expect(await visit()).toBe(0);
    releases = releases.slice(0, -5);
    expect(await visit()).toBe(0);
    await visit({ open: true });
    releases.push(make('new', '2026-01-01'));
    expect(await visit()).toBe(1);
  });

  test('is kept for each product by itself', async () => {
    body =
      '<whats-new product="app"></whats-new><whats-new product="api"></whats-new><whats-new product="none"></whats-new>';
    releases = [make('a', '2026-05-01'), make('b', '2026-05-02', { product: 'api' })];
    await visit();
    releases.push(make('c', '2026-05-12'), make('d', '2026-05-12', { product: 'api' }));
    releases.push(make('e', '2026-05-13', { product: 'api' }));
    const page = await openPage();
    expect(await allUnread(page)).toEqual([1, 2, 0]);
    await page.locator('whats-new').nth(1).locator('[part~=button]').click();
    await expect.poll(() => allUnread(page)).toEqual([1, 0, 0]);
  });

  test.each(['', 'x', 'null', '{"seen":[1],"floor":0}', '{"seen":[],"floor":"x"}'])(
    'shows none where the marker says %j, and works again from then on',
    async (garbage) => {
      await visit();
      releases.push(make('c', '2026-05-12'));
      const page = await openPage();
      await page.evaluate((text) => {
        for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
      }, garbage);
      expect(await visit()).toBe(0);
      releases.push(make('d', '2026-05-13'));
      expect(await visit()).toBe(1);
    },
  );

  test('is nothing, without an error, where storage is blocked', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    expect(await visit()).toBe(0);
    releases.push(make('c', '2026-05-12'));
    expect(await visit({ open: true })).toBe(0);
  });

  test('is nothing, without an error, where storage is full', async () => {
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    expect(await visit({ open: true })).toBe(0);
  });

  test('follows another tab', async () => {
    await visit();
    releases.push(make('c', '2026-05-12'));
    const [one, other] = [await openPage(), await openPage()];
    await other.locator('[part~=button]').click();
    await expect.poll(() => unreadOf(one)).toBe(0);
  });
});

describe('in the page of others', () => {
  test('asks for one file, sets no cookie, breaks no policy and says nothing', async () => {
    body = '<whats-new></whats-new><whats-new look="list"></whats-new><whats-new look="banner"></whats-new>';
    news.asked.length = 0;
    await visit({ open: true });
    expect(news.asked).toEqual(['/widget.js', '/widget.json']);
    expect(await context.cookies()).toEqual([]);
  });

  test('shows a way on, without an error of its own, where the file is missing or makes no sense', async () => {
    for (const broken of ['', '[]', '{"version":2,"entries":[]}', 'null']) {
      file = broken;
      const page = await openPage();
      await page.locator('[part~=button]').click();
      expect(await page.locator('[part~=more] a').getAttribute('href')).toBe(`${news.origin}/changelog/`);
    }
  });

  test('shows hostile texts as text', async () => {
    releases.push(make('x', '2026-05-12', { title: '<img src=x onerror=alert(1)>', summary: '<script>' }));
    const page = await openPage();
    await page.locator('[part~=button]').click();
    expect(await page.locator('[part~=title]').first().textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('whats-new img').count()).toBe(0);
  });

  test('tells the page how many are unread, and when it is opened', async () => {
    await visit();
    releases.push(make('c', '2026-05-12'));
    const page = await openPage();
    const told = page.evaluate(
      () =>
        new Promise((done) => {
          const heard: unknown[] = [];
          for (const name of ['whats-new-open', 'whats-new-change']) {
            document.addEventListener(name, (event) => {
              heard.push([name, (event as CustomEvent).detail]);
              if (heard.length === 2) done(heard);
            });
          }
          (document.querySelector('whats-new') as unknown as { open: () => void }).open();
        }),
    );
    expect(await told).toEqual([
      ['whats-new-open', { unread: 1 }],
      ['whats-new-change', { unread: 0 }],
    ]);
  });

  test('takes properties as frameworks set them, before and after the script is there', async () => {
    body = '';
    const page = await openPage();
    const shown = await page.evaluate(async () => {
      const early = document.createElement('whats-new') as unknown as HTMLElement & Record<string, unknown>;
      early['look'] = 'list';
      early['limit'] = 1;
      early['label'] = 'Our news';
      document.body.append(early);
      await new Promise((done) => setTimeout(done, 200));
      early['target'] = '_self';
      early['product'] = 'app';
      // A framework may take an element out and put it back.
      early.remove();
      document.body.append(early);
      await new Promise((done) => setTimeout(done, 100));
      const root = early.shadowRoot;
      return [
        early.getAttribute('look'),
        root?.querySelectorAll('li').length,
        root?.querySelector('section')?.ariaLabel,
        root?.querySelector('a')?.target,
      ];
    });
    expect(shown).toEqual(['list', 1, 'Our news', '_self']);
  });

  test('is styled from outside by properties and parts', async () => {
    body = '<whats-new class="ours"></whats-new>';
    const page = await openPage();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.ours { --whats-new-background: rgb(1, 2, 3) } .ours::part(button) { border-radius: 9px }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    const button = page.locator('[part~=button]');
    expect(
      await button.evaluate((element) => {
        const { backgroundColor, borderRadius } = getComputedStyle(element);
        return [backgroundColor, borderRadius];
      }),
    ).toEqual(['rgb(1, 2, 3)', '9px']);
  });
});

describe('looks', () => {
  test('a list has been read when it was in sight', async () => {
    body = `${'<br>'.repeat(200)}<whats-new look="list"></whats-new>`;
    await visit();
    releases.push(make('c', '2026-05-12'));
    const page = await openPage();
    expect(await unreadOf(page)).toBe(1);
    await page.evaluate(() => scrollTo(0, 9_000));
    await expect.poll(() => unreadOf(page)).toBe(0);
    expect(await page.locator('[part~=unread]').count()).toBe(1);
    expect(await visit()).toBe(0);
  });

  test('a banner is there while there is news, and gone for good when it was closed', async () => {
    body = '<whats-new look="banner"></whats-new>';
    await visit();
    releases.push(make('c', '2026-05-12'), make('d', '2026-05-13'));
    const page = await openPage();
    expect(await page.locator('[part~=banner] a').textContent()).toBe('App 1.0 d: Release d');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('[part~=banner]').count()).toBe(0);
    expect(await visit()).toBe(0);
  });

  test.each(['badge', 'list', 'banner'])('%s keeps WCAG 2.2 AA, light and dark, at 320 px', async (look) => {
    body = `<whats-new look="${look}"></whats-new>`;
    await visit();
    releases.push(make('c', '2026-05-12'));
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 600 });
      if (look === 'badge') await page.locator('[part~=button]').click();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        }),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      releases.push(make(`more-${colorScheme}`, '2026-05-14'));
    }
  });

  test('the badge works by keyboard and says what it is', async () => {
    await visit();
    releases.push(make('c', '2026-05-12'));
    const page = await openPage();
    await page.keyboard.press('Tab');
    expect(await page.getByRole('button', { name: 'What’s new (1 unread)' }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'What’s new' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Close');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Release c');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused(page)).toBe('What’s new');
  });

  test('the panel stays in the window, whatever the corner and the direction', async () => {
    body = '<div id="corner"><whats-new></whats-new></div>';
    const page = await openPage();
    await page.setViewportSize({ width: 500, height: 500 });
    for (const corner of ['top left', 'top right', 'bottom left', 'bottom right']) {
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate(
          ([corner = '', direction = '']) => {
            document.documentElement.dir = direction;
            const { style } = document.getElementById('corner') as HTMLElement;
            style.cssText = 'position: fixed';
            for (const side of corner.split(' ')) style.setProperty(side, '0');
          },
          [corner, direction],
        );
        await page.locator('[part~=button]').click();
        const box = await page.locator('[part~=panel]').boundingBox();
        expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 500 && box.y + box.height <= 500).toBe(
          true,
        );
        await page.keyboard.press('Escape');
      }
    }
  });
});

test('the script is light', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(6 * 1024);
  expect(script).not.toMatch(/\bimport\s*[("']|innerHTML|\beval\b|new Function|document\.cookie/);
});

test('two builds of one site: a new title is no news, a late release is', async () => {
  const before = await build([make('a', '2026-05-01'), make('b', '2026-05-10')]);
  file = before.json;
  expect(await visit()).toBe(0);
  const after = await build([
    make('a', '2026-05-01', { title: 'Another title' }),
    make('b', '2026-05-10', { edited: { on: '2026-05-11' } }),
    make('late', '2026-04-01'),
  ]);
  file = after.json;
  expect(await visit()).toBe(1);
}, 60_000);

function make(id: string, released: string, parts: Partial<Release> = {}): Release {
  return {
    id,
    title: `Release ${id}`,
    product: 'app',
    version: `1.0 ${id}`,
    status: 'released',
    released,
    summary: 'It is better.',
    changes: [{ id: 'one', kind: 'added', title: 'Something' }],
    ...parts,
  };
}

function renderFile(): string {
  return JSON.stringify(
    describeWidgetFile(releases, site, { words: widgetWords, groups: {}, stateOf: () => undefined }),
  );
}

function policy(): string {
  return `default-src 'none'; script-src ${news.origin}; connect-src ${news.origin}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}

function pageHtml(): string {
  return `<!doctype html><html lang="en"><head><title>Somebody else</title><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"><script type="module" src="${news.origin}/widget.js"></script></head><body><main><h1>Ours</h1>${body}</main></body></html>`;
}

/** A visit by a reader; whatever the page complains of is a fault. */
async function openPage(): Promise<Page> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(embedder.origin);
  if (body !== '') {
    const src = `${news.origin}/widget.json`;
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, src);
    // The element has the answer a few microtasks later.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 30)));
  }
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
  return page;
}

async function visit({ open = false } = {}): Promise<number> {
  const page = await openPage();
  if (open) await page.locator('[part~=button]').first().click();
  const unread = await unreadOf(page);
  const badge = page.locator('[part~=count]').first();
  if ((await badge.count()) > 0 && unread > 0) expect(await badge.textContent()).toBe(String(unread));
  else expect(await page.locator('[part~=count]:visible').count()).toBe(0);
  await page.close();
  return unread;
}

async function unreadOf(page: Page): Promise<number> {
  return (await allUnread(page))[0] ?? -1;
}

function allUnread(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('whats-new')].map((each) => (each as unknown as { unread: number }).unread),
  );
}

/** What has the focus inside the element, by its name. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement;
    return inner?.ariaLabel ?? inner?.firstChild?.textContent ?? undefined;
  });
}

async function build(records: Release[]): Promise<{ script: string; json: string }> {
  const content = join(folder, 'content');
  const out = join(folder, 'dist');
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, {
    'site.yaml': 'name: News\nurl: https://news.example/\nproducts:\n  - { id: app, name: App }\n',
    ...Object.fromEntries(records.map((each) => [`releases/app/${each.id}.yaml`, renderRelease(each)])),
  });
  const words = ['build', '--content', content, '--out', out, '--now', '2026-06-01T00:00:00Z'];
  const { code, output } = await slipway(words);
  if (code !== 0) throw new Error(output);
  return {
    script: readFileSync(join(out, 'widget.js'), 'utf8'),
    json: readFileSync(join(out, 'widget.json'), 'utf8'),
  };
}
