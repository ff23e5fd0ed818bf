import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import jsonFeedSchema from 'jsonfeed-schema';
import RssParser from 'rss-parser';
import { expect, test } from 'vitest';
import { renderAtom } from '../../src/documents/public/atom.ts';
import { describeFeed } from '../../src/documents/public/feed.ts';
import { renderJsonFeed } from '../../src/documents/public/json-feed.ts';
import { renderRss } from '../../src/documents/public/rss.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import type { Release } from '../../src/release/release.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { runs } from '../long.ts';
import { planOf, testSite } from '../plans.ts';
import { payloads } from './payloads.ts';
import { makeRelease, site } from './records.ts';

const self = 'https://example.com/updates/feed.xml';
const validate = new Ajv({ validateFormats: false, strict: false }).compile(jsonFeedSchema);

/** What readers of other makers see: titles, addresses, ids, days and texts of every entry, or an exception where a document is broken. */
async function readAll(releases: readonly Release[], on = site) {
  const feed = describeFeed(releases, on);
  const [rss, atom, json] = [renderRss(feed, self), renderAtom(feed, self), renderJsonFeed(feed, self)];
  expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
  const [byRss, byAtom, byJson] = [parseRssFeed(rss), parseAtomFeed(atom), parseJsonFeed(json)];
  const strict = new RssParser();
  const [alsoRss, alsoAtom] = [await strict.parseString(rss), await strict.parseString(atom)];
  const day = (text: unknown) => new Date(String(text)).toISOString();
  const tidy = (text: unknown) =>
    String(text ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    feed,
    readers: [
      byRss.items?.map((each) => [
        tidy(each.title),
        each.link,
        each.guid?.value,
        day(each.pubDate),
        tidy(each.content?.encoded),
      ]),
      byAtom.entries?.map((each) => [
        tidy(each.title?.value ?? each.title),
        each.links?.[0]?.href,
        each.id,
        day(each.published),
        tidy(each.content?.value ?? each.content),
      ]),
      byJson.items?.map((each) => [
        tidy(each.title),
        each.url,
        each.id,
        day(each.date_published),
        tidy(each.content_html),
      ]),
      alsoRss.items.map((each) => [
        tidy(each.title),
        each.link,
        each.guid,
        day(each.pubDate),
        tidy(each['content:encoded']),
      ]),
      alsoAtom.items.map((each) => [
        tidy(each.title),
        each.link,
        each['id'],
        day(each.pubDate),
        tidy(each.content),
      ]),
    ].map((entries) => entries ?? []),
    expected: feed.entries.map((each) => [
      tidy(each.title),
      each.url,
      each.id,
      day(each.published),
      tidy(each.html),
    ]),
  };
}

test('whatever a title holds, five readers of three formats read the same', async () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      ...payloads,
      ']]>',
      '<![CDATA[',
      '&amp;amp;',
      '&#0;',
      '\u0000\u0001\uFFFE',
      '\uD800',
      '<?xml?>',
      '--><!--',
    ),
  );
  const titles = fc.sample(title, runs(100, 10_000));
  for (let start = 0; start < titles.length; start += 50) {
    const releases = titles
      .slice(start, start + 50)
      .map((each, index) => makeRelease({ id: `r-${index}`, title: each, summary: each, highlights: each }));
    const { readers, expected } = await readAll(releases);
    expect(readers[2]).toEqual(expected);
    for (const read of readers) {
      expect(read.map(([name, ...rest]) => [name, ...rest.slice(0, 3)])).toEqual(
        expected.map(([name, ...rest]) => [name, ...rest.slice(0, 3)]),
      );
      expect(read.every(([, , , , html]) => html?.startsWith('<'))).toBe(true);
    }
  }
}, 600_000);

test('whatever becomes of a plan, its entry keeps its id in every feed, and its changes theirs', async () => {
  const words = fc.constantFrom(
    'Book a table',
    'Pay by card',
    'Reserve',
    'Split the bill',
    'Print again',
    'Faster',
  );
  const state = fc.record({
    title: words,
    version: fc.constantFrom('1.2.0', '1.2.1', '2.0.0', undefined),
    status: fc.constantFrom('released', 'rolling out', 'yanked', 'end of life'),
    product: fc.constantFrom('till', 'api'),
    released: fc.constantFrom('2026-05-07', '2026-05-08'),
    summary: words,
    features: fc.uniqueArray(words, { minLength: 1, maxLength: 4 }),
    url: fc.constantFrom('https://updates.kiosk.example.com/', 'https://kiosk.example.org/new/'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 5, maxLength: 10 }), async (states) => {
      let records: Records = { releases: [], initiatives: [], withdrawn: [] };
      for (const { url, features, summary, ...fields } of states) {
        // A site that moves keeps what its records say.
        const on = { ...testSite, url, authority: records.authority };
        const front = Object.entries({
          id: 'the-plan',
          visibility: 'public',
          reason: 'It had to be.',
          ...fields,
        })
          .filter(([, value]) => value)
          .map(([key, value]) => `${key}: '${value}'`);
        const text = `---\n${front.join('\n')}\n---\n## Summary\n\n${summary}.\n\n## Included features\n\n- **Table plans.** {#tables}\n${features.map((each) => `- **${each}.** For all.`).join('\n')}\n`;
        const before = records.releases[0]?.changes ?? [];
        records = publish({
          plans: [planOf(text, 'plans/x.md', on)],
          initiatives: [],
          previous: records,
          site: on,
          now: new Date('2026-11-21'),
        }).records;
        const { shipped } = arrangeContent(on, records, new Date('2026-11-21'));
        const { readers } = await readAll(shipped, on);
        const host = new URL(states[0]?.url ?? '').hostname;
        for (const read of readers)
          expect(read.map(([, , id]) => id)).toEqual([`tag:${host},2026:release:the-plan`]);
        const now = new Map(shipped[0]?.changes?.map((each) => [each.title, each.id]));
        for (const { title, id } of before) if (now.has(title)) expect(now.get(title)).toBe(id);
      }
    }),
    { numRuns: runs(5, 100) },
  );
}, 600_000);
