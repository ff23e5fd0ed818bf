import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { renderRelease } from '../../src/documents/public/record-file.ts';
import {
  chooseForWidget,
  describeWidgetFile,
  type WidgetFile,
} from '../../src/documents/public/widget-json.ts';
import type { Release } from '../../src/release/release.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { widgetWords } from '../../src/site/widget-strings.ts';
import { launchBrowser } from '../house/browser.ts';
import { slipway } from '../house/command-line.ts';
import { writeFiles } from '../house/files.ts';
import { host, readHeaders, type StaticHost } from '../house/static-host.ts';

/** The widget as it is built, in a page of another origin with a strict policy, in a real browser. */

interface Stage {
  /** What is published; the file that the widget loads is made from it. */
  releases: Release[];
  /** Another file in its place. */
  file: string | undefined;
  /** What stands in the page of somebody else. */
  body: string;
  script: string;
  browser: Browser;
  /** A reader, with a storage of their own. */
  context: BrowserContext;
  /** The site that has the news, and the page of somebody else. */
  news: StaticHost;
  embedder: StaticHost;
}

export const stage = {} as Stage;

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

/** Sets the stage for the tests of a file. */
export function setStage(): void {
  beforeAll(async () => {
    const built = await build([make('a', '2026-05-01')]);
    stage.script = built.script;
    stage.browser = await launchBrowser();
    stage.news = await host((path) => {
      if (path === '/widget.js') return { body: stage.script, type: 'text/javascript', headers };
      if (path === '/widget.json')
        return { body: stage.file ?? JSON.stringify(describeFile()), type: 'application/json', headers };
      return undefined;
    });
    stage.embedder = await host((path) =>
      path === '/'
        ? { body: pageHtml(), type: 'text/html', headers: { 'Content-Security-Policy': policy() } }
        : undefined,
    );
  }, 120_000);

  afterAll(async () => {
    await stage.browser?.close();
    stage.news?.close();
    stage.embedder?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    stage.context = await stage.browser.newContext();
    stage.file = undefined;
    stage.body = '<whats-new></whats-new>';
    stage.releases = [make('a', '2026-05-01'), make('b', '2026-05-10')];
  });

  afterEach(() => stage.context.close());
}

export function make(id: string, released: string, parts: Partial<Release> = {}): Release {
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

/** What the site says now. */
export function describeFile(): WidgetFile {
  return describeWidgetFile(chooseForWidget(stage.releases, site), site, {
    words: widgetWords,
    groups: {},
    stateOf: () => undefined,
  });
}

function policy(): string {
  return `default-src 'none'; script-src ${stage.news.origin}; connect-src ${stage.news.origin}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}

function pageHtml(): string {
  return `<!doctype html><html lang="en"><head><title>Somebody else</title><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"><script type="module" src="${stage.news.origin}/widget.js"></script></head><body><main><h1>Ours</h1>${stage.body}</main></body></html>`;
}

/** A visit by a reader; whatever the page complains of is a fault. */
export async function openPage(): Promise<Page> {
  const page = await stage.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(stage.embedder.origin);
  if (stage.body !== '') {
    const src = `${stage.news.origin}/widget.json`;
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, src);
    // The element has the answer a few microtasks later.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 30)));
  }
  expect(complaints.filter((text) => !/favicon|no such product/.test(text))).toEqual([]);
  return page;
}

export async function visit({ open = false } = {}): Promise<number> {
  const page = await openPage();
  if (open) await page.locator('[part~=button]').first().click();
  const unread = await unreadOf(page);
  const badge = page.locator('[part~=count]').first();
  if ((await badge.count()) > 0 && unread > 0) expect(await badge.textContent()).toBe(String(unread));
  else expect(await page.locator('[part~=count]:visible').count()).toBe(0);
  await page.close();
  return unread;
}

export async function unreadOf(page: Page): Promise<number> {
  return (await allUnread(page))[0] ?? -1;
}

export function allUnread(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('whats-new')].map((each) => (each as unknown as { unread: number }).unread),
  );
}

/** What has the focus inside the element, by its name. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement;
    return inner?.ariaLabel ?? inner?.firstChild?.textContent ?? undefined;
  });
}

export async function build(records: Release[]): Promise<{ script: string; json: string }> {
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
