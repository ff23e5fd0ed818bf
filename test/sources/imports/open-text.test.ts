import { expect, test } from 'vitest';
import { readImports } from '../../../src/sources/imports/formats.ts';
import type { Imported } from '../../../src/sources/imports/imported.ts';
import { makePlan } from '../../../src/sources/imports/make-plan.ts';

const readBody = (body: string) =>
  readImports('github', [
    {
      path: 'a.json',
      text: JSON.stringify([{ tag_name: 'v1.0.0', body, published_at: '2026-05-07T10:00:00Z' }]),
    },
  ]);
const told = ({ losses }: Imported) => losses.map(({ text }) => text).join('\n');
const taken = ({ releases }: Imported) => JSON.stringify(releases);

test.each([
  [
    'between comments',
    '- open\n\n<!-- internal -->\n\n- kanari\n\n### Added\n\n- kanari\n\n<!-- /internal -->',
  ],
  ['in a quote', '### Fixed\n\n> 🔒 kanari\n\n- open'],
  ['in a toggle', '<details><summary>Internal</summary>\n\n- kanari\n\n</details>\n\n- open'],
  ['in an element that is not shown', '- open\n\n<div hidden>\n\n- kanari\n\n</div>'],
  ['under bold words', '**Internal**\n\n- kanari\n\n**Fixed**\n\n- open'],
  ['below a mark', 'Internal:\n\n- kanari\n\nFixes:\n\n- open'],
  ['under a heading in HTML', '<h3>Internal</h3>\n\n- kanari\n\n<h3>Fixed</h3>\n\n- open'],
  ['in an item below another', '- open\n  - Internal: kanari'],
  ['in the middle of a line', '- open. Internal: kanari'],
])('what stays inside %s is not taken over, and told', (_, body) => {
  const imported = readBody(body);
  expect(taken(imported)).not.toContain('kanari');
  expect(told(imported)).toContain('kanari');
  expect(imported.releases[0]?.changes).toMatchObject([{ title: expect.stringMatching(/^open\.?$/) }]);
});

test('an element that is but named hides nothing, and a comment that never ends hides its line', () => {
  const text = `# All about <style>

## 2.0.0

- Support the <style> tag in <SCRIPT lang="ts">
- Read faster
- <title> is read, and **so is** <object>

<iframe>: no more than one

## 1.0.0 with <template>

- Read text --> arrows <!-- kanari
- <!-- kanari
- Say </style> where it ends
`;
  const imported = readImports('keep-a-changelog', [{ path: 'CHANGELOG.md', text }]);
  expect(imported.losses.map(({ text: lost }) => lost)).toEqual([
    'Read text --> arrows <!-- kanari-->',
    expect.stringContaining('<!-- kanari'),
  ]);
  expect(imported.releases.map(({ changes }) => changes.map(({ title }) => title))).toEqual([
    [
      'Support the `<style>` tag in `<SCRIPT lang="ts">`',
      'Read faster',
      '`<title>` is read, and **so is** `<object>`',
    ],
    ['Read text --> arrows', 'Say </style> where it ends'],
  ]);
});

test('what is internal over several releases of a changelog stays inside in each', () => {
  const text = `## 2.0.0

- two

<!-- internal -->

- kanari

## 1.1.0

- kanari

<!-- /internal -->

## 1.0.0

- one
`;
  const imported = readImports('keep-a-changelog', [{ path: 'CHANGELOG.md', text }]);
  expect(imported.releases.map(({ changes }) => changes.map(({ title }) => title))).toEqual([
    ['two'],
    ['one'],
  ]);
  expect(imported.losses.filter(({ text: lost }) => lost === 'kanari')).toHaveLength(2);
});

test.each(['del', 'template'])('what stands in <%s> over several releases is not taken over', (name) => {
  const text = `## 2.0.0\n\n- two\n\n<${name}>\n\n## 1.1.0\n\n- kanari\n\n</${name}>\n\n## 1.0.0\n\n- one\n`;
  const imported = readImports('keep-a-changelog', [{ path: 'CHANGELOG.md', text }]);
  expect(taken(imported)).not.toContain('kanari');
  expect(imported.releases.map(({ changes }) => changes.map(({ title }) => title))).toEqual([
    ['two'],
    ['one'],
  ]);
});

test('what never ends in one note takes nothing of another inside', () => {
  const notes = Object.fromEntries(
    ['one <!-- kanari', 'two <div hidden> kanari', 'three', '> 🔒 kanari'].map((text, at) => [at, { text }]),
  );
  const imported = readImports('kubernetes', [{ path: '1.0.json', text: JSON.stringify(notes) }]);
  expect(imported.releases[0]?.changes.map(({ title }) => title)).toEqual(['one', 'two', 'three']);
  expect(told(imported)).toContain('<div hidden>');
});

test('what no parser should be given is told at once, with where it stands', () => {
  const attack = '<div title="'.repeat(20_000);
  expect(() =>
    readImports('keep-a-changelog', [{ path: 'a.md', text: `## 1.0.0\n\n- one\n\n## 0.9.0\n\n${attack}` }]),
  ).toThrow('a.md:7 Unexpected paragraph with more than 2,000 opening angle brackets');
  const text = JSON.stringify({ 1: { text: 'one' }, 2: { text: attack } });
  for (const imported of [readBody(attack), readImports('kubernetes', [{ path: '1.0.json', text }])])
    expect(imported.losses).toMatchObject([{ why: expect.stringContaining('2,000 opening'), text: attack }]);
});

test('a changelog may be of any length', () => {
  const text = Array.from(
    { length: 2_000 },
    (_, at) => `## 1.${at}.0\n\n${'- [a](b) *c*\n'.repeat(5)}\n`,
  ).join('');
  expect(readImports('keep-a-changelog', [{ path: 'a.md', text }]).releases).toHaveLength(2_000);
});

test('notes of every format are read so', () => {
  const said = { channel: 'Release', version: '1.0' };
  const texts = {
    reno: 'features:\n  - "Internal: kanari"\nfixes:\n  - open\nprelude: "Internal: kanari"\n',
    istio:
      'releaseNotes:\n  - "Internal: kanari"\n  - open\nupgradeNotes:\n  - content: "Internal: kanari"\n',
    mozilla: JSON.stringify({
      ...said,
      text: 'Internal: kanari',
      notes: [
        { tag: 'New', note: 'Internal: kanari' },
        { tag: 'New', note: 'open' },
      ],
    }),
  } as const;
  for (const [format, text] of Object.entries(texts) as [keyof typeof texts, string][]) {
    const imported = readImports(format, [{ path: 'a.yaml', text }]);
    expect(taken(imported)).not.toContain('kanari');
    expect(imported.releases[0]?.changes).toMatchObject([{ title: 'open' }]);
    expect(imported.losses).toHaveLength(2);
  }
});

test('a release that says so, or of which nothing else is left, becomes an internal plan', () => {
  const product = { id: 'till', name: 'Till' };
  const visibilityOf = (body: string) =>
    readBody(body).releases.map(
      (each) => makePlan(each, product, 'a.md', { internal: false }).fields.visibility,
    );
  expect(visibilityOf('Visibility: internal\n\n### Fixed\n\n- kanari')).toEqual(['internal']);
  expect(visibilityOf('### Internal\n\n- kanari')).toEqual(['internal']);
  expect(visibilityOf('### Internal\n\n- kanari\n\n### Fixed\n\n- open')).toEqual(['public']);
  expect(visibilityOf('')).toEqual(['public']);
});

test('bold words and words before a colon are headings where they name a kind, and the title of a toggle is one for what stands in it', () => {
  const imported = readBody(`A word about **Fixed** things:

**Bug fixes:**

- A

New features:

- B

<details><summary>Removed</summary>

- C

</details>

- D

**Note**

<details><summary>All of it</summary>

Text.

</details>`);
  expect(imported.releases[0]).toMatchObject({
    summary: 'A word about **Fixed** things:',
    changes: [
      { kind: 'fixed', title: 'A' },
      { kind: 'added', title: 'B' },
      { kind: 'removed', title: 'C' },
      {
        kind: 'added',
        title: 'D',
        text: '**Note**\n\n<details>\n<summary>All of it</summary>\n\nText.\n\n</details>',
      },
    ],
  });
  expect(imported.losses).toEqual([]);
});
