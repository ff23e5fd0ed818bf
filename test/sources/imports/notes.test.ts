import { expect, test } from 'vitest';
import { readImports } from '../../../src/sources/imports/formats.ts';
import { htmlToMarkdown } from '../../../src/sources/imports/html.ts';
import { splitTitle } from '../../../src/sources/imports/item.ts';
import { rstToMarkdown } from '../../../src/sources/imports/rst.ts';
import { parseVersionHeading } from '../../../src/sources/imports/version-heading.ts';

const file = (path: string, text: string) => ({ path, text });

test('fragments of reno: reStructuredText becomes Markdown, and all files are one release', () => {
  const { releases, losses } = readImports('reno', [
    file(
      'a.yaml',
      '---\nprelude: |\n  Hello.\nfeatures:\n  - |\n    The ``new`` option. See `the guide <https://example.com/g>`_ and `bug 1`_.\n\n    .. _bug 1: https://example.com/1\nmood:\n  - Good\n',
    ),
    file('b.yaml', '# why\nupgrade:\n  - Set it.\nissues:\n  - It is slow.\n'),
  ]);
  expect(releases).toHaveLength(1);
  expect(releases[0]).toMatchObject({
    summary: 'Hello.',
    upgrade: [{ text: 'Set it.' }],
    knownIssues: [{ title: 'It is slow.' }],
    changes: [
      {
        kind: 'added',
        title: 'The `new` option. See [the guide](https://example.com/g) and [bug 1](https://example.com/1).',
      },
      { kind: 'changed', title: 'Good' },
    ],
  });
  expect(losses.map(({ place, text }) => `${place} ${text}`)).toEqual(['a.yaml Good', 'b.yaml # why']);
  expect(() => readImports('reno', [file('c.yaml', 'a: [')])).toThrow(/c\.yaml:\d+ cannot be read/);
});

test('fragments of reno: what stands indented below “::” is code, to the letter', () => {
  const upgrade = (text: string) => {
    const indented = text.replace(/^(?=.)/gm, '    ');
    return readImports('reno', [file('a.yaml', `---\nupgrade:\n  - |\n${indented}\n`)]).releases[0]
      ?.upgrade[0]?.text;
  };
  expect(upgrade('Use one of these::\n\n  list [--host <hostname>]\n\n  show ``x`` ::\n\nThen go on.')).toBe(
    'Use one of these:\n\n```\nlist [--host <hostname>]\n\nshow ``x`` ::\n```\n\nThen go on.',
  );
  expect(upgrade('- Set::\n\n    a:\n    - <b>\n\n- Restart.')).toBe(
    '- Set:\n\n  ```\n  a:\n  - <b>\n  ```\n\n- Restart.',
  );
  expect(upgrade('So::\n\nnothing')).toBe('So:\n\nnothing');
  expect(upgrade('.. code::\n\n   a')).toBe('.. code:\n\na');
});

test('fragments of Istio: a note for each verb in bold, with its area and links', () => {
  const text =
    'apiVersion: release-notes/v2\nkind: feature\narea: telemetry\nissue:\n  - https://example.com/issues/5\n  - 6\nreleaseNotes:\n- |\n  **Fixed** a crash.\n  **Deprecated** the old way.\nupgradeNotes:\n- title: Look\n  content: Twice.\n';
  const { releases, losses } = readImports('istio', [file('a.yaml', text)]);
  expect(releases[0]).toMatchObject({
    upgrade: [{ text: '**Look**\n\nTwice.' }],
    changes: [
      { kind: 'fixed', title: 'Fixed a crash.', component: 'telemetry', links: [{ title: '#5' }] },
      { kind: 'deprecated', title: 'Deprecated the old way.' },
    ],
  });
  expect(losses).toMatchObject([
    { text: '6', why: 'the number of an issue, without the address of a tracker' },
  ]);
});

test('notes of Mozilla keep their numbers, and known issues where they are fixed', () => {
  const notes = [
    { id: 1, tag: 'New', note: 'A tab.\r\n\r\n<img src="https://example.com/a.png" alt="a tab">' },
    { id: 2, tag: 'Known', note: '<strike>It blinks.</strike> (Fixed in 129.0.1)' },
    { id: 3, tag: 'Fixed', note: 'Secret', is_public: false },
    { id: 4, tag: '', note: 'A [word][1].\r\n\r\n[1]: https://example.com/' },
  ];
  const said = { product: 'Firefox', channel: 'ESR', version: '128.0', release_date: '2024-07-09', notes };
  const { releases, losses } = readImports('mozilla', [file('a.json', JSON.stringify(said))]);
  expect(releases[0]).toMatchObject({
    fields: { version: '128.0', channel: 'ESR', released: '2024-07-09' },
    summary: 'A [word](https://example.com/).',
    changes: [{ id: 'note-1', kind: 'added', title: 'A tab.', text: '![a tab](https://example.com/a.png)' }],
    knownIssues: [{ id: 'note-2', title: '~~It blinks.~~ (Fixed in 129.0.1)', fixedIn: '129.0.1' }],
  });
  expect(losses.map(({ text }) => text)).toEqual(['Secret']);
});

test('notes of Kubernetes by their labels, with what is to be done', () => {
  const notes = {
    1: {
      text: 'Gone soon.',
      kinds: ['feature', 'deprecation'],
      pr_url: 'https://example.com/1',
      pr_number: 1,
    },
    2: { text: 'Act.', kinds: ['bug'], action_required: true },
    3: { text: 'No', do_not_publish: true },
  };
  const { releases, losses } = readImports('kubernetes', [file('k-1.33.json', JSON.stringify(notes))]);
  expect(releases[0]).toMatchObject({
    fields: { version: '1.33' },
    changes: [
      { kind: 'deprecated', links: [{ title: '#1' }] },
      { kind: 'fixed', breaking: true },
    ],
  });
  expect(losses).toMatchObject([{ text: 'No' }]);
});

test.each([
  ['[1.2.0] - 2026-05-07', { version: '1.2.0', released: '2026-05-07', yanked: false }],
  ['v1.2.0-rc.1 (May 7, 2026)', { version: '1.2.0-rc.1', released: '2026-05-07', yanked: false }],
  ['Version 3 – 7th May 2026', { version: '3', released: '2026-05-07', yanked: false }],
  ['@scope/pkg@1.0.0', { version: '1.0.0', yanked: false }],
  ['1.0 “Codename”', { version: '1.0', yanked: false, rest: '“Codename”' }],
  ['1.0.0 - 2026-02-30', { version: '1.0.0', yanked: false, rest: '2026-02-30' }],
  ['[Unreleased]', { draft: true, yanked: false }],
  ['2026-05-07', { released: '2026-05-07', yanked: false }],
  ['[7 May 2026] – Faster search', { released: '2026-05-07', yanked: false, rest: 'Faster search' }],
  ['Thursday, May 7th, 2026', { released: '2026-05-07', yanked: false }],
  [
    '2026-05-07, Version 20.11.1 (LTS)',
    { version: '20.11.1', released: '2026-05-07', yanked: false, rest: '(LTS)' },
  ],
  ['2026.05.07', { version: '2026.05.07', yanked: false }],
  ['2026-02-30', undefined],
  ['2 ways to do it', undefined],
  ['Added', undefined],
])('the heading “%s”', (text, expected) => {
  expect(parseVersionHeading(text)).toEqual(expected);
});

test('comments in reStructuredText stay behind, and what is only for an internal build', () => {
  for (const comment of [
    '.. kanari of\n   kanari\n\n   kanari',
    '..\n   kanari',
    '.. only:: internal\n\n   kanari',
    '.. only:: html and internal\n\n   kanari',
  ]) {
    expect(rstToMarkdown(`One.\n\n${comment}\n\nTwo.`).markdown.replace(/\n+/g, ' ')).toBe('One. Two.');
    expect(rstToMarkdown(comment)).toEqual({ markdown: '', left: [] });
  }
  expect(rstToMarkdown('..\n\n   A quote.').markdown).toBe('A quote.');
  for (const kept of ['.. image:: a.png', '.. |x| replace:: y', '.. [1] A note', '.. only:: html'])
    expect(rstToMarkdown(`One.\n\n${kept}`).left).toEqual([kept]);
  expect(rstToMarkdown('Code::\n\n  .. kept').markdown).toContain('.. kept');
  expect(rstToMarkdown('Code::\n\n  a\n\n.. kanari\n\nTwo.').markdown).not.toContain('kanari');
});

test.each<[string, (size: number) => unknown, number]>([
  ['blocks of reStructuredText', (size) => rstToMarkdown('a::\n\n  b\n'.repeat(size)), 8_000],
  ['gaps of reStructuredText', (size) => rstToMarkdown('`a' + ' '.repeat(size)), 50_000],
  ['pictures', (size) => htmlToMarkdown('<img '.repeat(size)), 50_000],
  ['links without an end', (size) => htmlToMarkdown('<a href="x">'.repeat(size)), 50_000],
  ['elements without an end', (size) => htmlToMarkdown('<s><li>'.repeat(size)), 50_000],
  ['a version that is told again', (size) => changelog('## 1.0.0\n\n- a\n\n'.repeat(size)), 500],
  ['sentences that end nowhere', (size) => splitTitle('[A.  B '.repeat(size)), 1_000],
])('%s are read in time that grows with their number', (_, run, size) => {
  const measure = (count: number) => {
    const start = process.cpuUsage();
    run(count);
    return process.cpuUsage(start).user;
  };
  measure(size / 8);
  expect(measure(size * 8) / Math.max(measure(size), 2_000)).toBeLessThan(24);
});

const changelog = (text: string) => readImports('keep-a-changelog', [{ path: 'CHANGELOG.md', text }]);

test('HTML in notes becomes Markdown, element by element', () => {
  expect(htmlToMarkdown('<a class="x" href="https://e.com">A <b>b</b></a> <abbr>c</abbr> <A>d</A>')).toBe(
    '[A **b**](https://e.com) <abbr>c</abbr> <A>d</A>',
  );
  expect(htmlToMarkdown('<ul><li>a</li><li> <del>b</del></li></ul><s>open')).toBe(
    '\n\n- a\n- ~~b~~\n\n\n<s>open',
  );
});
