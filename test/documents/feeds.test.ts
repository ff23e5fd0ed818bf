import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAtom } from '../../src/documents/public/atom.ts';
import { feedMoment, rfc822 } from '../../src/documents/public/feed-moment.ts';
import { describeFeed } from '../../src/documents/public/feed.ts';
import { renderJsonFeed } from '../../src/documents/public/json-feed.ts';
import { printable } from '../../src/documents/public/printable.ts';
import { renderRss } from '../../src/documents/public/rss.ts';
import type { Release } from '../../src/release/release.ts';
import { inBrowser } from './browser.ts';
import { payloads } from './payloads.ts';
import { makeRelease, site } from './records.ts';

const self = 'https://example.com/updates/feed.xml';
const all = (releases: Release[]) => {
  const feed = describeFeed(releases, site);
  return [renderRss(feed, self), renderAtom(feed, self), renderJsonFeed(feed, self)] as const;
};

test('1,000 hostile titles give well-formed feeds whose titles read as the plain text that they are', async () => {
  const titles = [
    ...payloads,
    ']]>',
    '&amp;',
    '&#0;',
    '\u0001\u000B\uFFFF\uD800',
    '<![CDATA[',
    '-->',
    '&undefined;',
    '\u2028',
    '𝄞',
    '\r\n',
    ...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), 1_000),
  ].filter((title) => title !== '');
  const batches = Array.from({ length: Math.ceil(titles.length / 50) }, (_, index) =>
    titles.slice(index * 50, index * 50 + 50),
  );
  const documents = batches.flatMap((batch, index) => {
    const feed = describeFeed(
      batch.map((title, at) => makeRelease({ id: `r-${index}-${at}`, title, summary: title })),
      site,
    );
    return [renderRss(feed, self), renderAtom(feed, self)];
  });
  const read = await inBrowser((page) =>
    page.evaluate(
      (sources) =>
        sources.map((source) => {
          const xml = new DOMParser().parseFromString(source, 'application/xml');
          if (xml.querySelector('parsererror')) return [`not well-formed: ${source.slice(0, 2_000)}`];
          return [...xml.querySelectorAll('item > title, entry > title')].map((title) => title.textContent);
        }),
      documents,
    ),
  );
  read.forEach((titlesRead, index) => {
    const feed = describeFeed(
      (batches[Math.floor(index / 2)] ?? []).map((title, at) => makeRelease({ id: `r-${at}`, title })),
      site,
    );
    expect(titlesRead).toEqual(feed.entries.map((entry) => printable(entry.title)));
  });
  for (const title of titles.slice(0, 500)) JSON.parse(all([makeRelease({ title })])[2]);
}, 60_000);

describe('ids', () => {
  test('are tag URIs of the release id, in all three formats', () => {
    for (const text of all([makeRelease()])) expect(text).toContain('tag:example.com,2026:release:vouchers');
  });

  test('stay through any history of edits', () => {
    const edit = fc.record(
      {
        title: fc.string({ minLength: 1 }),
        version: fc.constantFrom('3.2.1', '4', undefined),
        product: fc.constantFrom('rider-app', 'partner-api'),
        status: fc.constantFrom('released', 'yanked', 'rolled back', 'rolling out'),
        edited: fc.constant({ on: '2026-05-09' }),
        summary: fc.string({ minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    const known = describeFeed([makeRelease()], site).entries[0]?.id;
    fc.assert(
      fc.property(edit, (changed) => {
        expect(describeFeed([makeRelease(changed as Partial<Release>)], site).entries[0]?.id).toBe(known);
      }),
    );
  });

  test('stay when the site moves and says where it was', () => {
    const moved = { ...site, url: 'https://elsewhere.example/', authority: 'example.com,2026' };
    const [entry] = describeFeed([makeRelease()], moved).entries;
    expect(entry?.id).toBe('tag:example.com,2026:release:vouchers');
    expect(entry?.url).toBe('https://elsewhere.example/releases/rider-app/3-2-0/');
  });

  test('differ for what a feed of one kind tells', () => {
    const release = makeRelease({
      changes: [
        { id: 'a', kind: 'security', title: 'A hole is closed' },
        { id: 'b', kind: 'fixed', title: 'A typo' },
      ],
    });
    const [entry] = describeFeed([release, makeRelease({ id: 'other' })], site, { kind: 'security' }).entries;
    expect(entry?.id).toBe('tag:example.com,2026:release:vouchers:security');
    expect(entry?.html).toContain('A hole is closed');
    expect(entry?.html).not.toContain('A typo');
    expect(
      describeFeed([release, makeRelease({ id: 'other' })], site, { kind: 'security' }).entries,
    ).toHaveLength(1);
  });
});

describe('dates', () => {
  test('begin the day in the zone of the site', () => {
    expect(feedMoment('2026-05-07', 'Europe/Berlin')).toBe('2026-05-07T00:00:00+02:00');
    expect(feedMoment('2026-01-07', 'America/St_Johns')).toBe('2026-01-07T00:00:00-03:30');
    expect(feedMoment('2026-05-07', 'UTC')).toBe('2026-05-07T00:00:00Z');
    // The clocks change on the night before, and on the night after.
    expect(feedMoment('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T00:00:00+01:00');
    expect(feedMoment('2026-03-30', 'Europe/Berlin')).toBe('2026-03-30T00:00:00+02:00');
  });

  test('say the same moment in RFC 822', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.constantFrom('Europe/Berlin', 'UTC', 'Asia/Kathmandu', 'America/Sao_Paulo'),
        (date, zone) => {
          const moment = feedMoment(date.toISOString().slice(0, 10), zone);
          expect(rfc822(moment)).toMatch(
            /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/,
          );
          expect(Date.parse(rfc822(moment))).toBe(Date.parse(moment));
        },
      ),
    );
    expect(rfc822('2026-05-07T09:30Z')).toBe('Thu, 07 May 2026 09:30:00 +0000');
    expect(rfc822('2026-05-07T09:30:01.5+02:00')).toBe('Thu, 07 May 2026 09:30:01 +0200');
  });

  test('update an entry only when its text was corrected', () => {
    const plain = describeFeed([makeRelease()], site).entries[0];
    expect(plain?.updated).toBe(plain?.published);
    const edited = describeFeed([makeRelease({ edited: { on: '2026-05-09' } })], site);
    expect(edited.entries[0]?.published).toBe(plain?.published);
    expect(edited.entries[0]?.updated).toBe('2026-05-09T00:00:00+02:00');
    expect(edited.updated).toBe('2026-05-09T00:00:00+02:00');
  });

  test('come from the records alone', () => {
    expect(all([makeRelease()])).toEqual(all([makeRelease()]));
    expect(all([])[0]).not.toContain('lastBuildDate');
    expect(all([])[1]).toContain('<updated>1970-01-01T00:00:00Z</updated>');
    expect(describeFeed([makeRelease({ released: undefined })], site).entries).toEqual([]);
  });
});

describe('content', () => {
  const [rss] = all([
    makeRelease({
      status: 'yanked',
      reason: 'It charged twice.',
      upgrade: [{ text: 'Sign in again.' }],
      changes: [
        { id: 'f', kind: 'fixed', title: 'A fix' },
        { id: 'n', kind: 'added', title: 'A novelty', text: 'See [docs](/docs/) ![](/x.png)' },
        { id: 'b', kind: 'changed', breaking: true, title: 'A break', action: 'Mend it.' },
      ],
      knownIssues: [{ id: 'k', title: 'An issue', workaround: 'None' }],
      waves: [{ name: 'EU', state: 'running', share: 25 }],
    }),
  ]);

  test('says what was taken back before all else', () => {
    expect(rss).toContain('<title>Withdrawn: Rider app 3.2.0: Pay with vouchers</title>');
    expect(rss).toMatch(
      /<content:encoded>&lt;p&gt;&lt;strong&gt;Withdrawn:&lt;\/strong&gt; It charged twice\./,
    );
  });

  test('goes from what must be done to who gets it', () => {
    const order = [
      'Sign in again.',
      'Mend it.',
      'Breaking',
      'New',
      'A novelty',
      'Fixed',
      'A fix',
      'An issue',
      'EU: 25%',
    ];
    const places = order.map((words) => rss.indexOf(words, rss.indexOf('content:encoded>')));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('has absolute addresses alone', () => {
    expect(rss).toContain('href=&quot;https://example.com/updates/docs/&quot;');
    expect(rss).toContain('src=&quot;https://example.com/updates/x.png&quot;');
    expect(rss).not.toMatch(/(?:href|src)=&quot;(?!https:)/);
  });

  test('is that of the newest fifty', () => {
    const many = Array.from({ length: 80 }, (_, index) => makeRelease({ id: `r-${index}` }));
    expect(describeFeed(many, site).entries.map(({ id }) => id.split(':').at(-1))).toEqual(
      many.slice(0, 50).map(({ id }) => id),
    );
  });

  test('names itself and its page', () => {
    const feed = describeFeed([makeRelease()], site, { product: 'rider-app' });
    expect(feed.page).toBe('https://example.com/updates/changelog/product/rider-app/');
    expect(renderAtom(feed, self)).toContain(`<link rel="self" type="application/atom+xml" href="${self}"/>`);
    expect(renderRss(feed, self)).toContain(
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    );
    expect(JSON.parse(renderJsonFeed(feed, self))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: self,
      title: 'Wheelway & friends: Rider app',
      items: [{ url: 'https://example.com/updates/releases/rider-app/3-2-0/' }],
    });
  });
});

test('in a feed that is read from right to left, a version is not turned round, and one that is the title stands once', () => {
  const arabic = { ...site, locale: 'ar' };
  const titles = (titled: Partial<Release>) =>
    describeFeed([makeRelease({ version: '3.2.0-rc.1', ...titled })], arabic).entries.map(
      ({ title }) => title,
    );
  expect(titles({ title: 'قسائم' })).toEqual(['Rider app \u20683.2.0-rc.1\u2069: قسائم']);
  expect(titles({ title: 'Rider app 3.2.0-rc.1' })).toEqual(['Rider app 3.2.0-rc.1']);
});
