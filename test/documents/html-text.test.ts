import fc from 'fast-check';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { htmlSchema } from '../../src/documents/public/html-schema.ts';
import { renderTree } from '../../src/documents/public/html-text.ts';
import type { Content, Element, Root } from '../../src/documents/public/html-tree.ts';
import { runs } from '../long.ts';

/** The same bytes as the library for HTML at large, for all that the schema lets through. */
const library = unified().use(rehypeStringify, { characterReferences: { useNamedReferences: true } });

const text = fc.oneof(
  fc.constantFrom(
    '&',
    '<',
    '>',
    '"',
    "'",
    '&amp;',
    '</p>',
    '<script>',
    '\u00a0',
    '`',
    '=',
    '😀',
    '\n',
    ' ',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
function propertiesOf(tagName: string): fc.Arbitrary<Element['properties']> {
  const names = (htmlSchema.attributes?.[tagName] ?? []).map((each) =>
    Array.isArray(each) ? String(each[0]) : each,
  );
  return fc.record(Object.fromEntries(names.map((name) => [name, valueOf(name)])), { requiredKeys: [] });
}

function valueOf(name: string): fc.Arbitrary<Element['properties'][string]> {
  if (['disabled', 'checked', 'controls'].includes(name)) return fc.boolean();
  if (['className', 'rel', 'ariaDescribedBy'].includes(name))
    return fc.array(fc.constantFrom('a', 'b-c', 'x&y'), { minLength: 1 });
  if (['width', 'height', 'start', 'tabIndex'].includes(name)) return fc.nat(2_000);
  return text;
}

const { tree } = fc.letrec<{ tree: Root; nodes: Content[]; element: Element }>((tie) => ({
  tree: tie('nodes').map((children): Root => ({ type: 'root', children })),
  nodes: fc.array(
    fc.oneof(
      { depthSize: 'small' },
      text.map((each): Content => ({ type: 'text', value: each })),
      tie('element'),
    ),
    { maxLength: 4 },
  ),
  element: fc.constantFrom(...(htmlSchema.tagNames ?? [])).chain((tagName) =>
    fc.record({
      type: fc.constant('element' as const),
      tagName: fc.constant(tagName),
      properties: propertiesOf(tagName),
      children: /^(?:br|hr|img|input)$/.test(tagName) ? fc.constant([]) : tie('nodes'),
    }),
  ),
}));

test('sanitised HTML is written as the library writes it', () => {
  fc.assert(
    fc.property(tree, (each) => {
      expect(renderTree(each)).toBe(library.stringify(each));
    }),
    { numRuns: runs(500, 50_000) },
  );
});

test('what is neither an element nor text is left out', () => {
  const children = [
    { type: 'comment' as const, value: 'x' },
    { type: 'doctype' as const },
    { type: 'text' as const, value: 'y' },
  ];
  expect(renderTree({ type: 'root', children })).toBe('y');
});
