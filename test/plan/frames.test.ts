import fc from 'fast-check';
import type { Blockquote, Nodes, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readFrames } from '../../src/plan/frames.ts';
import { parseMarkdown, renderMarkdown } from '../../src/plan/markdown.ts';
import { readDialect } from '../../src/sources/notion/dialect/dialect.ts';
import { renderPageBody } from '../../src/sources/notion/write/page-body.ts';
import { renderHtml } from '../../src/documents/public/html.ts';
import { renderMarkdownText } from '../../src/documents/public/markdown-text.ts';
import { elsewhere } from '../../src/documents/public/text-address.ts';
import { runs } from '../long.ts';
import { planOf, testSite } from '../plans.ts';

const words = fc.constantFrom(
  'Ride',
  'a < b',
  'x & y',
  '</summary>',
  '東京',
  '*',
  '`',
  '<b>',
  '[x]',
  '$5',
  '{#a}',
);
const title = fc
  .array(fc.record({ text: words, isCode: fc.boolean() }), { minLength: 1, maxLength: 3 })
  // Two pieces of code without anything between them are one.
  .map((pieces) =>
    pieces.flatMap((piece, place) => (place > 0 ? [{ text: ' ', isCode: false }, piece] : [piece])),
  );
const paragraph = words.map((value): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
}));

const { block } = fc.letrec<{ block: RootContent }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc
      .tuple(title, fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
      .map(([pieces, children]) => frame({ name: 'details', title: pieces }, children)),
    fc
      .array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 })
      .map((columns) =>
        frame(
          { name: 'columns' },
          columns.map((each) => frame({ name: 'column' }, each)),
        ),
      ),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((children): RootContent => ({
      type: 'list',
      spread: true,
      children: [
        {
          type: 'listItem',
          spread: true,
          children: [
            { type: 'paragraph', children: [{ type: 'text', value: 'Item' }] },
            ...children,
          ] as never,
        },
      ],
    })),
  ),
}));

function frame(
  is: NonNullable<NonNullable<Blockquote['data']>['frame']>,
  children: RootContent[],
): RootContent {
  return { type: 'blockquote', data: { frame: is }, children: children as Blockquote['children'] };
}

describe('toggles and columns', () => {
  it('are the same when they are written and read, in Markdown and in Notion', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
        const written = renderMarkdown(blocks);
        const parsed = parseMarkdown(written);
        expect(renderMarkdown(nested(parsed.children) as RootContent[])).toBe(written);
        const { body } = readDialect(renderPageBody(parsed));
        expect(tight(renderMarkdown(body.children))).toBe(tight(written));
      }),
      { numRuns: runs(150, 10_000) },
    );
  });

  it('are elements on a page, and toggles in its twin', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
        const written = renderMarkdown(blocks);
        const count = (text: string, tag: RegExp) => text.match(tag)?.length ?? 0;
        const toggles = count(written, /^ *<details>$/gm);
        expect(count(renderHtml(written), /<details>\n?<summary>/g)).toBe(toggles);
        expect(count(renderHtml(written), /<div class="column">/g)).toBe(count(written, /^ *<column>$/gm));
        const twin = renderMarkdownText(written, {
          headingBase: 3,
          place: elsewhere(testSite, testSite.url),
          prefix: 'a-',
        });
        expect(count(twin, /^ *<details>$/gm)).toBe(toggles);
        expect(count(twin, /<columns?>/g)).toBe(0);
      }),
      { numRuns: runs(100, 5_000) },
    );
  });

  it('may be written as people write them', () => {
    const text = [
      '<details open><summary>One &amp; <b>two</b></summary>\n\nFirst.\n\n</details>\n<details>',
      '<summary>\n  Three\n</summary>\n\nSecond.\n\n</details >',
    ].join('\n');
    expect(planOf(`# T\n\n## Summary\n\n${text}\n`).values.summary).toBe(
      '<details>\n<summary>One &amp; two</summary>\n\nFirst.\n\n</details>\n\n<details>\n<summary>Three</summary>\n\nSecond.\n\n</details>',
    );
  });

  it('are items where items are read', () => {
    const toggle = (name: string, text: string) =>
      `<details><summary>${name}</summary>\n\n${text}\n\n</details>\n\n`;
    const plan = planOf(
      `# T\n\n## FAQ\n\n${toggle('Why?', 'Because.')}## Bug fixes\n\n${toggle('Use <code>a.b</code>', 'It works.\n\n- Component: Till')}`,
    );
    expect(plan.values.faq).toEqual([{ question: 'Why?', answer: 'Because.' }]);
    expect(plan.values.fixes).toMatchObject([{ title: 'Use `a.b`', text: 'It works.', component: 'Till' }]);
  });

  it('open in feeds, where nothing may open them', () => {
    const text = '<details>\n<summary>More</summary>\n\nText\n\n</details>';
    expect(renderHtml(text, { page: 'https://example.com/' })).toContain('<details open>');
  });
});

function nested(blocks: readonly Nodes[]): Nodes[] {
  return readFrames(blocks).map((each) =>
    each.type === 'list' || each.type === 'listItem'
      ? ({ ...each, children: nested(each.children) } as Nodes)
      : each.type === 'blockquote'
        ? ({ ...each, children: nested(each.children) } as Nodes)
        : each,
  );
}

/** Empty lines in lists are no content, and Notion has none. */
function tight(markdown: string): string {
  return markdown.replace(/\n+/g, '\n');
}
