import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeFile as file, focused, make, openPage, setStage, stage, unreadOf, visit } from './stage.ts';

setStage();

describe('in the page of others', () => {
  test('asks for one file, sets no cookie, breaks no policy and says nothing', async () => {
    stage.body =
      '<whats-new></whats-new><whats-new look="list"></whats-new><whats-new look="banner"></whats-new>';
    stage.news.asked.length = 0;
    await visit({ open: true });
    expect(stage.news.asked).toEqual(['/widget.js', '/widget.json']);
    expect(await stage.context.cookies()).toEqual([]);
  });

  test('works word for word as README has it, and leads on where scripts do not run', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const snippet = readme.split('\n').filter((line) => /^<(?:script|whats-new)/.test(line));
    const origin = 'https://updates.example.com';
    stage.body = `${snippet.join('\n').replaceAll(origin, stage.news.origin)}<p>After</p>`;
    const page = await openPage();
    await page.getByRole('button', { name: 'What’s new' }).click();
    expect(await page.getByRole('link', { name: 'Release b' }).isVisible()).toBe(true);
    expect(await page.getByText('After').isVisible()).toBe(true);
    const plain = await stage.browser.newContext({ javaScriptEnabled: false });
    onTestFinished(() => plain.close());
    const without = await plain.newPage();
    await without.goto(stage.embedder.origin);
    const link = without.locator('whats-new a');
    expect(await link.getAttribute('href')).toBe(`${stage.news.origin}/changelog/`);
  });

  test('shows a way on, without an error of its own, where the file is missing or makes no sense', async () => {
    for (const broken of [
      '',
      '[]',
      '{"version":2,"entries":[]}',
      'null',
      '{"version":1,"entries":[]}',
      '{"version":1,"entries":[null],"words":{},"products":{}}',
      '{"version":1,"entries":[{"id":"a"}],"newest":1,"words":{},"products":{}}',
    ]) {
      stage.file = broken;
      const page = await openPage();
      await page.locator('[part~=button]').click();
      expect(await page.locator('[part~=more] a').getAttribute('href'), broken).toBe(
        `${stage.news.origin}/changelog/`,
      );
      expect(await unreadOf(page)).toBe(0);
    }
    stage.file = undefined;
    expect(await visit()).toBe(0);
  });

  test('tells whoever built the page of a product that there is not, once each time it is named', async () => {
    stage.body = '<whats-new product="nope"></whats-new><whats-new product="app"></whats-new>';
    const page = await stage.context.newPage();
    const told: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && told.push(message.text()));
    await page.goto(stage.embedder.origin);
    await expect
      .poll(() => told)
      .toEqual(['<whats-new product="nope">: no such product; there are app, api.']);
    await page
      .locator('whats-new')
      .first()
      .evaluate((element) => {
        element.setAttribute('limit', '3');
        element.setAttribute('product', 'apo');
        element.setAttribute('product', 'api');
      });
    expect(told.slice(1)).toEqual(['<whats-new product="apo">: no such product; there are app, api.']);
  });

  test('shows the same way on, without an error of its own, where nothing answers', async () => {
    await stage.context.route('**/widget.json', (route) => route.abort());
    const page = await stage.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(stage.embedder.origin);
    await page.locator('[part~=button]').click();
    expect(await page.locator('[part~=more] a').getAttribute('href')).toBe(`${stage.news.origin}/changelog/`);
    expect(errors).toEqual([]);
  });

  test('reads a file of a later Slipway that says more, and one of an earlier that says less', async () => {
    const later = { ...file(), more: [1], entries: file().entries.map((each) => ({ ...each, more: {} })) };
    const { count: _, newest: __, languages: ___, ...earlier } = file();
    for (const other of [later, earlier]) {
      stage.file = JSON.stringify(other);
      const page = await openPage();
      await page.locator('[part~=button]').click();
      expect(await page.locator('[part~=title]').allTextContents()).toEqual(['Release b', 'Release a']);
      await page.close();
    }
  });

  test('shows hostile texts as text', async () => {
    stage.releases.push(
      make('x', '2026-05-12', { title: '<img src=x onerror=alert(1)>', summary: '<script>' }),
    );
    const page = await openPage();
    await page.locator('[part~=button]').click();
    expect(await page.locator('[part~=title]').first().textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('whats-new img').count()).toBe(0);
  });

  test('tells the page how many are unread, and when it is opened', async () => {
    await visit();
    stage.releases.push(make('c', '2026-05-12'));
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
    stage.body = '';
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
    stage.body = '<whats-new class="ours"></whats-new>';
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
    stage.body = `${'<br>'.repeat(200)}<whats-new look="list"></whats-new>`;
    await visit();
    stage.releases.push(make('c', '2026-05-12'));
    const page = await openPage();
    expect(await unreadOf(page)).toBe(1);
    await page.evaluate(() => scrollTo(0, 9_000));
    await expect.poll(() => unreadOf(page)).toBe(0);
    expect(await page.locator('[part~=unread]').count()).toBe(1);
    expect(await visit()).toBe(0);
  });

  test('a banner is there while there is news, and gone for good when it was closed', async () => {
    stage.body = '<whats-new look="banner"></whats-new>';
    await visit();
    stage.releases.push(make('c', '2026-05-12'), make('d', '2026-05-13'));
    const page = await openPage();
    expect(await page.locator('[part~=banner] a').textContent()).toBe('App 1.0 d: Release d');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('[part~=banner]').count()).toBe(0);
    expect(await visit()).toBe(0);
  });

  test.each(['badge', 'list', 'banner'])('%s keeps WCAG 2.2 AA, light and dark, at 320 px', async (look) => {
    stage.body = `<whats-new look="${look}"></whats-new>`;
    await visit();
    stage.releases.push(make('c', '2026-05-12'));
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
      stage.releases.push(make(`more-${colorScheme}`, '2026-05-14'));
    }
  });

  test('the badge works by keyboard and says what it is', async () => {
    await visit();
    stage.releases.push(make('c', '2026-05-12'));
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
    stage.body = '<div id="corner"><whats-new></whats-new></div>';
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
  expect(gzipSync(stage.script, { level: 9 }).length).toBeLessThanOrEqual(6 * 1024);
  expect(stage.script).not.toMatch(/\bimport\s*[("']|innerHTML|\beval\b|new Function|document\.cookie/);
});
