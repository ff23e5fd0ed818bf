import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { firstScript } from '../src/site/first-script.ts';
import { manyPayloads } from './documents/payload-matrix.ts';
import { launchBrowser } from './house/browser.ts';
import { slipway } from './house/command-line.ts';
import { permanentFolder, readTree, writeFiles } from './house/files.ts';
import { hostileImports, hostilePage, hostileSettings } from './house/hostile-doors.ts';
import { findDangers, openWatchedPage } from './house/hostile-page.ts';
import { hostFolder } from './house/static-host.ts';
import { isLong, runs, tellProgress } from './long.ts';
import { addDatabase, addPage } from './notion-server/edits.ts';
import { realClock } from './notion-server/clock.ts';
import { startNotion, TOKEN } from './notion-server/server.ts';
import { date, select, status, text } from './notion-server/values.ts';
import { createWorld } from './notion-server/world.ts';
import { runWith } from './scripts/notion-setting.ts';

/** Attacks by every door, from where somebody wrote them to the browser: the site’s own settings, history that is imported, and pages of Notion. */

const house = permanentFolder();
const content = join(house, 'content');
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** Each round begins at another attack, so that the long form has had all of them in all kinds of places. */
function takeFrom(start: number): () => string {
  let next = start;
  // 101 is prime to their number, and neighbours are much alike.
  return () => manyPayloads[(next++ * 101) % manyPayloads.length] ?? '';
}

async function notionWith(take: () => string) {
  const world = createWorld(realClock());
  const columns = { ID: {}, Version: {}, Summary: {}, Reason: {}, Channel: {} };
  const { source } = addDatabase(world, take(), {
    Title: { title: {} },
    ...Object.fromEntries(Object.keys(columns).map((name) => [name, { rich_text: {} }])),
    Status: { status: { options: ['yanked', 'released'].map((name) => ({ name })) } },
    Visibility: { select: { options: [{ name: 'public' }] } },
    Product: { select: { options: [{ name: 'till' }] } },
    Released: { date: {} },
  });
  for (const index of [1, 2, 3]) {
    addPage(world, source.id, {
      title: take().slice(0, 300),
      body: hostilePage(take),
      properties: {
        ID: text(`n-${index}`),
        Version: text(`990.${index}`),
        Summary: text(index === 1 ? '' : take()),
        Reason: text(take()),
        Channel: text(take().slice(0, 60)),
        Product: select('till'),
        Status: status(index === 3 ? 'yanked' : 'released'),
        Released: date('2026-05-02'),
        Visibility: select('public'),
      },
    });
  }
  const server = await startNotion(world, { limit: Number.POSITIVE_INFINITY });
  return { server, source };
}

async function buildSite(round: number) {
  const take = takeFrom(round * 613);
  rmSync(house, { recursive: true, force: true });
  const { server, source } = await notionWith(take);
  const settings = JSON.parse(hostileSettings(take, isLong ? ['de', 'ar'] : [])) as object;
  writeFiles(content, { 'site.yaml': JSON.stringify({ ...settings, notion: { plans: source.id } }) });
  const run = async (...words: string[]) => {
    const result = await runWith([...words, '--content', content], {
      NOTION_TOKEN: TOKEN,
      SLIPWAY_NOTION_URL: server.origin,
    });
    return result;
  };
  for (const { format, files } of hostileImports(house, take)) {
    writeFiles('/', files);
    const said = ['--product', 'till', '--released', '2026-05-07', '--version', `9${format.length}.${round}`];
    const { code, output } = await run('import', format, ...Object.keys(files), ...said);
    expect(code, `${format}: ${output}`).toBe(0);
  }
  const pulled = await run('pull');
  server.close();
  expect(pulled.code, pulled.output).toBe(0);
  const published = await run('publish', '--now', '2026-11-21T12:00:00Z');
  const records = [...readTree(join(content, 'releases')).values()].map(String);
  expect(records.length, published.output).toBeGreaterThan(20);
  expect(
    records.filter((record) => /^(?:changes|downloads|knownIssues|summary):/m.test(record)).length,
  ).toBeGreaterThan(15);
  const out = join(house, 'dist');
  const built = await slipway(['build', '--content', content, '--out', out, '--now', '2026-11-21T12:00:00Z']);
  expect(built.code, built.output).toBe(0);
  return out;
}

test(
  'attacks in settings, imports and pages of Notion run nothing on any page, even without the policy',
  { timeout: 3_600_000 },
  async () => {
    const browser = await launchBrowser();
    for (let round = 0; round < runs(1, 8); round++) {
      tellProgress('rounds of hostile doors', round, 8);
      const out = await buildSite(round);

      const host = await hostFolder(out);
      const { page, said } = await openWatchedPage(browser, host.origin, true);
      const pages = [...readTree(out)].filter(
        ([path, bytes]) =>
          path.endsWith('.html') &&
          !bytes.includes('http-equiv="refresh"') &&
          (isLong || !/^(?:compare|since)\/.*\d\/index/.test(path)),
      );
      expect(pages.length).toBeGreaterThan(25);
      for (const [path] of pages) {
        await page.goto(`${host.origin}/${path.replace(/(^|\/)index\.html$/, '$1')}`);
        said.push(
          ...(await page.evaluate(findDangers, { ownScript: firstScript, hasFormulas: true })).map(
            (danger) => `${path}: ${danger}`,
          ),
        );
      }
      await page.goto(`${host.origin}/search/?q=fired`);
      await page.waitForTimeout(300);
      said.push(...(await page.evaluate(findDangers, { ownScript: firstScript, hasFormulas: true })));
      expect(said).toEqual([]);
      await page.context().close();
      host.close();
    }
    await browser.close();
  },
);
