import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { host, type StaticHost } from '../house/static-host.ts';
import { make, setStage, stage } from './stage.ts';

setStage();

let application: StaticHost;
let bundle = '';

beforeAll(async () => {
  bundle = await bundleApplication();
  application = await host((path) => {
    if (path === '/app.js') return { body: bundle, type: 'text/javascript', headers: {} };
    return path === '/' ? { body: page(), type: 'text/html', headers: policy() } : undefined;
  });
}, 60_000);

afterAll(() => application?.close());

function page(): string {
  return `<!doctype html><html lang="en"><head><title>Theirs</title></head><body><div id="root"></div><script type="module" src="${stage.news.origin}/widget.js"></script><script type="module" src="/app.js"></script></body></html>`;
}

function policy(): Record<string, string> {
  const { origin } = stage.news;
  return {
    'Content-Security-Policy': `default-src 'none'; script-src 'self' ${origin}; connect-src ${origin}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  };
}

/** With the Vite that Astro brings. */
async function bundleApplication(): Promise<string> {
  const ofAstro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
  const vite = (await import(pathToFileURL(ofAstro.resolve('vite')).href)) as typeof import('vite');
  vi.stubEnv('NODE_ENV', 'production');
  const result = await vite.build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'react-app.jsx'), formats: ['es'], fileName: 'app' },
    },
  });
  vi.unstubAllEnvs();
  const chunks = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  return chunks.map((each) => ('code' in each ? each.code : '')).join('');
}

async function openApplication(complaints: string[]): Promise<Page> {
  const opened = await stage.context.newPage();
  opened.on('console', (message) => complaints.push(message.text()));
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.goto(application.origin);
  await opened.locator('whats-new [part~=button]').waitFor();
  return opened;
}

test('works in React as its page says, under a strict policy', async () => {
  const complaints: string[] = [];
  stage.releases = [make('a', '2026-05-01'), make('x', '2026-05-02', { product: 'api' })];
  const first = await openApplication(complaints);
  expect(await first.locator('whats-new').evaluate((node) => node.getAttribute('product'))).toBe('app');
  await first.close();

  stage.releases.push(make('b', '2026-05-10'), make('c', '2026-05-11'));
  const opened = await openApplication(complaints);
  await expect.poll(() => opened.locator('output').textContent()).toBe('2');
  await opened.locator('whats-new [part~=button]').click();
  expect(await opened.locator('whats-new [part~=title]').allTextContents()).toEqual([
    'Release c',
    'Release b',
    'Release a',
  ]);
  await expect.poll(() => opened.locator('output').textContent()).toBe('0');

  await opened.keyboard.press('Escape');
  await opened.locator('#other').click();
  await opened.locator('whats-new [part~=button]').click();
  expect(await opened.locator('whats-new [part~=title]').allTextContents()).toEqual(['Release x']);
  await opened.keyboard.press('Escape');

  await opened.locator('#away').click();
  expect(await opened.locator('whats-new').count()).toBe(0);
  await opened.locator('#away').click();
  await opened.locator('whats-new [part~=button]').waitFor();
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
});
