import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeListJsonLd,
  describePageJsonLd,
  describeReleaseJsonLd,
} from '../../src/documents/public/json-ld.ts';
import { chooseFullTexts, renderLlms, renderLlmsFull } from '../../src/documents/public/llms.ts';
import { renderReleaseJson, renderReleasesJson } from '../../src/documents/public/releases-json.ts';
import { renderJsonSchema } from '../../src/documents/public/releases-json-schema.ts';
import { chooseForWidget, describeWidgetFile } from '../../src/documents/public/widget-json.ts';
import type { Initiative, Release } from '../../src/release/release.ts';
import { payloads } from './payloads.ts';
import { makeRelease, site } from './records.ts';

const full = makeRelease({
  publishAt: '2026-05-07T09:30:00+02:00',
  edited: { on: '2026-05-09', note: 'A word.' },
  changes: [
    { id: 'a', kind: 'added', title: 'A `b`', links: [{ title: 'More', url: 'https://example.com/' }] },
  ],
  knownIssues: [{ id: 'k', title: 'Slow' }],
  downloads: [{ file: 'a.zip', url: 'https://example.com/a.zip', size: 1, sha256: 'a'.repeat(64) }],
  waves: [{ name: 'EU', state: 'running', share: 12.5, regions: ['EU'] }],
  maintenance: [{ id: 'm', start: '2026-05-07T09:30:00+02:00', end: '2026-05-07T10:30:00Z', zone: 'UTC' }],
});
const initiative: Initiative = {
  id: 'i',
  title: 'Less [waiting]',
  horizon: 'now',
  outcome: 'Nobody *waits*.',
};

describe('the JSON Schemas', () => {
  const ajv = new Ajv2020({ validateFormats: false, allErrors: true });
  const releasesSchema = JSON.parse(renderJsonSchema('releases', site));
  const releaseSchema = JSON.parse(renderJsonSchema('release', site));
  const validateAll = ajv.compile(releasesSchema);
  const validateOne = ajv.compile(releaseSchema);

  test('are what they say they are, and say where they stand', () => {
    expect(releasesSchema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(releasesSchema.$id).toBe('https://example.com/updates/schema/releases.json');
    expect(JSON.parse(renderReleasesJson([], [], site)).$schema).toBe(releasesSchema.$id);
    expect(JSON.parse(renderReleaseJson(full, site)).$schema).toBe(releaseSchema.$id);
  });

  test('hold for what is written', () => {
    const all = JSON.parse(renderReleasesJson([full, makeRelease({ id: 'b' })], [initiative], site));
    expect(validateAll(all), JSON.stringify(validateAll.errors)).toBe(true);
    expect(validateOne(JSON.parse(renderReleaseJson(full, site))), JSON.stringify(validateOne.errors)).toBe(
      true,
    );
  });

  test.each<[string, (record: Record<string, unknown>) => void]>([
    ['a field that is not named', (record) => (record['owner'] = 'x')],
    ['a status that is none', (record) => (record['status'] = 'relased')],
    ['a day that is none', (record) => (record['released'] = 7)],
    ['an id that cannot stand in an address', (record) => (record['id'] = 'A b')],
    ['no title', (record) => delete record['title']],
    ['an empty list', (record) => (record['changes'] = [])],
    ['a share of 120 per cent', (record) => (record['waves'] = [{ name: 'a', state: 'done', share: 120 }])],
  ])('refuse %s', (_, spoil) => {
    const document = JSON.parse(renderReleaseJson(full, site));
    spoil(document.release);
    expect(validateOne(document)).toBe(false);
  });

  test('say what every field is', () => {
    const { releases, initiatives } = releasesSchema.properties;
    for (const properties of [
      releasesSchema.properties,
      releases.items.properties,
      releases.items.properties.changes.items.properties,
      releases.items.properties.knownIssues.items.properties,
      initiatives.items.properties,
      releaseSchema.properties.release.properties,
    ]) {
      for (const [name, property] of Object.entries<{ description?: string }>(properties))
        expect(property.description, name).toMatch(/\.$/);
    }
  });
});

describe('JSON-LD', () => {
  const page = {
    title: 'Changelog',
    address: '/changelog/',
    trail: [{ title: 'Home', address: '/' }],
  };
  const graph = (json: string) => JSON.parse(json)['@graph'];

  test('tells of a release as an article about a version of a product', () => {
    const [article, trail] = graph(describeReleaseJsonLd(page, full, site));
    expect(article).toMatchObject({
      '@type': 'TechArticle',
      headline: 'Rider app 3.2.0: Pay with vouchers',
      datePublished: '2026-05-07T09:30:00+02:00',
      dateModified: '2026-05-09T00:00:00+02:00',
      about: {
        '@type': 'SoftwareApplication',
        name: 'Rider app',
        softwareVersion: '3.2.0',
        releaseNotes: 'https://example.com/updates/releases/rider-app/3-2-0/',
        downloadUrl: ['https://example.com/a.zip'],
      },
    });
    expect(trail['@type']).toBe('BreadcrumbList');
  });

  test('tells of a list as a collection with the way to it', () => {
    const [list, trail] = graph(
      describeListJsonLd(page, [full, makeRelease({ id: 'b', version: '3.1.0' })], site),
    );
    expect(list['@type']).toBe('CollectionPage');
    expect(
      list.mainEntity.itemListElement.map((each: { position: number; url: string }) => [
        each.position,
        each.url,
      ]),
    ).toEqual([
      [1, 'https://example.com/updates/releases/rider-app/3-2-0/'],
      [2, 'https://example.com/updates/releases/rider-app/3-1-0/'],
    ]);
    expect(
      trail.itemListElement.map((each: { name: string; item: string }) => [each.name, each.item]),
    ).toEqual([
      ['Home', 'https://example.com/updates/'],
      ['Changelog', 'https://example.com/updates/changelog/'],
    ]);
  });

  test('never ends the element that it stands in, and loses no character', () => {
    const text = fc.oneof(
      fc.constantFrom('</script><script>alert(1)</script>', '<!--<script', ...payloads),
      fc.string({ minLength: 1 }),
    );
    fc.assert(
      fc.property(text, (hostile) => {
        const json = describePageJsonLd({ ...page, title: hostile }, site);
        expect(json).not.toContain('<');
        expect(
          describeReleaseJsonLd(page, makeRelease({ title: hostile, summary: hostile }), site),
        ).not.toContain('<');
        // oxlint-disable-next-line no-control-regex
        const seen = hostile
          .toWellFormed()
          .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '');
        expect(graph(json)[0].name).toBe(seen);
      }),
    );
  });
});

describe('llms.txt', () => {
  const releases = [
    makeRelease({ summary: 'It has `code`,\n\nand [more](https://example.com/).' }),
    makeRelease({ id: 'gone', version: '3.1.0', status: 'yanked', title: 'Not any more' }),
    makeRelease({
      id: 'later',
      version: undefined,
      status: 'planned',
      released: undefined,
      title: 'Coming_soon',
    }),
  ];

  test('has the form that it is to have', () => {
    const lines = renderLlms({ site, releases, initiatives: [initiative] }).split('\n');
    expect(lines[0]).toBe('# Wheelway \\& friends');
    expect(lines.find((line) => line.startsWith('>'))).toBe('> What is new');
    const headings = lines.filter((line) => line.startsWith('## '));
    expect(headings).toEqual([
      '## Products',
      '## Latest releases',
      '## Roadmap',
      '## Registers',
      '## Optional',
    ]);
    const after = lines.slice(lines.indexOf('## Products'));
    for (const line of after.filter((each) => each !== '' && !each.startsWith('#')))
      expect(line).toMatch(/^- \[.+\]\(https:\/\/example\.com\/updates\/\S*\)(: .+)?$/);
  });

  test('leads to the Markdown of each release, says what was withdrawn, and keeps the roadmap apart', () => {
    const text = renderLlms({ site, releases, initiatives: [initiative] });
    expect(text).toContain(
      '- [Rider app 3.2.0: Pay with vouchers](https://example.com/updates/releases/rider-app/3-2-0/index.md): 2026-05-07: It has code, and more.\n',
    );
    expect(text).toContain('- [Withdrawn: Rider app 3.1.0: Not any more](');
    expect(text.indexOf('Coming\\_soon')).toBeGreaterThan(text.indexOf('## Roadmap'));
    expect(text).toContain('- [Less \\[waiting\\]](https://example.com/updates/roadmap/i/): Nobody waits.');
  });

  test('has the full texts beside it, of the latest 200', () => {
    const many = Array.from({ length: 230 }, (_, index) =>
      makeRelease({ id: `r${index}`, version: `1.${230 - index}.0` }),
    );
    const text = renderLlmsFull(chooseFullTexts(many), site);
    expect(text.match(/^## /gm)).toHaveLength(200);
    expect(text).toContain('the latest 200 of 230 releases');
    expect(text).toContain('## Rider app 1.230.0: Pay with vouchers');
    expect(renderLlmsFull(chooseFullTexts(releases), site)).not.toContain('latest 200');
  });

  test('has fewer full texts where they are long, and the newest however long it is', () => {
    const change = (_: unknown, index: number) => ({
      id: `c${index}`,
      title: 'Mended',
      kind: 'fixed' as const,
    });
    const long = (changes: number) => makeRelease({ changes: Array.from({ length: changes }, change) });
    expect(chooseFullTexts(Array.from({ length: 30 }, () => long(150))).releases).toHaveLength(13);
    expect(chooseFullTexts([long(3_000), long(1)]).releases).toHaveLength(1);
  });
});

describe('widget.json', () => {
  const texts = {
    dir: 'ltr' as const,
    words: { title: '', unread: '', new: '', all: '', none: '', close: '' },
    groups: {},
    stateOf: () => undefined,
  };
  const many = (count: number, product: string, from: number): Release[] =>
    Array.from({ length: count }, (_, index) =>
      makeRelease({
        id: `${product}-${index}`,
        product,
        released: new Date(from + index * 86_400_000).toISOString().slice(0, 10),
      }),
    );

  test('holds at most twenty entries, in the order of publication, and no product is crowded out', () => {
    const releases = [
      ...many(60, 'rider-app', Date.UTC(2026, 0)),
      ...many(30, 'partner-api', Date.UTC(2020, 0)),
    ];
    const file = describeWidgetFile(chooseForWidget(releases, site), site, texts);
    expect(file.entries).toHaveLength(20);
    expect(file.entries.map(({ at }) => at)).toEqual(file.entries.map(({ at }) => at).sort((a, b) => b - a));
    expect(file.entries.filter(({ product }) => product === 'partner-api').map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => `partner-api-${29 - index}`),
    );
    expect(file.newest).toBe(10);
    expect([file.count, file.products['rider-app']?.count]).toEqual([90, 60]);
  });

  test('has of every list a beginning without gaps', () => {
    const release = fc.record({
      product: fc.constantFrom('rider-app', 'partner-api'),
      day: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(release, { maxLength: 60 }), (all) => {
        const releases = all.map(({ product, day }, index) =>
          makeRelease({
            id: `r${index}`,
            product,
            released: new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
          }),
        );
        const file = describeWidgetFile(chooseForWidget(releases, site), site, texts);
        const shown = new Set(file.entries.map(({ id }) => id));
        const first = file.entries.slice(0, file.newest);
        const oldest = Math.min(Infinity, ...first.map(({ day }) => Date.parse(day)));
        for (const { id, released = '' } of releases) {
          if (Date.parse(released) > oldest) expect(shown).toContain(id);
        }
        for (const product of ['rider-app', 'partner-api']) {
          const own = file.entries.filter((entry) => entry.product === product);
          const last = Math.min(Infinity, ...own.map(({ day }) => Date.parse(day)));
          for (const each of releases)
            if (each.product === product && Date.parse(each.released ?? '') > last)
              expect(shown).toContain(each.id);
        }
      }),
    );
  });

  test('takes what was held back for published when it was let go, and nothing without a day', () => {
    const file = describeWidgetFile(
      chooseForWidget(
        [
          makeRelease({ id: 'a', released: '2026-05-10' }),
          makeRelease({ id: 'held', released: '2026-04-01', publishAt: '2026-05-11T08:00:00Z' }),
          makeRelease({ id: 'undated', released: undefined }),
          makeRelease({ id: 'gone', released: '2026-05-01', status: 'yanked' }),
        ],
        site,
      ),
      site,
      texts,
    );
    expect(file.entries.map(({ id, gone }) => [id, gone])).toEqual([
      ['held', undefined],
      ['a', undefined],
      ['gone', true],
    ]);
  });
});
