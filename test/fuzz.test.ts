import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { parseRecords, renderRecords } from '../scripts/records.ts';
import { renderAtom } from '../src/documents/public/atom.ts';
import { renderCalendar } from '../src/documents/public/calendar.ts';
import { describeFeed } from '../src/documents/public/feed.ts';
import { renderHtml, renderInlineHtml } from '../src/documents/public/html.ts';
import { renderJsonFeed } from '../src/documents/public/json-feed.ts';
import { chooseFullTexts, renderLlmsFull } from '../src/documents/public/llms.ts';
import { renderReleasesJson } from '../src/documents/public/releases-json.ts';
import { renderRss } from '../src/documents/public/rss.ts';
import { checkPlan } from '../src/plan/check-plan.ts';
import { fields } from '../src/plan/fields.ts';
import { catalogue } from '../src/plan/rules/catalogue.ts';
import { sections } from '../src/plan/sections.ts';
import { publish, type Records } from '../src/publish/publish.ts';
import { SiteSchema } from '../src/release/site.ts';
import { readDialect } from '../src/sources/notion/dialect/dialect.ts';
import { projectFolder } from './house/command-line.ts';
import { readTree } from './house/files.ts';
import { runs } from './long.ts';
import { planOf } from './plans.ts';

/**
 * Plans of every sort, through the whole house: read, checked, published, recorded, rendered. What once failed stands in `fixtures/fuzz/`, one
 * file a set of plans, with a line of `=====` between two of them, and is tried first.
 */

const site = SiteSchema.parse({
  name: 'Kiosk',
  url: 'https://updates.kiosk.example.com/',
  timezone: 'Europe/Berlin',
  products: [
    { id: 'till', name: 'Till' },
    { id: 'rider-app', name: 'Rider app' },
  ],
});
const now = new Date('2026-11-21T12:00:00Z');
const codes = new Set(catalogue.map(({ code }) => code));
const nothing: Records = { releases: [], initiatives: [], withdrawn: [] };

function publishTexts(texts: readonly string[], previous: Records) {
  const plans = texts.map((text, index) => planOf(text, `plans/${index}.md`, site));
  const previousStatus = new Map(previous.releases.map((release) => [release.id, release.status]));
  const context = { settings: { site }, plans, initiatives: [], today: '2026-11-21', previousStatus };
  for (const plan of plans) checkPlan(plan, context);
  const publication = publish({ plans, initiatives: [], previous, site, now });
  return { publication, files: renderRecords(publication.records) };
}

/** What must be so for any plans at all. */
function expectSound(texts: readonly string[]): void {
  const started = performance.now();
  const { publication, files } = publishTexts(texts, nothing);
  const { records, outcomes } = publication;
  for (const { file } of outcomes) {
    for (const message of file.messages) {
      expect(codes, message.reason).toContain(message.ruleId);
      expect(message.reason).not.toMatch(/undefined|\[object|NaN|Invalid input/);
      expect(
        (message.line ?? 1) >= 1 && (message.line ?? 1) <= String(file.value).split('\n').length + 1,
        String(message),
      ).toBe(true);
    }
  }
  // A record is what its file says, publishing again changes nothing, and the order of plans decides nothing.
  expect(byId(parseRecords('.', files))).toEqual(byId(records));
  expect([...publishTexts(texts, records).files]).toEqual([...files]);
  const backwards = publishTexts(texts.toReversed(), nothing).files;
  expect([...backwards.keys()]).toEqual([...files.keys()]);
  expectRendered(records);
  expect(performance.now() - started).toBeLessThan(10_000);
}

function byId(records: Records): Records {
  return { ...records, releases: records.releases.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function expectRendered({ releases, roadmapChanges: history = [] }: Records): void {
  for (const text of stringsOf(releases)) {
    for (const html of [renderHtml(text), renderInlineHtml(text)]) {
      expect(html).not.toMatch(
        /<(?:script|style|iframe|object|embed|form|meta|link|base|svg|annotation-xml|maction|mglyph)\b|<[^>]*\son\w+\s*=|javascript:[^<]*"/i,
      );
    }
  }
  const feed = describeFeed(releases, site);
  for (const xml of [renderRss(feed, site.url), renderAtom(feed, site.url)]) {
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  }
  for (const json of [renderJsonFeed(feed, site.url), renderReleasesJson(releases, [], site)])
    JSON.parse(json);
  for (const line of renderCalendar(releases, site, { history }).split('\r\n'))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  renderLlmsFull(chooseFullTexts(releases), site);
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

const demo = [...readTree(resolve(projectFolder, 'content/plans'))]
  .filter(([path]) => path.endsWith('.md'))
  .map(([, bytes]) => bytes.toString());

const pieces = [
  ...[
    '\n',
    '\n\n',
    '\n\n## ',
    '\n- ',
    '\n  - ',
    '\n1. ',
    '\n> ',
    '\n> Internal: ',
    '\n| a | b |\n| - | - |\n| c | d |\n',
    '```\n',
    '~~~',
    '---\n',
  ],
  ...[
    '**',
    '_',
    '~~',
    '`',
    '[a](/b)',
    '[a](javascript:alert(1))',
    '![a](/x.png)',
    '![](https://evil.example/x.png)',
    '<script>alert(1)</script>',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<!--',
    '-->',
    '<details><summary>Internal</summary>',
    '[^1]',
    '[^1]: note',
    '[r]: https://example.com "t"',
    '[r]',
  ],
  ...[
    '{#id}',
    '{#c-1}',
    '🔒 ',
    '\u200b',
    '\u202e',
    '\u0000',
    '\u0001',
    '\ufffe',
    '\ud83d',
    '😀',
    'é',
    'e\u0301',
    'ß',
    '１',
    '\t',
    '\r\n',
    '\\',
    '&amp;',
    '&#0;',
    '%E0%A4%A',
  ],
  ...[
    'visibility: public\n',
    'visibility: internal\n',
    'id: p-1\n',
    'version: "1.0"\n',
    'version: 1.10\n',
    'status: released\n',
    'status: relaesed\n',
  ],
  ...[
    'publish: [Risks, FAQ]\n',
    'publishAt: 2030-01-01\n',
    'released: 2026-02-30\n',
    '"',
    "'",
    ': ',
    '{',
    '}',
    '[',
    ']',
    '__proto__: 1\n',
    'constructor',
  ],
  ...[
    'Action required: ',
    'Component: ',
    'Story: ',
    'Fixed in: ',
    'Start: 2026-03-29 02:30',
    'Zone: Europe/Berlin',
    '25 %',
    '2026-Q4',
    'x'.repeat(300),
  ],
  ...sections.map(({ heading }) => `\n\n## ${heading}\n\n`),
];

interface Cut {
  at: number;
  length: number;
  piece: string;
}
const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
  piece: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  ),
});

/** A plan of the demo, cut up and mended with something else. */
const mutated = fc.tuple(fc.constantFrom(...demo), fc.array(cut, { maxLength: 8 })).map(([text, cuts]) =>
  cuts.reduce((rest, { at, length, piece }) => {
    const from = Math.floor(at * rest.length);
    return rest.slice(0, from) + piece + rest.slice(from + length);
  }, text),
);

/** Fields and sections of the format, with anything in them. */
const soup = fc
  .array(fc.constantFrom(...pieces, ' ', 'word ', 'Title. '), { maxLength: 10 })
  .map((all) => all.join(''));
const made = fc
  .record({
    head: fc.array(fc.tuple(fc.constantFrom(...fields.map(({ key }) => key)), soup), { maxLength: 6 }),
    parts: fc.array(
      fc.tuple(
        fc.constantFrom(...sections.map(({ heading }) => heading)),
        fc.constantFrom('#', '##', '####'),
        soup,
      ),
      { maxLength: 6 },
    ),
  })
  .map(({ head, parts }) => {
    const lines = head.map(([key, value]) => `${key}: ${value.replaceAll('\n', ' ')}`);
    const body = parts.map(([heading, depth, text]) => `${depth} ${heading}\n\n- **One.** ${text}\n`);
    return `---\ntitle: T\nid: p-${head.length}\nproduct: till\nversion: "${parts.length}"\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n${lines.join('\n')}\n---\n\n${body.join('\n')}`;
  });

const plans = fc.array(fc.oneof({ weight: 2, arbitrary: mutated }, { weight: 1, arbitrary: made }), {
  minLength: 1,
  maxLength: 3,
});
const limits = { interruptAfterTimeLimit: runs(12_000, 1_200_000), markInterruptAsFailure: false };

describe('plans', () => {
  const known = resolve(import.meta.dirname, 'fixtures/fuzz');
  test.each(readdirSync(known))('that once failed are sound: %s', (name) => {
    expectSound(readFileSync(join(known, name), 'utf8').split(/^=====\n/m));
  });

  test('of every sort are read, published, recorded and rendered', () => {
    fc.assert(fc.property(plans, expectSound), { numRuns: runs(60, 20_000), ...limits });
  });

  test('in Notion’s dialect are, too', () => {
    const markdown = remark().use(remarkGfm).freeze();
    const dialect = [
      ...[
        '<callout icon="🔒">\n',
        '</callout>\n',
        '\t',
        '\t\t',
        '<details>',
        '<summary>',
        '</details>\n',
        '<columns>\n\t<column>\n',
        '<table header-row="true">\n',
      ],
      ...[
        '<tr>\n',
        '<td>',
        '</td>',
        '</tr>\n',
        '</table>\n',
        '<br>',
        '<empty-block/>\n',
        '<unknown url="https://x.example/" alt="x"/>\n',
        '{color="red"}',
        '{toggle="true"}',
      ],
      ...[
        '<mention-date start="2026-01-01"/>',
        '<mention-page url="https://app.notion.com/p/0123456789abcdef0123456789abcdef">',
        '<page url="',
        ':smile:',
        '$`x`$',
        '[^https://a.example]',
      ],
    ];
    const text = fc
      .array(fc.constantFrom(...pieces, ...dialect, 'word ', '\n# '), { maxLength: 40 })
      .map((all) => all.join(''));
    const head =
      '---\ntitle: T\nid: p-1\nproduct: till\nversion: "1"\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\n';
    fc.assert(
      fc.property(text, (source) => {
        expectSound([head + markdown.stringify(readDialect(source).body)]);
      }),
      { numRuns: runs(60, 20_000), ...limits },
    );
  });
});
