import { describe, expect, test } from 'vitest';
import { allUnread, build, make, openPage, setStage, stage, unreadOf, visit } from './stage.ts';

setStage();

describe('unread', () => {
  test('is nothing on the first visit, and nothing on the second', async () => {
    expect(await visit()).toBe(0);
    expect(await visit()).toBe(0);
  });

  test('is what was published since', async () => {
    await visit();
    stage.releases.push(make('c', '2026-05-12'));
    expect(await visit()).toBe(1);
    expect(await visit()).toBe(1);
    stage.releases.push(make('d', '2026-05-13'));
    expect(await visit()).toBe(2);
  });

  test('is nothing any more when it was opened, there and on the next visit', async () => {
    await visit();
    stage.releases.push(make('c', '2026-05-12'));
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
    stage.releases.push(make('early', '2026-04-01'));
    expect(await visit()).toBe(1);
    stage.releases.push(make('held', '2026-04-02', { publishAt: '2026-06-01T08:00:00Z' }));
    expect(await visit()).toBe(2);
    const page = await openPage();
    await page.locator('[part~=button]').click();
    expect(await page.locator('[part~=unread] [part~=title]').allTextContents()).toEqual([
      'Release held',
      'Release early',
    ]);
  });

  test('shows an unread release that came late even where the limit is reached', async () => {
    stage.body = '<whats-new limit="1"></whats-new>';
    await visit();
    stage.releases.push(make('early', '2026-04-01'));
    const page = await openPage();
    await page.locator('[part~=button]').click();
    expect(await page.locator('[part~=title]').allTextContents()).toEqual(['Release b', 'Release early']);
  });

  test('is not what was edited, renamed or went on to another state', async () => {
    await visit();
    stage.releases = stage.releases.map((release) => ({
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
    stage.releases.push(make('c', '2026-05-12', { status }), make('d', '2026-05-13'));
    expect(await visit()).toBe(1);
  });

  test('never goes back: a stale copy of the file forgets nothing', async () => {
    await visit();
    const stale = [...stage.releases];
    stage.releases.push(make('c', '2026-05-12'));
    await visit({ open: true });
    stage.releases = stale;
    await visit({ open: true });
    stage.releases = [...stale, make('c', '2026-05-12')];
    expect(await visit()).toBe(0);
  });

  test('is not what comes into sight because something else was taken away', async () => {
    stage.releases = Array.from({ length: 60 }, (_, index) =>
      make(`r${index}`, new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10)),
    );
    expect(await visit()).toBe(0);
    stage.releases = stage.releases.slice(0, -5);
    expect(await visit()).toBe(0);
    await visit({ open: true });
    stage.releases.push(make('new', '2026-01-01'));
    expect(await visit()).toBe(1);
  });

  test('is kept for each product by itself', async () => {
    stage.body =
      '<whats-new product="app"></whats-new><whats-new product="api"></whats-new><whats-new product="none"></whats-new>';
    stage.releases = [make('a', '2026-05-01'), make('b', '2026-05-02', { product: 'api' })];
    await visit();
    stage.releases.push(make('c', '2026-05-12'), make('d', '2026-05-12', { product: 'api' }));
    stage.releases.push(make('e', '2026-05-13', { product: 'api' }));
    const page = await openPage();
    expect(await allUnread(page)).toEqual([1, 2, 0]);
    await page.locator('whats-new').nth(1).locator('[part~=button]').click();
    await expect.poll(() => allUnread(page)).toEqual([1, 0, 0]);
  });

  test.each(['', 'x', 'null', '{"seen":[1],"floor":0}', '{"seen":[],"floor":"x"}'])(
    'shows none where the marker says %j, and works again from then on',
    async (garbage) => {
      await visit();
      stage.releases.push(make('c', '2026-05-12'));
      const page = await openPage();
      await page.evaluate((text) => {
        for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
      }, garbage);
      expect(await visit()).toBe(0);
      stage.releases.push(make('d', '2026-05-13'));
      expect(await visit()).toBe(1);
    },
  );

  test('is nothing, without an error, where storage is blocked', async () => {
    await stage.context.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    expect(await visit()).toBe(0);
    stage.releases.push(make('c', '2026-05-12'));
    expect(await visit({ open: true })).toBe(0);
  });

  test('is nothing, without an error, where storage is full', async () => {
    await stage.context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    expect(await visit({ open: true })).toBe(0);
  });

  test('follows another tab', async () => {
    await visit();
    stage.releases.push(make('c', '2026-05-12'));
    const [one, other] = [await openPage(), await openPage()];
    await other.locator('[part~=button]').click();
    await expect.poll(() => unreadOf(one)).toBe(0);
  });
});

test('two builds of one site: a new title is no news, a late release is', async () => {
  const before = await build([make('a', '2026-05-01'), make('b', '2026-05-10')]);
  stage.file = before.json;
  expect(await visit()).toBe(0);
  const after = await build([
    make('a', '2026-05-01', { title: 'Another title' }),
    make('b', '2026-05-10', { edited: { on: '2026-05-11' } }),
    make('late', '2026-04-01'),
  ]);
  stage.file = after.json;
  expect(await visit()).toBe(1);
}, 60_000);
