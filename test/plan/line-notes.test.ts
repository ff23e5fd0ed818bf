import type { Paragraph } from 'mdast';
import { describe, expect, test } from 'vitest';
import { linesOf, withoutLineNotes } from '../../src/plan/line-notes.ts';
import { parseMarkdown, renderMarkdown } from '../../src/plan/markdown.ts';

const phrasing = (markdown: string) => (parseMarkdown(markdown).children[0] as Paragraph).children;
const kept = (markdown: string) =>
  renderMarkdown([{ type: 'paragraph', children: withoutLineNotes(phrasing(markdown)) }]);

describe('of a paragraph', () => {
  test.each([
    ['a line', 'One.\nInternal: two', 'One.'],
    ['a line behind a break', 'One\\\nInternal: two', 'One'],
    ['a line behind a break in HTML', 'One<br>Internal: two', 'One'],
    ['a line behind another break in HTML', 'One<BR/>Internal: two', 'One'],
    ['a sentence with words in bold', 'One **two**. Internal: **three** _four_', 'One **two**.'],
    ['a sentence that begins in bold words', 'One **two. Internal: three** four', 'One **two.**'],
    ['a sentence whose mark is in bold', 'One. **Internal:** two `three` ![four](x.png)', 'One.'],
    ['a sentence with code before it', 'One `two`. Internal: three', 'One `two`.'],
    ['a sentence with a picture before it', 'One ![two.](x.png) Internal: three', 'One ![two.](x.png)'],
    ['a sentence with HTML in it', 'One <b>two</b>. Internal: <i>three', 'One <b>two</b>.'],
    ['a bracket', 'One (internal: two) three', 'One three'],
    ['a bracket at the end', 'One **two** (internal: three)', 'One **two**'],
    ['a bracket before bold words', '(internal: one)**two** three', '**two** three'],
    ['a bracket between words in bold and in code', '**one**(internal: two)`three`', '**one**`three`'],
    ['a bracket in bold words', '**one (internal: two) three** four', '**one three** four'],
    ['a bracket around bold words', 'One (internal: **two** _three_) four', 'One four'],
    ['a bracket that ends in bold words', 'One (internal: **two)three** four', 'One **three** four'],
    ['a bracket that is all bold words', 'One **(internal: two)** three', 'One three'],
    ['several', '(internal: a) b [Internal: c] d. Internal: e', 'b d.'],
    ['a line in bold words', '**One\\\nInternal: two** three', '**One**'],
    [
      'a bracket in bold words with code',
      '**one `two` (internal: three) four** five',
      '**one `two` four** five',
    ],
    ['a sentence behind what looks like a break', 'One **a**\\<br>. Internal: two', 'One **a**\\<br>.'],
    ['a link in a bracket', 'One (internal: [two](https://a.example)) three', 'One three'],
  ])('a note is taken out: %s', (_, text, rest) => {
    expect(kept(text).replace(/ {2,}/g, ' ')).toBe(rest);
  });

  test.each([
    'Internal: one',
    'One <b>.</b>Internal: two',
    'One<brx> Internal: two',
    'One <span title="<br"> Internal: two',
    '`One.` internal',
    'One `(internal: two` three',
  ])('none is found in “%s”', (text) => {
    const nodes = phrasing(text);
    if (text.includes('`(')) expect(kept(text)).toBe('One');
    else expect(withoutLineNotes(nodes)).toEqual(nodes);
  });

  test('what is kept is as it was', () => {
    const nodes = phrasing('One **two** three. Internal: four');
    const rest = withoutLineNotes(nodes);
    expect(rest[0]).toBe(nodes[0]);
    expect(rest[1]).toBe(nodes[1]);
    expect(rest[2]).toEqual({ ...nodes[2], value: ' three.' });
    expect(rest).toHaveLength(3);
  });

  test('lines end at breaks of any kind', () => {
    expect(linesOf(phrasing('a **b**\n`c`<br />d\\\ne'))).toEqual(['a b', 'c', 'd', 'e']);
  });
});
