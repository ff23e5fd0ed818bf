import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown, renderInline, renderMarkdown } from '../../src/plan/markdown.ts';
import { runs } from '../long.ts';

const PIECES = [
  ...[
    'word',
    'x',
    'é',
    'Ω',
    '中',
    'e\u0301',
    '1',
    '12',
    '2026-11-18',
    '5.3.0',
    '1.',
    '2)',
    'www',
    'www.a',
    'http',
    's',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '\n',
    '.',
    ':',
    ':/',
    '/',
    ',',
    ';',
    '(',
    ')',
    "'",
    '"',
    '’',
    '“',
    '?',
    '!',
    '%',
    '€',
    '$',
    '#',
    '##',
  ],
  ...[
    '=',
    '{',
    '}',
    '+',
    '-',
    '–',
    '→',
    '≤',
    '·',
    '*',
    '_',
    '~',
    '`',
    '[',
    ']',
    '<',
    '>',
    '&',
    '@',
    '|',
    '\\',
    'a@b.c',
  ],
];

test('words that need no renderer come out as the renderer writes them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }),
      fc.nat({ max: 8 }),
      (parts, cut) => {
        const value = parts.join('');
        const whole = [{ type: 'text' as const, value }];
        // What comes in two pieces goes through the renderer.
        const at = parts.slice(0, cut).join('').length;
        fc.pre(!/\s$/.test(value.slice(0, at)) && !/^\s/.test(value.slice(at)));
        const pieces = [value.slice(0, at), value.slice(at)].map((each) => ({
          type: 'text' as const,
          value: each,
        }));
        expect(renderMarkdown([{ type: 'paragraph', children: whole }])).toBe(
          renderMarkdown([{ type: 'paragraph', children: pieces }]),
        );
        expect(renderInline(whole)).toBe(renderInline(pieces));
      },
    ),
    { numRuns: runs(5_000, 300_000) },
  );
});

const inline = fc.oneof(
  fc.constantFrom(...PIECES).map((value) => ({ type: 'text' as const, value })),
  fc
    .constantFrom(' a ', ' ', ' (', ') ', '. B', '!', ': ')
    .map((value) => ({ type: 'text' as const, value })),
  fc
    .constantFrom('a', 'a.b', 'a  b', ' a', '`', 'a|b', '\\', '<b>', 'a b', '*', 'é\u0301')
    .map((value) => ({ type: 'inlineCode' as const, value })),
  fc
    .tuple(
      fc.constantFrom('strong' as const, 'emphasis' as const),
      fc.constantFrom('a', 'a b', 'a  b', 'a.', '(a)', 'e\u0301', '1', 'www.a', 'a’s', '-a', 'a_b'),
    )
    .map(([type, value]) => ({ type, children: [{ type: 'text' as const, value }] })),
  fc
    .tuple(
      fc.constantFrom('https://a.b/c', 'https://a.b/c_d', 'mailto:a@b.c', '/x', 'http://a.b/(c)'),
      fc.constantFrom('a', 'a b', 'https://a.b/c', '[a]'),
      fc.constantFrom(null, 'Title'),
    )
    .map(([url, value, title]) => ({
      type: 'link' as const,
      url,
      title,
      children: [{ type: 'text' as const, value }],
    })),
);

test('a paragraph that needs no renderer comes out as the renderer writes it', () => {
  fc.assert(
    fc.property(fc.array(inline, { minLength: 1, maxLength: 5 }), (children) => {
      const paragraph = { type: 'paragraph' as const, children };
      // With something beside it that needs one, everything goes through the renderer.
      const rendered = renderMarkdown([paragraph, { type: 'thematicBreak' }]).replace(/(?:\n\n)?---$/, '');
      expect(renderMarkdown([paragraph])).toBe(rendered);
    }),
    { numRuns: runs(5_000, 300_000) },
  );
});

test('the lines of a paragraph become one, but an alert keeps the line that makes it one', () => {
  const again = (text: string) => renderMarkdown(parseMarkdown(text).children);
  expect(again('> one\n> two')).toBe('> one two');
  const alert = '> \\[!WARNING]\n> Save first, then go on.';
  expect(again('> [!WARNING]\n> Save first,\n> then go on.')).toBe(alert);
  expect(again(alert)).toBe(alert);
});

const line = fc.array(inline, { minLength: 1, maxLength: 2 });
const row = fc.tuple(line, line).map((cells) => ({
  type: 'tableRow' as const,
  children: cells.map((children) => ({ type: 'tableCell' as const, children })),
}));
const block = fc.oneof(
  line.map((children) => ({ type: 'paragraph' as const, children })),
  fc
    .record({
      ordered: fc.constantFrom(false, false, true),
      spread: fc.constantFrom(false, false, true),
      checked: fc.constantFrom(null, null, true),
      items: fc.array(line, { minLength: 1, maxLength: 3 }),
    })
    .map(({ ordered, spread, checked, items }) => ({
      type: 'list' as const,
      ordered,
      spread,
      children: items.map((children) => ({
        type: 'listItem' as const,
        spread: false,
        checked,
        children: [{ type: 'paragraph' as const, children }],
      })),
    })),
  fc.array(row, { minLength: 1, maxLength: 3 }).map((children) => ({ type: 'table' as const, children })),
  fc
    .record({
      lang: fc.constantFrom(null, 'json', 'c++'),
      meta: fc.constantFrom(null, 'title'),
      value: fc.constantFrom('a', '{ "a": 1 }\n\n  b', '', '```', '~~~', ' a', 'a\n', '# a'),
    })
    .map((code) => ({ type: 'code' as const, ...code })),
);

test('blocks that need no renderer come out as the renderer writes them', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      const rendered = renderMarkdown([...blocks, { type: 'thematicBreak' }]).replace(/\s*---$/, '');
      expect(renderMarkdown(blocks)).toBe(rendered);
    }),
    { numRuns: runs(5_000, 300_000) },
  );
});
