import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../src/documents/public/parse-text.ts';
import { parseBody } from '../../src/sources/parse-body.ts';
import { isPlainMarkdown } from '../../src/release/plain-markdown.ts';
import { runs } from '../long.ts';

const reference = remark().use(remarkGfm).freeze();

/** What plans are made of, and what might stand beside it. */
const PIECES = [
  ...['\n', '\n', '\n\n', '\n\n', '\n  ', ' ', '  ', '    ', '\n\n  ', '\n    ', '\n\n      '],
  ...[
    '\n- ',
    '\n- ',
    '\n  - ',
    '\n    - ',
    '\n      - ',
    '\n* ',
    '\n+ ',
    '\n1. ',
    '\n2) ',
    '- ',
    '1. ',
    '+ ',
  ],
  ...['\n# ', '\n## ', '\n### ', '# ', '\n---\n', '\n***\n', '\n===', '---', '='],
  '\n| a | b |\n| --- | --- |\n| c |  |\n',
  '\n\n| a | b |\n| --- | --- |\n| c | d | e |\n| f |\n\n',
  '\n\n|a|b|\n|-|:-|\n|**c** d|`e`|\n\n',
  '\n\n  | a | b |\n  | --- | --- |\n  | c | d |\n',
  '\n\n  ```json\n  { "a": [1] }\n  ```\n',
  '\n\n   ```\n   - a\n   ```',
  '\n\n```ts\n*x*\n\n  ## y\n```\n',
  ...['\n| a |\n|:-:|\n', '|', ' | '],
  ...[
    '**bold.**',
    '**a b**',
    ' **x**:',
    ' **y**',
    '**z** ',
    '\n* **Bo ld.** ',
    '\n**x**\n',
    ' *a b* ',
    '_it_',
    '*b*,',
  ],
  ...['`code`', '`a.b/c d`', '`a=b({})`', ' `?q=_x` ', '[a b](https://a.b/c_d)', ' [q](http://x.y) '],
  ...[
    ' https://a.b/c ',
    ' http://a.co.uk/x-y/z.tgz',
    ' https://x.y',
    '\n\n<!-- Say what. -->\n\n',
    '\n\n<!--a\nb, c-->\n\n',
  ],
  ...[
    '\n\n```js\nconst a = *b*;\n\n```\n\n',
    '\n\n```\n{ "a": <b>& }\n```\n\n',
    '\n```\nx\n```\n',
    '```\n  y_\n```\n\n',
    '```',
  ],
  ...['word', 'x', 'é', '中', '😀', '🔒', 'ß', 'Ⅳ', '\u0301', '1', '2026-11-18', '{#id}', '{', 'a_b'],
  ...[
    '.',
    ':',
    '(',
    ')',
    '"',
    "'",
    '’',
    '“',
    '!',
    '?',
    'a & b',
    'a > b',
    '< 3',
    '<5',
    '->',
    '→',
    '≤',
    '%',
    '/',
    ';',
    '$',
  ],
  ...['\n  \n  ```json\n  { "a": [1] }\n  ```\n', '\n \n```\na\n```\n', '\n   \n ```\n x\n ```'],
  ...['\n- [ ] a', '\n- [x] b', '\n  - [X] c d', '[ ] ', '\n1. [ ] e', '\n\n- [ ] **g** h\n', '\n  ='],
  ...[
    '![a b](/images/x_y.svg#light)',
    '\n\n![a: b](/images/m.png "A c.")\n\n',
    '![a](/b.svg "x") ![a](/c.svg)',
  ],
  ...['\n\n> a b\n\n', '\n\n> c\n> d\n\n', '\n\n> **Internal:** e.\n\n', '\n> f\n', '\n\n> g\n>\n> “h”\n\n'],
  ...['\n  > x\n', '> ', '\n>', '\n> - ', '\n\n> a\n> - b\n>   - c\n\n', '\n\n> a\n> > b\n\n'],
  ...['\n\n> [!NOTE]\n> a b\n\n', '\n\n> [!TIP]\n>\n> e\n\n', '\n\n> [!TIP] x\n\n', '[!NOTE]'],
  ...[
    '`--dry-run`',
    '`@acme/x`',
    '`<T>`',
    '`a[0]`',
    '`*x*`',
    '`&lt;`',
    '`a  b`',
    '`x](y`',
    '**`a`**',
    '`https://a.b`',
  ],
  ...[
    '[a: b?](https://a.b/c?d=e~f)',
    '[c](/releases/d/)',
    '[“q”](/h)',
    '[`x` y](/z/)',
    '[',
    '](',
    '| < 2 | > 3 |',
  ],
  ...[' https://a.b/c_d/e_f.tgz ', ' https://a.b/c__d '],
];

/** A quote of anything. */
const QUOTED = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map((parts) => `\n\n> a ${parts.join('')}`.replace(/(?<=\S.*)\n/g, '\n> ') + '\n\n');

const TEXTS = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: QUOTED }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((parts) => parts.join(''));

test('plain Markdown is read as remark reads it, to the last column', () => {
  let plain = 0;
  fc.assert(
    fc.property(TEXTS, (text) => {
      if (!isPlainMarkdown(text)) return;
      plain++;
      expect(bare(parseBody(text))).toEqual(bare(reference.parse(text)));
    }),
    { numRuns: runs(4_000, 200_000) },
  );
  expect(plain).toBeGreaterThan(300);
});

test('plain texts of records are read as remark reads them', () => {
  let code = 0;
  fc.assert(
    fc.property(TEXTS, (text) => {
      if (!isPlainMarkdown(text)) return;
      if (text.includes('```')) code++;
      expect(bare(parseText(text))).toEqual(bare(reference.parse(text)));
    }),
    { numRuns: runs(4_000, 200_000) },
  );
  expect(code).toBeGreaterThan(30);
});

test('plans are plain', () => {
  const text = readFileSync('content/plans/rider-app/5.4.0.md', 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  expect(isPlainMarkdown(text)).toBe(true);
  expect(bare(parseBody(text))).toEqual(bare(reference.parse(text)));
});

describe('what people write every day is plain', () => {
  test.each([
    '## New features\n\n- **Faster.** It takes `--dry-run` now.\n  - Story: TILL-1\n',
    '- a\n  \n  ```json\n  {}\n  ```\n  - Points: 1\n',
    '- [ ] Tell support\n- [x] Tell sales\n',
    '> **Internal:** not before May.\n',
    '> [!WARNING]\n> Take a copy first.\n',
    '![A map](/map-light.svg#light "Where it is.") ![A map](/map-dark.svg#dark)\n',
    'See [the guide](/guide/#first), or [ask](https://a.example.com/?topic=a).\n',
    '| Metric | Target |\n| --- | --- |\n| Defects | < 2 |\n| [Log](https://a.example.com/x_y) | `a[0]` |\n',
  ])('%j', (text) => expect(isPlainMarkdown(text)).toBe(true));
});

describe('what could be read in two ways is not plain', () => {
  test.each([
    '<b>x</b>',
    '<!-- a --> b',
    '> - quote',
    '> quote\nof more',
    '> # quote',
    '- a\n\n  > quote',
    '> > quote',
    '> [!OTHER]\n> a',
    'a[^1]\n\n[^1]: b',
    '[a]\n\n[a]: https://a.b',
    '[a](javascript:x)',
    '![a](https://a.b/c.png)',
    '&lt;',
    'a\\b',
    '*a*b',
    '**a',
    '``a``',
    'a\n```\nb\n```',
    '```\na\n  ```\n```',
    '```\na\tb\n```',
    '- ```\n  a\n  ```',
    '~~~\na\n~~~',
    '```\na',
    '| a |\n| --- |\n  | b |',
    '| a |\n| --- |\nb',
    '~~a~~',
    'www.a.b',
    'a@b.c',
    'xhttps://a.b',
    'https://a.b/c`d`',
    'https://a.b[c](https://d.e)',
    '- [ ] **a**',
    '- [ ] a\n  ---',
    'a [ ] b',
    '- ',
    'a\tb',
    'a\u00a0b',
    'a\0b',
    'a | b\n--- | ---',
    'a\n| a |\n| --- |',
    '| a |\n| --- | --- |',
  ])('%j', (text) => expect(isPlainMarkdown(text)).toBe(false));
});

/** Without what says nothing, and with places as people count them. */
function bare(node: Nodes): unknown {
  const { position, ...rest } = node;
  const told = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  const start = position && `${position.start.line}:${position.start.column}`;
  const end = position && `${position.end.line}:${position.end.column}`;
  return {
    ...Object.fromEntries(told),
    at: `${start}-${end}`,
    ...('children' in node && { children: node.children.map(bare) }),
  };
}
