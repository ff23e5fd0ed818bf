import { describe, expect, test } from 'vitest';
import { readImports } from '../../../src/sources/imports/formats.ts';
import { ImportError } from '../../../src/sources/imports/import-error.ts';
import type { Imported } from '../../../src/sources/imports/imported.ts';

const read = (format: Parameters<typeof readImports>[0], text: string, path = 'CHANGELOG.md') =>
  readImports(format, [{ path, text }]);
const changes = ({ releases }: Imported) =>
  releases.map(({ fields, changes: all }) => [
    fields.version,
    all.map(({ kind, title, breaking }) => `${kind}${breaking ? '!' : ''} ${title}`),
  ]);
const lost = ({ losses }: Imported) => losses.map(({ place, text }) => `${place} ${text}`);

test('releases without versions are told apart by their days and titles', () => {
  const imported = read(
    'keep-a-changelog',
    '# Changelog\n\n## 7 May 2026\n\n- A\n\n### 2026-05-01\n\n- B\n\n## 2026-04-01 – Search\n\n- C\n\n## 2026-04-01 – Sign-in\n\n- D\n',
  );
  expect(imported.releases.map(({ fields }) => fields)).toEqual([
    { status: 'released', released: '2026-05-07' },
    { status: 'released', released: '2026-04-01', title: 'Search' },
    { status: 'released', released: '2026-04-01', title: 'Sign-in' },
  ]);
  expect(imported.releases[0]?.changes.map(({ title }) => title)).toEqual(['A', 'B']);
  expect(lost(imported)).toEqual(['CHANGELOG.md:7 2026-05-01']);
});

test('a day below the heading of a version is the day of that version', () => {
  const imported = read('keep-a-changelog', '## 2.0.0\n\n### 2026-05-07\n\n- A\n\n## 1.0.0\n\n- B\n');
  expect(imported.releases.map(({ fields }) => fields)).toEqual([
    { version: '2.0.0', status: 'released', released: '2026-05-07' },
    { version: '1.0.0', status: 'released' },
  ]);
});

describe('Keep a Changelog', () => {
  const imported = read(
    'keep-a-changelog',
    `# Changelog

Everything.

## [Unreleased]

### Added

- Soon

## [1.1.0] - 2026-05-07 [YANKED]

A word before.

### Added

- **Breaking:** A new way
  with two lines and [a link][1].

  And a second paragraph.
- Two

### Notes

Text under a heading of its own.

## 1.0.0 (April 1, 2026)

### Fixed

- Nothing works

[1]: https://example.com/one
[1.1.0]: https://example.com/compare/1.0.0...1.1.0
`,
  );

  test('is read with its days, kinds and what is yanked', () => {
    expect(imported.releases.map(({ fields }) => fields)).toEqual([
      { status: 'draft' },
      { version: '1.1.0', status: 'yanked', released: '2026-05-07' },
      { version: '1.0.0', status: 'released', released: '2026-04-01' },
    ]);
    expect(changes(imported)).toEqual([
      [undefined, ['added Soon']],
      [
        '1.1.0',
        [
          'added! A new way with two lines and [a link](https://example.com/one).',
          'added Two',
          'changed Text under a heading of its own.',
        ],
      ],
      ['1.0.0', ['fixed Nothing works']],
    ]);
    expect(imported.releases[1]).toMatchObject({
      summary: 'A word before.',
      changes: [{ text: 'And a second paragraph.' }, {}, {}],
    });
  });

  test('tells what it left out, where', () => {
    expect(lost(imported)).toEqual([
      'CHANGELOG.md:3 Everything.',
      'CHANGELOG.md:11 https://example.com/compare/1.0.0...1.1.0',
      'CHANGELOG.md:23 Notes',
    ]);
  });

  test('a file without a version is refused, by name', () => {
    expect(() => read('keep-a-changelog', '# Hello\n\nWorld\n')).toThrow(ImportError);
    expect(() => read('keep-a-changelog', '')).toThrow(/CHANGELOG\.md is no changelog/);
  });

  test('a version that stands there twice is one', () => {
    const twice = read(
      'keep-a-changelog',
      '## 1.0.0\n\n### Fixed\n\n- A\n\n## 1.0.0\n\n### Fixed\n\n- A\n- B\n',
    );
    expect(changes(twice)).toEqual([['1.0.0', ['fixed A', 'fixed B']]]);
  });
});

test('changesets: by the first word, then by the level; hashes and thanks are told', () => {
  const imported = read(
    'changesets',
    `# pkg

## 2.0.0

### Major Changes

- [#7](https://example.com/pull/7) [\`3e486fb\`](https://example.com/commit/3e486fb) Thanks [@a](https://example.com/a)! - Removes the old way

### Patch Changes

- 3e486fb: Adds an icon
- Something small
`,
  );
  expect(changes(imported)).toEqual([
    ['2.0.0', ['removed! Removes the old way', 'added Adds an icon', 'fixed Something small']],
  ]);
  expect(imported.releases[0]).toMatchObject({
    product: 'pkg',
    changes: [{ links: [{ title: '#7' }] }, {}, {}],
  });
  expect(lost(imported)).toEqual([
    'CHANGELOG.md:7 [`3e486fb`](https://example.com/commit/3e486fb)',
    'CHANGELOG.md:7 Thanks [@a](https://example.com/a)!',
    'CHANGELOG.md:11 3e486fb:',
  ]);
});

test('conventional: scopes are components, and what breaks is told once', () => {
  const imported = read(
    'conventional',
    `# Changelog

## [2.0.0](https://example.com/compare/v1...v2) (2026-05-07)


### ⚠ BREAKING CHANGES

* require node 24 ([#5](https://example.com/5))

### Features

* require node 24 ([#5](https://example.com/5)) ([abcdef1](https://example.com/abcdef1))
* **api:** be quick ([abcdef2](https://example.com/abcdef2)), closes [#6](https://example.com/6)

### [1.9.1](https://example.com/compare/a...b) (2026-04-01)


### Bug Fixes

* **deps:** less
`,
  );
  expect(changes(imported)).toEqual([
    ['2.0.0', ['added! require node 24', 'added be quick']],
    ['1.9.1', ['fixed less']],
  ]);
  expect(imported.releases[0]?.changes[1]).toMatchObject({
    component: 'api',
    links: [{ title: '#6', url: 'https://example.com/6' }],
  });
});

test('releases of GitHub: headings of many words, commits by their type, files with their sums', () => {
  const body =
    "<!-- made by a tool -->\r\n\r\n## What's Changed\r\n### Exciting New Features 🎉\r\n* Tables by @a in https://example.com/pull/12\r\n### Other Changes\r\n* fix(map)!: crash by @b-bot[bot] in https://example.com/pull/13\r\n\r\n## New Contributors\r\n* @a made their first\r\n\r\n**Full Changelog**: https://example.com/compare";
  const imported = read(
    'github',
    JSON.stringify([
      {
        tag_name: 'pkg@v1.3.0',
        name: 'Spring',
        published_at: '2026-05-07T10:00:00Z',
        body,
        assets: [
          {
            name: 'a.zip',
            size: 1,
            browser_download_url: 'https://example.com/a.zip',
            digest: `sha256:${'0'.repeat(64)}`,
          },
        ],
      },
      { tag_name: 'v1.4.0', draft: true, body: null, published_at: null },
      { tag_name: 'v1.2.0', prerelease: true, body: '- one', published_at: '2026-01-01T00:00:00Z' },
    ]),
  );
  expect(imported.releases.map(({ fields }) => fields)).toMatchObject([
    { title: 'Spring', version: '1.3.0', status: 'released', released: '2026-05-07' },
    { version: '1.4.0', status: 'draft' },
    { version: '1.2.0', channel: 'pre-release' },
  ]);
  expect(changes(imported)[0]).toEqual(['1.3.0', ['added Tables', 'changed! crash']]);
  expect(imported.releases[0]?.downloads).toEqual([
    { file: 'a.zip', url: 'https://example.com/a.zip', size: 1, sha256: '0'.repeat(64) },
  ]);
  expect(imported.losses.map(({ text }) => text)).toEqual([
    '<!-- made by a tool -->',
    'by @a',
    'by @b-bot[bot]'.replace('[', '\\['),
    '@a made their first',
    'Full Changelog: https://example.com/compare',
  ]);
  expect(() => read('github', '{"a":1}', 'x.json')).toThrow(/x\.json is not a list of releases/);
  expect(() => read('github', '<html>', 'x.json')).toThrow(/x\.json is not JSON/);
});

describe('what is said to be internal', () => {
  test('is not taken over, and told: under a heading, with its sub-headings, and as a scope', () => {
    const imported = read(
      'conventional',
      `# Changelog

## 1.0.0 (2026-05-07)

### Features

* Open
* **internal:** scoped

  below it
* **till:** also open

### 🏠 Internal

* hidden

#### Added

hidden, too

### Bug Fixes

* Mended
`,
    );
    expect(changes(imported)).toEqual([['1.0.0', ['added Open', 'added also open', 'fixed Mended']]]);
    expect(imported.releases[0]?.changes.map(({ text }) => text)).toEqual([undefined, undefined, undefined]);
    expect(lost(imported)).toEqual([
      'CHANGELOG.md:8 internal: scoped\nbelow it',
      'CHANGELOG.md:15 hidden',
      'CHANGELOG.md:19 hidden, too',
    ]);
  });
});
