import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { listLanguageSites } from '../../../scripts/build/language-sites.ts';
import { openPages, type SitePage } from '../../../scripts/build/pages.ts';
import { createDigests, type GivenRecord } from '../../../scripts/build/shown.ts';
import { describeTemplates, prepareTemplates } from '../../../scripts/build/templates.ts';
import { readContent } from '../../../scripts/content.ts';
import { projectFolder } from '../../../scripts/project-folder.ts';
import { mapTexts, outlineOf, partsOf } from '../../../src/release/outline.ts';
import { recordReader, type SiteRecords } from '../../../src/site/record-files.ts';
import { makeReleases, shapes } from '../../bench/corpus.ts';
import { writeCorpus } from '../../bench/write-corpus.ts';
import { temporaryFolder } from '../../house/files.ts';

/** Builds look at no page again whose records are as they were, as long as all outlines are. */

const contents: Record<string, () => string> = {
  'the demo': () => join(projectFolder, 'content'),
  'many releases': () => {
    const folder = join(temporaryFolder(), 'content');
    writeCorpus(folder, makeReleases(shapes.usual(300)));
    return folder;
  },
};

/** Short and long, with what pages look for in texts. */
const others = [
  'x',
  `A [link](/changelog/), \`code\` and **more**: ${'word '.repeat(90)}\n\n![Picture](/media/x.png)\n\n- one\n- two\n`,
];

afterEach(() => {
  for (const name of ['SITE', 'NOW', 'RECORDS', 'WATCH'])
    Reflect.deleteProperty(globalThis, `__SLIPWAY_${name}__`);
});

test.each(Object.entries(contents))('of %s', { timeout: 300_000 }, async (_, prepare) => {
  const folder = prepare();
  const { site } = readContent(folder).settings;
  const records = recordReader(join(folder, 'releases')).read();
  for (const part of listLanguageSites(site)) {
    const templates = await prepareTemplates(site, describeTemplates(site), part.language);
    const open = async (shown: SiteRecords) => {
      let looks = 'nothing';
      Object.assign(globalThis, {
        __SLIPWAY_SITE__: part.site,
        __SLIPWAY_NOW__: '2026-11-21T12:00:00Z',
        __SLIPWAY_RECORDS__: () => shown,
        __SLIPWAY_WATCH__: (at: string) => (looks = looks === 'everything' ? looks : at),
      });
      const { single, series, render } = await openPages(templates, part.site);
      const all = [...single, ...(await Promise.all(series.map((list) => list()))).flat()];
      const handed = await describeAll(all, shown);
      const outlines = new Map<string, string>();
      for (const page of single) {
        looks = 'nothing';
        const bytes = await render(page);
        if (looks === 'outlines') outlines.set(page.file, bytes.toString());
      }
      return { handed, outlines };
    };
    const before = await open(records);
    expect(before.handed.size).toBeGreaterThan(100);
    expect(before.outlines.size).toBeGreaterThan(5);
    for (const text of others) expect(await open(withTexts(records, text))).toEqual(before);
  }
});

/** What each page is handed, where releases and their parts count by their names. */
async function describeAll(
  pages: readonly SitePage[],
  records: SiteRecords,
): Promise<Map<string, string | undefined>> {
  const named = (thing: object, digest: string): GivenRecord => [thing, { digest, records: [] }];
  const digest = createDigests(
    [...records].flatMap(([path, { kind, record }]) => [
      named(record, path),
      ...(kind === 'release' ? partsOf(record) : []).map((part, place) => named(part, `${path} ${place}`)),
    ]),
  );
  const handed = new Map<string, string | undefined>();
  for (const page of pages) {
    const shown = page.getProps?.() ?? (await page.getShown?.());
    if (shown) handed.set(page.file, digest(shown)?.digest);
  }
  return handed;
}

function withTexts(records: SiteRecords, text: string): SiteRecords {
  return new Map(
    [...records].map(([path, each]) => [
      path,
      each.kind === 'release' ? { ...each, record: mapTexts(each.record, () => text) } : each,
    ]),
  );
}

test('an outline tells which texts there are, and not what they say', () => {
  const release = {
    id: 'r',
    title: 'Title',
    product: 'p',
    status: 'released',
    summary: 'Summary',
    changes: [{ id: 'c', kind: 'fixed', title: 'Change', text: 'Text' }],
  } as const;
  const outline = outlineOf({ ...release, changes: [...release.changes] });
  expect(outline).toEqual({ ...release, summary: '', changes: [{ ...release.changes[0], text: '' }] });
  expect('highlights' in outline).toBe(false);
});
