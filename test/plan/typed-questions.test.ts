import type { PhrasingContent, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown, plainText, renderMarkdown } from '../../src/plan/markdown.ts';
import { readTypedQuestions } from '../../src/plan/typed-questions.ts';

const blocks = (markdown: string) => parseMarkdown(markdown).children;
const rendered = (nodes: readonly RootContent[]) => renderMarkdown(readTypedQuestions(nodes)).split('\n\n');
const read = (markdown: string) => rendered(blocks(markdown));

test.each([
  ['**Can I go back?**\nYes.', ['###### Can I go back?', 'Yes.']],
  ['**Going back**\nIt is possible.', ['###### Going back', 'It is possible.']],
  ['**Going back**\\\nIt is possible.', ['###### Going back', 'It is possible.']],
  ['**Going back**<br>It is possible.', ['###### Going back', 'It is possible.']],
  ['**Going back** \\\nIt is possible.', ['###### Going back', 'It is possible.']],
  ['**Going back** \nIt is possible.', ['###### Going back', 'It is possible.']],
  ['**Can I go back?** Yes, _always_.', ['###### Can I go back?', 'Yes, _always_.']],
  ['**Can I _go_ back?** Yes,\nalways.', ['###### Can I _go_ back?', 'Yes, always.']],
  ['**Going back**', ['###### Going back']],
  ['Can I go back?', ['###### Can I go back?']],
  [
    'Can I `go` _back_?\n**Yes**, `always`.\nOr not.',
    ['###### Can I `go` _back_?', '**Yes**, `always`. Or not.'],
  ],
  ['Can I go **back?**\nYes.', ['###### Can I go **back?**', 'Yes.']],
  ['Can I go back?\\\nYes.', ['###### Can I go back?', 'Yes.']],
  ['Can I go back? <br>Yes.', ['###### Can I go back?', 'Yes.']],
  ['Can I go back?<br />Yes.', ['###### Can I go back?', 'Yes.']],
  ['“Can I go back?”\nYes.', ['###### “Can I go back?”', 'Yes.']],
  ['(Can I go back?")\nYes.', ['###### (Can I go back?")', 'Yes.']],
  ['戻れますか？\nはい。', ['###### 戻れますか？', 'はい。']],
  ['هل يمكنني العودة؟\nنعم.', ['###### هل يمكنني العودة؟', 'نعم.']],
])('is a question: %j', (text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test.each([
  '**Go back** whenever you like.',
  '**Go back**: it is possible.\nWhy not?',
  'It is possible. **Can I go back?** Yes.',
  'What is “why?not”\nYes.',
  'Whether it is possible? Yes.',
  'It is possible\nto go back?',
  'Is it possible to go\\\nback?',
  '_Going back_\nIt is possible.',
])('is none: %s', (text) => {
  const nodes = blocks(text);
  expect(readTypedQuestions(nodes)).toEqual(nodes);
});

test.each([
  ['## Going back', true],
  ['> Going back', true],
  ['| Going back |\n| - |\n| Yes |', true],
  ['- Can I go back?', true],
  ['1. 戻れますか？', true],
  ['- هل يمكنني العودة؟', true],
  ['- One\n- Can I go back?', false],
  ['- One', false],
  ['`Can I?`', false],
  ['---', false],
  ['```\nCan I?\n```', false],
])('where %j stands beside them, questions are other than paragraphs: %s', (other, areOthers) => {
  const nodes = blocks(`**Going back**\n\nIt is possible.\n\n${other}`);
  const [first] = readTypedQuestions(nodes);
  expect(first?.type).toBe(areOthers ? 'paragraph' : 'heading');
  if (areOthers) expect(readTypedQuestions(nodes)).toEqual(nodes);
});

test('a question is a heading of the lowest rank where its paragraph was, and the rest the same paragraph', () => {
  const nodes = blocks('Text.\n\n**Can I?** Yes.');
  const [text, heading, answer, ...more] = readTypedQuestions(nodes);
  expect(text).toBe(nodes[0]);
  expect(heading).toMatchObject({ type: 'heading', depth: 6, position: nodes[1]?.position });
  expect(answer).toMatchObject({ type: 'paragraph', position: nodes[1]?.position });
  expect(more).toEqual([]);
});

test('the rest holds what was behind the line, and no empty words', () => {
  const children = (markdown: string, place: number) => {
    const block = readTypedQuestions(blocks(markdown))[place];
    return block && 'children' in block
      ? (block.children as PhrasingContent[]).map((node) => [node.type, plainText(node)])
      : [];
  };
  expect(children('Can I?\nYes\nor no `x`', 0)).toEqual([['text', 'Can I?']]);
  expect(children('Can I?\nYes\nor no `x`', 1)).toEqual([
    ['text', 'Yes\nor no '],
    ['inlineCode', 'x'],
  ]);
  expect(children('`Can` I?\n**Yes**', 0)).toEqual([
    ['inlineCode', 'Can'],
    ['text', ' I?'],
  ]);
  expect(children('`Can` I?\n**Yes**', 1)).toEqual([['strong', 'Yes']]);
  expect(children('**Can I?**\\\nYes', 1)).toEqual([['text', 'Yes']]);
  expect(children('`Can`_ I_?\\\n`Yes`', 1)).toEqual([['inlineCode', 'Yes']]);
});

test('a question with nothing but spaces behind it is no more than that', () => {
  const space: PhrasingContent = { type: 'text', value: '\n ' };
  const bold: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: 'Can I? ' }] };
  expect(readTypedQuestions([{ type: 'paragraph', children: [bold, space] }])).toMatchObject([
    { type: 'heading' },
  ]);
  expect(readTypedQuestions([{ type: 'paragraph', children: [space, bold] }])).toHaveLength(1);
});

test('a paragraph of nothing is no question', () => {
  expect(readTypedQuestions([{ type: 'paragraph', children: [] }])).toEqual([
    { type: 'paragraph', children: [] },
  ]);
});
