import fc from 'fast-check';
import { renderInline } from '../../../src/plan/markdown.ts';

/** Texts that are full of what Markdown and YAML could misread. */

const word = fc.constantFrom(
  ...[
    'alpha',
    'Beta',
    'gamma',
    'Ölpreis',
    '東京',
    'العربية',
    'don’t',
    '#5',
    '*',
    '_x_',
    '`y`',
    '<b>',
    '&amp;',
    '[z]',
  ],
  ...['|', '~~', '1.', 'a*b', '!', '\\', '"q"', "it's", '{x}', '=', '^', '@me', '(p)', 'e.g.', '+', '?'],
);

/** One line of plain text: it begins with a letter, and says more than “no”. */
export const line = fc
  .tuple(
    fc.constantFrom('Tills', 'Queue', 'Ångström', 'über'),
    fc.array(word, { maxLength: 5 }),
    fc.constantFrom('end', 'Ω', 'x)'),
  )
  .map(([first, middle, last]) => [first, ...middle, last].join(' '));

export const inline = fc.oneof(
  line.map((text) => renderInline([{ type: 'text', value: text }])),
  fc.constantFrom(
    'Keys are **much** longer',
    'The `verify()` call',
    'See [the guide](https://a.example/x_y)',
    'Done — almost, _really_',
  ),
);

export const markdown = fc.oneof(
  inline,
  fc.constantFrom(
    'First paragraph.\n\nSecond one.',
    'A list:\n\n- one\n- two',
    '```js\nconst a = "## Summary";\n```',
    'Before\n\n> A quote of **somebody**\n\nAfter',
    '1. First\n2. Second\n   - below',
  ),
);

export const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
export const date = fc.oneof(day, fc.constantFrom('2026-11', '2026-Q4', '2027'));
export const amount = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }),
  fc.integer({ min: 1, max: 9_999 }).map((each) => each / 100),
);
export const days = fc.integer({ min: 1, max: 400 });
export const cells = fc.uniqueArray(line, { maxLength: 3 });

/** A record of which only the named parts must be there. */
export function some<Value extends object>(
  shape: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> },
  ...required: (keyof Value)[]
) {
  return fc.record(shape, { requiredKeys: required as never }) as fc.Arbitrary<Value>;
}
