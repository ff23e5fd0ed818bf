import fc from 'fast-check';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../../../src/sources/notion/dialect/dialect.ts';
import { renderPageBody } from '../../../src/sources/notion/write/page-body.ts';
import { runs } from '../../long.ts';

const markdown = remark().use(remarkGfm).freeze();

describe('Notion’s dialect', () => {
  it('reads what is written to Notion as the Markdown that it was', () => {
    fc.assert(
      fc.property(document, (tree) => {
        const source = markdown.stringify(tree);
        const parsed = markdown.parse(source);
        expect(stringify(readDialect(renderPageBody(parsed)).body)).toBe(stringify(parsed));
      }),
      { numRuns: runs(100, 10_000) },
    );
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const tokens: string[] = [];
        const text = lines.map((each) => each((token) => tokens.push(token))).join('\n');
        const body = textOf(readDialect(text).body);
        for (const token of tokens) expect(body).toContain(token);
      }),
      { numRuns: runs(1_000, 60_000) },
    );
  });

  it('keeps what a person wrote through the plan file and back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })), (texts) => {
        const written = texts.map((text) => text.trim()).filter((text) => text !== '');
        const dialect = written
          .map((text) => text.replace(/[\\*~`$[\]<>{}|^#+_=:.!()&-]/g, '\\$&'))
          .join('\n');
        const { body } = readDialect(dialect);
        const again = markdown.parse(markdown.stringify(body));
        expect(again.children.map((node) => textOf(node))).toEqual(written);
      }),
      { numRuns: runs(400, 20_000) },
    );
  });

  it('is quick with what nobody would write', () => {
    const hostile = [
      '['.repeat(50_000),
      '`'.repeat(50_000),
      Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' '),
      '<a b="'.repeat(20_000),
      '<x>'.repeat(20_000),
      '**a '.repeat(20_000),
      '$a'.repeat(20_000),
      'a.'.repeat(50_000),
      `https://example.com/${'!)'.repeat(50_000)}`,
      '<details>\n'.repeat(5_000),
      '\t'.repeat(2_000) + '- x',
      '[a]('.repeat(20_000),
      '> '.repeat(20_000),
      '<td>'.repeat(20_000),
      '<table>\n' + '<tr><td>'.repeat(10_000) + '\n</table>',
    ];
    for (const text of hostile) {
      const start = performance.now();
      readDialect(text);
      expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(1500);
    }
  });
});

/** Blank lines between items are no content, and Markdown parsers disagree about them. */
function stringify(tree: Root): string {
  const tight = <Node extends Nodes>(node: Node): Node => {
    const bare = 'spread' in node ? { ...node, spread: false } : node;
    return 'children' in bare
      ? { ...bare, children: (bare.children as Nodes[]).map((child) => tight(child)) }
      : bare;
  };
  return markdown.stringify(tight(tree));
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return ' ';
  const isPhrasing =
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || 'url' in node;
  const inside = node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
  return (node.children as Nodes[]).map(textOf).join(isPhrasing || inside ? '' : '\n');
}

const word = fc
  .array(
    fc.constantFrom(
      'a',
      'ride',
      'É',
      '東京',
      '3.2',
      'x_y',
      'a*b',
      '`',
      '<b>',
      '&amp;',
      '$5',
      '[',
      ']',
      '{#id}',
      '|',
      '~',
      '!',
      '#',
      '\\',
      '10%',
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(''));
const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const plainWord = fc.constantFrom('one', 'two', 'three', 'Łódź', '中文');

const text = sentence.map((value): PhrasingContent => ({ type: 'text', value }));
const styled = (type: 'strong' | 'emphasis' | 'delete') =>
  plainWord.map((value): PhrasingContent => ({ type, children: [{ type: 'text', value }] }));
const gap: PhrasingContent = { type: 'text', value: ' ' };
const inline = fc
  .array(
    fc.oneof(
      text,
      styled('strong'),
      styled('emphasis'),
      styled('delete'),
      fc
        .constantFrom('a b', '`x`', 'a|b', '<br', '\\')
        .map((value): PhrasingContent => ({ type: 'inlineCode', value })),
      plainWord.map((value): PhrasingContent => ({
        type: 'link',
        url: `https://example.com/${encodeURIComponent(value)}?a=(1)`,
        children: [{ type: 'text', value }],
      })),
      plainWord.map((alt): PhrasingContent => ({ type: 'image', url: '/images/a.png', alt })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((nodes) => nodes.flatMap((node, index) => (index === 0 ? [node] : [gap, node])));

const paragraph = inline.map((children): RootContent => ({ type: 'paragraph', children }));
const leaf: fc.Arbitrary<RootContent> = fc.oneof(
  paragraph,
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), inline)
    .map(([depth, children]): RootContent => ({ type: 'heading', depth: depth as 1, children })),
  fc
    .constantFrom('let a = 1;\n\n\t<b>*x*</b>', '', '```\nfence\n```')
    .map((value): RootContent => ({ type: 'code', lang: 'ts', value })),
  fc.constant<RootContent>({ type: 'thematicBreak' }),
  fc.array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 }).map((rows): RootContent => ({
    type: 'table',
    align: [null, null],
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    })),
  })),
);
const { block } = fc.letrec<{ block: RootContent }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((children): RootContent => ({ type: 'blockquote', children: children as never })),
    fc
      .tuple(
        fc.boolean(),
        fc.array(
          fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }), fc.constantFrom(null, true, false)),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
      )
      .map(([ordered, items]): RootContent => ({
        type: 'list',
        ordered,
        spread: false,
        start: ordered ? 1 : null,
        children: items.map(([first, rest, checked]) => ({
          type: 'listItem',
          spread: rest.some((node) => node.type !== 'list'),
          checked: ordered ? null : checked,
          children: [first, ...rest] as never,
        })),
      })),
  ),
}));
const document = fc.array(block, { maxLength: 5 }).map((children): Root => ({ type: 'root', children }));

/** A line of the dialect that tells which words it holds. */
type Line = (hold: (token: string) => void) => string;

let count = 0;
const hold =
  (make: (token: string) => string): Line =>
  (tell) => {
    const token = `word${++count}`;
    tell(token);
    return make(token);
  };

const inTag = fc.constantFrom(
  'details',
  'summary',
  'callout icon="💡"',
  'columns',
  'column',
  'tabs',
  'tab',
  'synced_block url="x"',
  'mystery',
  'meeting-notes',
  'notes',
  'transcript',
  'table',
  'tr',
  'td',
  'page url="https://www.notion.so/x"',
  'video src="u"',
  'file',
  'span color="red"',
  'u',
  'p',
  'T',
  'synced_block_reference url="x"',
  'database',
  'mention-page url="/0123456789abcdef0123456789abcdef"',
  'a href="x"',
  'unknown url="x"',
);
const line: fc.Arbitrary<Line> = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.oneof(
      fc
        .constantFrom(
          '',
          '- ',
          '- [x] ',
          '12. ',
          '> ',
          '# ',
          '#### ',
          '**',
          '*',
          '`',
          '$',
          '\\',
          '|',
          '![',
          '[',
          '<',
          '~~',
          '::: callout {icon="🔒"} ',
          '-',
          '$$',
          '{',
          '<!-- ',
        )
        .map((mark) => hold((token) => mark + token)),
      fc
        .constantFrom(
          '**',
          '*',
          '`',
          '~~',
          '$',
          '|',
          ' ',
          ']',
          '](x)',
          ')',
          '>',
          '-->',
          '{toggle="true"}',
          ' {color="red"}',
          '<br>',
          '$$',
          '<empty-block/>',
        )
        .map((mark) => hold((token) => token + mark)),
      inTag.map((tag) => hold((token) => `<${tag}>${token}</${tag.split(' ')[0]}>`)),
      inTag.map((tag) => hold((token) => `<${tag}>${token}`)),
      inTag.map((tag) => hold((token) => `${token}</${tag.split(' ')[0]}>`)),
      inTag.map(
        (tag): Line =>
          () =>
            `<${tag}>`,
      ),
      inTag.map(
        (tag): Line =>
          () =>
            `</${tag.split(' ')[0]}>`,
      ),
      fc.constantFrom<Line>(
        () => '```',
        () => '',
        () => '$$',
        () => ':::',
        () => '| - | - |',
        () => '---',
        () => '<empty-block/>',
        () => '-',
      ),
    ),
  )
  .map(
    ([depth, make]): Line =>
      (tell) =>
        '\t'.repeat(depth) + make(tell),
  );
