import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { renderAtom } from '../../src/documents/public/atom.ts';
import { archiveFeed, describeFeed, type FeedScope, newestInFeed } from '../../src/documents/public/feed.ts';
import { renderFeedStyle, renderFeedWords } from '../../src/documents/public/feed-style.ts';
import { renderJsonFeed } from '../../src/documents/public/json-feed.ts';
import { describeRoadmapFeed } from '../../src/documents/public/roadmap-feed.ts';
import { renderRss } from '../../src/documents/public/rss.ts';
import type { Release } from '../../src/release/release.ts';
import { roadmapChangeStrings } from '../../src/site/compare-strings.ts';
import { runs, tellProgress } from '../long.ts';
import { inBrowser } from './browser.ts';
import { findXmlFaults, JsonFeedRules } from './feed-rules.ts';
import { payloads } from './payloads.ts';
import { makeRelease, site } from './records.ts';

const base = 'https://example.com/updates';

/** A feed and its archives in one format, by their URLs. */
function renderAll(
  releases: readonly Release[],
  format: 'rss' | 'atom' | 'json',
  scope: FeedScope = {},
): Map<string, string> {
  const render = { rss: renderRss, atom: renderAtom, json: renderJsonFeed }[format];
  const ending = format === 'json' ? 'json' : 'xml';
  const url = (archive?: number) => `${base}/feed${archive ? `-${archive}` : ''}.${ending}`;
  const archives = archiveFeed(releases, scope);
  const previous = archives.length > 0 ? url(archives.length) : undefined;
  const documents = new Map([[url(), render(describeFeed(releases, site, scope), url(), { previous })]]);
  for (const [index, own] of archives.entries()) {
    const archive = index + 1;
    const neighbours = {
      current: url(),
      previous: archive > 1 ? url(archive - 1) : undefined,
      next: archive < archives.length ? url(archive + 1) : undefined,
    };
    documents.set(url(archive), render(describeFeed(own, site, scope), url(archive), neighbours));
  }
  return documents;
}

function many(count: number): Release[] {
  return Array.from({ length: count }, (_, index) => {
    const released = new Date(Date.UTC(2026, 0, 1) - index * 86_400_000).toISOString().slice(0, 10);
    return makeRelease({
      id: `r-${index}`,
      released,
      ...(index % 7 === 0 ? { edited: { on: '2026-02-01' } } : {}),
    });
  });
}

function long(id: string, changes: number): Release {
  const change = (_: unknown, index: number) => ({
    id: `${id}-${index}`,
    title: 'Mended',
    kind: 'fixed' as const,
  });
  return makeRelease({ id, released: '2026-01-01', changes: Array.from({ length: changes }, change) });
}

test('feeds of any release keep the rules of RSS 2.0, Atom, archives and JSON Feed', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.constantFrom(...payloads),
  );
  const release = fc.record<Partial<Release>>(
    {
      title: text,
      summary: text,
      reason: text,
      highlights: text,
      publishAt: fc.constantFrom('2026-05-07T09:30:00+02:00', '2026-05-08T00:00:00Z'),
      edited: fc.constantFrom(
        { on: '2026-05-06' },
        { on: '2026-06-01', note: '[x](javascript:alert(1)) ![](//x/y.png)' },
      ),
      status: fc.constantFrom('released', 'yanked', 'rolling out'),
      version: fc.constantFrom('1.2.0', undefined),
      changes: fc.array(
        fc.record({ id: fc.uuid(), kind: fc.constantFrom('security', 'fixed'), title: text, text }),
        { minLength: 1, maxLength: 3 },
      ) as fc.Arbitrary<NonNullable<Release['changes']>>,
    },
    { requiredKeys: [] },
  );
  // Three titles in a feed, on average.
  const feeds = fc
    .sample(fc.array(release, { maxLength: 6 }), runs(40, 3_400))
    .map((parts) => parts.map((part, index) => makeRelease({ ...part, id: `r-${index}` })));
  const all = [...feeds, many(0), many(50), many(51), many(260)];
  await inBrowser(async (page) => {
    for (const [index, releases] of all.entries()) {
      const documents = [...renderAll(releases, 'rss').values(), ...renderAll(releases, 'atom').values()];
      const faults = await findFaults(page, documents);
      faults.forEach((each, at) => expect(each, documents[at]).toEqual([]));
      for (const json of renderAll(releases, 'json').values()) JsonFeedRules.parse(JSON.parse(json));
      tellProgress('feeds', index + 1, all.length);
    }
  });
}, 600_000);

/** What is wrong with each of these documents of XML. */
function findFaults(page: Page, documents: string[]): Promise<string[][]> {
  return page.evaluate(
    ([sources = [], check = '']) =>
      (sources as string[]).map((source) => new Function(`return (${check})`)()(source)),
    [documents, findXmlFaults.toString()] as [string[], string],
  );
}

test('the rules find what is wrong', async () => {
  const good = renderAtom(describeFeed([makeRelease()], site), base);
  const rss = renderRss(describeFeed([makeRelease()], site), base);
  const bad = [
    good.replace('<updated>2026', '<updated>2025'),
    good.replace(/<id>tag[^<]*<\/id>/g, '<id>x y</id>'),
    good.replace('&lt;p&gt;', '&lt;p onclick=&quot;x&quot;&gt;'),
    rss.replace('Thu, 07', 'Wed, 07'),
    rss.replace('isPermaLink="false"', ''),
    rss.replace(/<link>[^<]*<\/link>/, '<link>/relative/</link>'),
    rss.replace('</channel>', '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/></channel>'),
  ];
  const faults = await inBrowser((page) => findFaults(page, [good, rss, ...bad]));
  expect(faults.map((each) => each.length > 0)).toEqual([false, false, ...bad.map(() => true)]);
});

describe('archives', () => {
  test.each([0, 1, 50, 51, 99, 100, 101, 260])(
    'of %i releases hold every one, in full documents',
    (count) => {
      const releases = many(count);
      const documents = renderAll(releases, 'json');
      const found = new Set<string>();
      let url: string | undefined = `${base}/feed.json`;
      for (let turn = 0; url; turn++) {
        const feed = JSON.parse(documents.get(url) ?? '') as JsonFeed;
        if (turn > 0) expect(feed.items).toHaveLength(50);
        for (const { id } of feed.items) found.add(id);
        url = feed.next_url;
      }
      expect([...found]).toEqual(releases.map(({ id }) => `tag:example.com,2026:release:${id}`));
    },
  );

  test('of long releases are shorter, hold every one, and stay as they are when more is published', () => {
    const lengths = fc.array(fc.oneof(fc.nat(20), fc.integer({ min: 200, max: 600 })), { maxLength: 120 });
    fc.assert(
      fc.property(lengths, fc.nat(600), (changes, newest) => {
        const releases = changes.map((count, index) => long(`r-${index}`, count));
        const archives = archiveFeed(releases);
        const feed = newestInFeed(releases);
        for (const file of [...archives, feed]) {
          const sum = file.reduce((all, { changes: own = [] }) => all + own.length, 0);
          expect(file.length).toBeLessThanOrEqual(50);
          if (file.length > 10) expect(sum).toBeLessThanOrEqual(1000);
        }
        expect(new Set([...archives.flat(), ...feed])).toEqual(new Set(releases));
        const older = archives.toReversed().flat();
        expect(older).toEqual(releases.slice(releases.length - older.length));
        const later = archiveFeed([long('new', newest), ...releases]);
        expect(later.slice(0, archives.length)).toEqual(archives);
      }),
    );
  });

  test('of one product hold all of it, and nothing else', () => {
    const releases = many(260).map((release, index) =>
      index % 2 === 0 ? release : { ...release, product: 'partner-api' },
    );
    const documents = renderAll(releases, 'json', { product: 'partner-api' });
    const ids = [...documents.values()].map((each) =>
      (JSON.parse(each) as JsonFeed).items.map(({ id }) => id),
    );
    expect(ids.map((each) => each.length)).toEqual([50, 50, 50]);
    const own = releases.filter(({ product }) => product === 'partner-api');
    expect(new Set(ids.flat())).toEqual(new Set(own.map(({ id }) => `tag:example.com,2026:release:${id}`)));
  });

  test('of one kind hold all changes of that kind, and nothing else', () => {
    const releases = many(160).map((release, index) => ({
      ...release,
      changes: [
        { id: `c-${index}`, title: `Fix ${index}`, kind: 'fixed' as const },
        ...(index % 2 === 0 ? [{ id: `s-${index}`, title: `Hole ${index}`, kind: 'security' as const }] : []),
      ],
    }));
    const documents = renderAll(releases, 'json', { kind: 'security' });
    const feeds = [...documents.values()].map((each) => JSON.parse(each) as JsonFeed);
    expect(feeds.map(({ items }) => items.length)).toEqual([50, 50]);
    const told = feeds.flatMap(({ items }) => items.map((item) => JSON.stringify(item))).join('\n');
    expect(new Set(told.match(/Hole \d+/g)).size).toBe(80);
    expect(told).not.toContain('Fix ');
  });

  test('of the roadmap hold every change once', () => {
    const changes = Array.from({ length: 130 }, (_, index) => ({
      day: '2026-11-01',
      what: 'moved' as const,
      id: `item-${index % 7}`,
      title: 'Tables',
    }));
    const feedOf = (archive?: number) =>
      describeRoadmapFeed(changes, site, roadmapChangeStrings, () => '/roadmap/', archive);
    const ids = [undefined, 1, 2].map((archive) => feedOf(archive).entries.map(({ id }) => id));
    expect(ids.map((each) => each.length)).toEqual([50, 50, 50]);
    expect(new Set(ids.flat()).size).toBe(130);
  });

  test('stay as they are when more is published', () => {
    const releases = many(180);
    const before = renderAll(releases, 'atom');
    const after = renderAll([makeRelease({ id: 'new', released: '2026-03-01' }), ...releases], 'atom');
    for (const archive of [1, 2]) {
      const url = `${base}/feed-${archive}.xml`;
      expect(after.get(url)).toBe(before.get(url));
    }
  });

  test('are linked both ways, and say that they are archives', () => {
    const documents = renderAll(many(180), 'atom');
    expect(documents.get(`${base}/feed.xml`)).toMatch(/rel="prev-archive"[^>]*feed-3\.xml/);
    expect(documents.get(`${base}/feed.xml`)).not.toMatch(/fh:archive|rel="current"/);
    const second = documents.get(`${base}/feed-2.xml`);
    expect(second).toContain('<fh:archive/>');
    expect(second).toMatch(/rel="current"[^>]*\/feed\.xml/);
    expect(second).toMatch(/rel="prev-archive"[^>]*feed-1\.xml/);
    expect(second).toMatch(/rel="next-archive"[^>]*feed-3\.xml/);
    expect(documents.get(`${base}/feed-3.xml`)).not.toContain('next-archive');
  });
});

interface JsonFeed {
  items: { id: string }[];
  next_url?: string;
}

describe('for a person', () => {
  const words = {
    lead: 'This is a feed.',
    hint: 'Use {a} reader & be happy.',
    page: 'Page',
    older: 'Older',
    newest: 'Newest',
  };
  const files: Record<string, string> = {
    '/feed.xsl': renderFeedStyle('/feed.css', words, 'rtl'),
    '/feed.css': 'item, entry { display: block }',
    '/rss': renderRss(describeFeed(many(3), site), base, {
      style: '/feed.xsl',
      previous: `${base}/feed-1.xml`,
    }),
    '/atom': renderAtom(describeFeed(many(3), site), base, {
      style: '/feed.xsl',
      current: `${base}/atom.xml`,
    }),
  };

  test.each(['/rss', '/atom'])('%s is a page', async (path) => {
    const shown = await inBrowser(async (page) => {
      const asked: string[] = [];
      await page.route('**', (route) => {
        const { pathname } = new URL(route.request().url());
        asked.push(pathname);
        const contentType = pathname === '/feed.css' ? 'text/css' : 'application/xml';
        return route.fulfill({
          body: files[pathname] ?? '',
          contentType,
          headers: { 'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'" },
        });
      });
      await page.goto(`http://site.test${path}`);
      return {
        asked: [...new Set(asked)].sort(),
        title: await page.title(),
        language: await page.locator('html').getAttribute('lang'),
        direction: await page.locator('html').getAttribute('dir'),
        heading: await page.locator('h1').allTextContents(),
        entries: await page
          .locator('li h2 a')
          .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')])),
        first: await page.locator('li').first().innerText(),
        text: await page.locator('main').innerText(),
        links: await page.locator('main > p > a').allTextContents(),
      };
    });
    expect(shown.asked).toEqual(['/feed.css', '/feed.xsl', path].sort());
    expect(shown.title).toBe('Wheelway & friends');
    expect(shown.language).toBe('en');
    expect(shown.heading).toEqual(['Wheelway & friends']);
    expect(shown.entries).toHaveLength(3);
    expect(shown.entries[0]).toEqual([
      'Rider app 3.2.0: Pay with vouchers',
      'https://example.com/updates/releases/rider-app/3-2-0/',
    ]);
    expect(shown.first).toContain('2026-01-01');
    expect(shown.direction).toBe('rtl');
    expect(shown.first).toContain('Riders can pay with vouchers.');
    expect(shown.text).toContain('Use {a} reader & be happy.');
    expect(shown.links).toEqual(['Page', path === '/rss' ? 'Older' : 'Newest']);
  });

  test('words of a site never end the text that they stand in', () => {
    const css = renderFeedWords(
      { ...words, hint: 'a "b" \\ c\nd', page: '"; } rss { display: none } "' },
      'rtl',
    );
    expect(css).toContain(String.raw`--feed-hint: "a \22 b\22  \5c  c\a d";`);
    expect(css).toContain(String.raw`--feed-page: "\22 ; } rss { display: none } \22 ";`);
    expect(css).toContain('direction: rtl');
  });
});
