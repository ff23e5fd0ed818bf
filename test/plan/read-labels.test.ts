import type { Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { ItemOptions } from '../../src/plan/items.ts';
import { labelNames } from '../../src/plan/labels.ts';
import { parseMarkdown, renderMarkdown } from '../../src/plan/markdown.ts';
import { readLabels, readRow, startOf, withoutInsideLabels } from '../../src/plan/read-labels.ts';

const names = labelNames({
  benefit: ['Why it matters'],
  customers: ['target customers'],
  stories: ['story'],
  text: [],
});
const blocks = (markdown: string) => parseMarkdown(markdown).children;

/** What is read, as `key: value`, with `>` before what may be no label, and the text that is left. */
function read(nodes: readonly RootContent[]) {
  const { labels, rest } = readLabels(nodes, names);
  return {
    labels: labels.map(({ key, value, isBeside }) => `${isBeside ? '> ' : ''}${key}: ${value}`),
    rest: renderMarkdown(rest),
  };
}

describe('a bullet', () => {
  test.each([
    ['- Benefit: twice as fast', 'benefit: twice as fast'],
    ['- Benefit:', 'benefit: '],
    ['- Benefit :  twice', 'benefit: twice'],
    ['- &nbsp;Benefit: twice', 'benefit: twice'],
    ['- BENEFIT: a: b', 'benefit: a: b'],
    ['- Why it matters: **twice** `as` fast', 'benefit: **twice** `as` fast'],
    ['- **Benefit:** twice', 'benefit: twice'],
    ['- **Benefit**: twice', 'benefit: twice'],
    ['- **Benefit** :  **twice**', 'benefit: **twice**'],
    ['- **Benefit**:', 'benefit: '],
    ['- **Benefit**:twice', 'benefit: twice'],
    ['- _Benefit:_ twice', 'benefit: twice'],
    ['- _Benefit_: twice', 'benefit: twice'],
    ['- Release 2.1 target customers: all', 'customers: all'],
    ['- **release  2.1  Target customers:** all', 'customers: all'],
    ['- Owner: Jane Doe', 'internal: Jane Doe'],
    ['- 担当: 田中', 'internal: 田中'],
    ['- 担当：田中', 'internal: 田中'],
    ['- 担当：  田中：鈴木', 'internal: 田中：鈴木'],
    ['- **担当：**田中', 'internal: 田中'],
    ['- **担当** ： 田中', 'internal: 田中'],
    ['- **Own:er**: Jane', 'internal: Jane'],
    ['- Owner (API): Jane', 'internal: Jane'],
    ['- **Owner (API) :** Jane', 'internal: Jane'],
    ['- **Owner (API)：** Jane', 'internal: Jane'],
    ['- Benefit: a\n\n  b', 'benefit: a\n\nb'],
    ['- Benefit:\n  - a\n  - b', 'benefit: - a\n- b'],
    ['- Benefit: a\n  b', 'benefit: a b'],
  ])('is a label: %s', (text, label) => {
    expect(read(blocks(text))).toEqual({ labels: [label], rest: '' });
  });

  test.each([
    '- Benefit',
    '- Benefit:twice',
    '- The release Benefit: twice',
    '- Target release 2.1 customers: all',
    '- Release benefit: twice',
    '- Benefits of it: twice',
    '- 1 benefit: twice',
    '- Benefit (for shops): twice',
    '- Own (API) er: see them',
    '- Owner (of (API)): see them',
    '- **Owner: of shops:** see them',
    '- Twice. Benefit: as fast',
    '- : twice',
    '- % twice',
    '- **Benefit**',
    '- **Benefit** twice: as fast',
    '- **Benefit**`:` twice',
    '- **Other:** twice',
    '- `Benefit:` twice',
    '- [Benefit:](https://a.example) twice',
    '- ![Benefit](a.png): twice',
    '- > Benefit: twice',
    '- ## Benefit: twice',
    '-',
  ])('is none: %s', (text) => {
    expect(read(blocks(text))).toEqual({ labels: [], rest: renderMarkdown(blocks(text)) });
  });

  test('has a name of no more than 41 letters', () => {
    const long = 'b'.repeat(41);
    const keys = (name: string) =>
      readLabels(blocks(`- ${name}: x`), labelNames({ found: [name] })).labels.map(({ key }) => key);
    expect([keys(long), keys(`${long}b`), keys('b')]).toEqual([['found'], [], ['found']]);
  });

  test('with words in bold that end in a space is one', () => {
    const bold: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: ' Benefit: ' }] };
    expect(read([{ type: 'paragraph', children: [bold, { type: 'text', value: 'twice' }] }])).toEqual({
      labels: ['benefit: twice'],
      rest: '',
    });
  });

  test('without words is none', () => {
    const list: RootContent = {
      type: 'list',
      children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [] }] }],
    };
    expect(readLabels([list], names).labels).toEqual([]);
  });

  test('beside others leaves them as they are', () => {
    const list = '1. One\n2. Benefit: twice\n3. [ ] Two: three\n   - Other: four';
    expect(read(blocks(list))).toEqual({
      labels: ['benefit: twice'],
      rest: '1. One\n2. [ ] Two: three\n   - Other: four',
    });
  });

  test('says where it stands, and holds no gap before its value', () => {
    for (const text of ['- Benefit:  twice', '- **Benefit**:  twice', '- **Benefit:** twice']) {
      const [label] = readLabels(blocks(`Text.\n\n${text}`), names).labels;
      expect(label?.place).toEqual({ line: 3, column: 3 });
      expect(label?.plain).toBe('twice');
    }
    for (const text of ['- Benefit:  twice', '- Benefit：  twice', '- **Benefit** ：  twice']) {
      const [label] = readLabels(blocks(text), names).labels;
      expect(label?.nodes).toMatchObject([{ children: [{ type: 'text', value: 'twice' }] }]);
    }
  });

  test('without a value holds nothing', () => {
    for (const text of ['- Benefit:', '- **Benefit**:', '- **Benefit:**', '- Benefit:&nbsp;']) {
      expect(readLabels(blocks(text), names).labels).toMatchObject([{ nodes: [], values: [], plain: '' }]);
    }
    const [label] = readLabels(blocks('- Benefit: **twice**'), names).labels;
    expect(label?.nodes).toMatchObject([{ children: [{ type: 'strong' }] }]);
    const [bold] = readLabels(blocks('- **Benefit:** `twice`'), names).labels;
    expect(bold?.nodes).toMatchObject([{ children: [{ type: 'inlineCode' }] }]);
  });
});

describe('what stands deeper', () => {
  test('is left without what is for those inside, and without that alone', () => {
    const list = '- One\n  - Owner: Jane Doe\n  - Benefit: twice\n\n  PM: John\n- Two\n\n  Three';
    expect(read(blocks(list))).toEqual({
      labels: ['> internal: Jane Doe', '> internal: John'],
      rest: '- One\n\n  - Benefit: twice\n- Two\n\n  Three',
    });
  });

  test('is so below any depth of items', () => {
    const list = '- One\n  - Two\n    - Ticket: T-1\n    - Three';
    expect(read(blocks(list))).toEqual({
      labels: ['> internal: T-1'],
      rest: '- One\n  - Two\n    - Three',
    });
  });

  test('is not read in a quote, a table or code, as they stay what they are', () => {
    const text = '> Owner: Jane\n\n| Owner: Jane |\n| - |\n\n```\nOwner: Jane\n```';
    const nodes = blocks(text);
    expect(readLabels(nodes, names)).toEqual({ labels: [], rest: nodes });
  });

  test('of a list of nothing but labels nothing is left', () => {
    expect(readLabels(blocks('- Benefit: a\n- Owner: b'), names).rest).toEqual([]);
    expect(withoutInsideLabels(blocks('- One\n  - Owner: a\n\nOwner: b\n\n- Benefit: c'))).toMatchObject([
      { children: [{ children: [{ type: 'paragraph' }] }] },
      { children: [{ children: [{ type: 'paragraph' }] }] },
    ]);
  });
});

describe('a paragraph', () => {
  test.each([
    ['Benefit: twice', ['benefit: twice'], ''],
    ['Benefit: twice\nas fast', ['benefit: twice as fast'], ''],
    ['Benefit: twice\\\nOwner: Jane', ['benefit: twice', 'internal: Jane'], ''],
    ['**Benefit:** twice\n**Owner**: Jane\n_PM_', ['benefit: twice', 'internal: Jane _PM_'], ''],
    ['Benefit: twice\n**as** fast', ['benefit: twice **as** fast'], ''],
    ['Owner: Jane\nNew: words', ['internal: Jane New: words'], ''],
    ['Text.\nBenefit: twice', ['> benefit: twice'], 'Text.'],
    ['Text\\\nmore\n**bold**\nBenefit: twice', ['> benefit: twice'], 'Text\\\nmore **bold**'],
    ['Text.\nBenefit: twice\nNew: words', ['> benefit: twice New: words'], 'Text.'],
    ['Text.\nOwner: Jane\nand John', ['> internal: Jane and John'], 'Text.'],
    ['Text.\nOwner: Jane\nNew: words', ['> internal: Jane'], 'Text. New: words'],
    ['Text.\nOwner: Jane\n**New: words**', ['> internal: Jane'], 'Text. **New: words**'],
    ['Text.\nOwner: Jane\nNew: words\ngo on', ['> internal: Jane'], 'Text. New: words go on'],
    [
      'Text.\nOwner: Jane\nNew: words\nBenefit: twice\ngo on',
      ['> internal: Jane', '> benefit: twice go on'],
      'Text. New: words',
    ],
    [
      'Text.\nOwner: Jane\nNew: words\nOwner: Jim\nand John',
      ['> internal: Jane', '> internal: Jim and John'],
      'Text. New: words',
    ],
    ['Text.\\\nOwner: Jane\\\nNew: words', ['> internal: Jane'], 'Text.\\\nNew: words'],
  ])('is read line by line: %j', (text, labels, rest) => {
    expect(read(blocks(text))).toEqual({ labels, rest });
  });

  test('without a label is the same node', () => {
    const nodes = blocks('Text.\nmore: words\n\nOther.');
    const { rest } = readLabels(nodes, names);
    expect([rest[0] === nodes[0], rest[1] === nodes[1], rest.length]).toEqual([true, true, 2]);
  });

  test('is parted where its lines end, and not elsewhere', () => {
    const [paragraph] = readLabels(blocks('One\ntwo\\\n`three` four\nfive\nOwner: Jane'), names).rest;
    const words = (paragraph as Paragraph).children.map((node) => ('value' in node ? node.value : node.type));
    expect(words).toEqual(['One', '\n', 'two', 'break', 'three', ' four', '\n', 'five']);
  });

  test('keeps no line that is empty', () => {
    const children: PhrasingContent[] = [
      { type: 'text', value: 'One' },
      { type: 'break' },
      { type: 'text', value: ' ' },
      { type: 'break' },
      { type: 'text', value: 'Owner: Jane' },
    ];
    expect(readLabels([{ type: 'paragraph', children }], names).rest).toEqual([
      { type: 'paragraph', children: children.slice(0, 1) },
    ]);
  });

  test('says of its labels where it begins', () => {
    const labels = readLabels(blocks('Text.\n\n Benefit: a\nOwner: b'), names).labels;
    expect(labels.map(({ place }) => place)).toEqual([
      { line: 3, column: 2 },
      { line: 3, column: 2 },
    ]);
    const made: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'Benefit: a' }] };
    expect(readLabels([made], names).labels[0]).not.toHaveProperty('place');
    const item = { type: 'listItem' as const, children: [made] };
    expect(readLabels([{ type: 'list', children: [item] }], names).labels[0]).not.toHaveProperty('place');
  });
});

describe('a row', () => {
  const options: ItemOptions = { labels: names, titleColumns: ['Feature', 'Name'] };
  const rowOf = (markdown: string) => {
    const [head, row] = (blocks(markdown)[0] as Table).children as [TableRow, TableRow];
    return { head: head.children.map((cell) => renderMarkdown(cell.children)), row };
  };
  const readOf = (cells: string[][], given = options) => {
    const lines = cells.map((row) => `| ${row.join(' | ')} |`);
    const { head, row } = rowOf([lines[0], `|${'-|'.repeat(cells[0]?.length ?? 0)}`, lines[1]].join('\n'));
    const { title, labels, text, unread } = readRow(head, row, given);
    return {
      title: renderMarkdown([{ type: 'paragraph', children: title }]),
      labels: labels.map(({ key, value }) => `${key}: ${value}`),
      text: renderMarkdown(text),
      unread,
    };
  };

  test('has a title, labels, text, and what means nothing', () => {
    const head = ['Benefit', 'feature', 'Owner', 'Notes', 'Weather', 'Text'];
    expect(readOf([head, ['twice', '**Fast**', 'Jane', 'one _two_', 'rain', 'three']])).toEqual({
      title: '**Fast**',
      labels: ['benefit: twice', 'internal: Jane', 'text: three'],
      text: 'one _two_',
      unread: ['Weather'],
    });
  });

  test.each(['Description', 'Text', 'Details', 'What it does', 'Note', 'NOTES'])(
    'has text in “%s”',
    (name) => {
      const labels = labelNames({});
      expect(
        readOf(
          [
            ['Any', name],
            ['One', 'two'],
          ],
          { labels },
        ),
      ).toEqual({
        title: 'One',
        labels: [],
        text: 'two',
        unread: [],
      });
    },
  );

  test('has no words of an empty cell, whatever its column', () => {
    expect(
      readOf([
        ['Feature', 'Benefit', 'Notes', 'Weather', 'Rain'],
        ['', '', '&nbsp;', '&nbsp;', 'much'],
      ]),
    ).toEqual({
      title: '',
      labels: [],
      text: '',
      unread: ['Rain'],
    });
  });

  test.each([
    ['the first column with a name of a title', ['Any', 'Name', 'Feature'], 'b'],
    ['the first column of all where none has such a name', ['Any', 'Other', 'Weather'], 'a'],
    ['no column where the first is a label', ['Owner', 'Other', 'Weather'], ''],
    [
      'a column with the name of a title although that is a label',
      ['Other', 'Benefit', 'x'],
      'b',
      ['Benefit'],
    ],
    ['the first column, although a label, with such a name', ['Benefit', 'x', 'y'], 'a', ['Benefit']],
    ['the first column of those without a name', ['', '', ''], 'a'],
  ])('has its title in %s', (_, head, title, titleColumns = ['Feature', 'Name']) => {
    const labels = labelNames({ benefit: [], other: [] });
    expect(readOf([head, ['a', 'b', 'c']], { labels, titleColumns }).title).toBe(title);
  });

  test('has its title in the first column where no name is asked for', () => {
    const labels = labelNames({});
    expect(
      readOf(
        [
          ['Any', 'Feature'],
          ['a', 'b'],
        ],
        { labels },
      ),
    ).toMatchObject({ title: 'a' });
    expect(
      readOf(
        [
          ['', 'Feature'],
          ['a', 'b'],
        ],
        { labels },
      ),
    ).toMatchObject({ title: 'a' });
    expect(readRow([], { type: 'tableRow', children: [] }, { labels }).title).toEqual([]);
  });

  test('has cells beyond its head that mean nothing', () => {
    const { row } = rowOf('| Feature | Benefit |\n| - | - |\n| One | two |');
    const read = readRow(['Feature'], row, options);
    expect([read.labels, read.text, read.unread]).toEqual([[], [], ['']]);
    expect(renderMarkdown(read.title)).toBe('One');
    expect(readRow([], row, options)).toMatchObject({ title: row.children[0]?.children, unread: [''] });
  });

  test('says of its labels where their words begin', () => {
    const { head, row } = rowOf('| Feature | Benefit |\n| - | - |\n| One |   two |');
    expect(readRow(head, row, options).labels[0]?.place).toEqual({ line: 3, column: 11 });
    const [, cell] = row.children;
    expect(cell && startOf(cell)).toMatchObject({ line: 3, column: 11 });
    expect(cell && startOf({ ...cell, children: [] })).toEqual(cell?.position?.start);
    expect(startOf({ type: 'tableCell', children: [] })).toBeUndefined();
    expect(startOf({ type: 'tableCell', children: [{ type: 'text', value: 'a' }] })).toBeUndefined();
  });
});

describe('what stands below a label that leads to it', () => {
  test.each([
    ['Benefit: run this:\n\n```\na\n```', 'benefit: run this:\n\n```\na\n```'],
    ['Benefit: run this： \n\n```\na\n```', 'benefit: run this：\n\n```\na\n```'],
    ['Benefit:\n\n```\na\n```', 'benefit: ```\na\n```'],
    ['Benefit: two\nthings:\n\n- a\n- b', 'benefit: two things:\n\n- a\n- b'],
    ['Benefit: these:\n\n> a', 'benefit: these:\n\n> a'],
    ['Benefit: these:\n\n| a |\n| - |\n| b |', 'benefit: these:\n\n| a |\n| - |\n| b |'],
    ['Owner: ask:\n\n```\nJane\n```', 'internal: ask:\n\n```\nJane\n```'],
  ])('belongs to it: %s', (text, label) => {
    expect(read(blocks(text))).toEqual({ labels: [label], rest: '' });
  });

  test('is one block, and the labels before it stay what they are', () => {
    expect(read(blocks('Story: A\nBenefit: run:\n\n```\na\n```\n\n```\nb\n```'))).toEqual({
      labels: ['stories: A', 'benefit: run:\n\n```\na\n```'],
      rest: '```\nb\n```',
    });
  });

  test('keeps where the label stands, and that it may be none', () => {
    const { labels } = readLabels(blocks('Some text.\nBenefit: run:\n\n```\na\n```'), names);
    expect(labels).toMatchObject([{ isBeside: true, place: { line: 1, column: 1 }, plain: 'run:' }]);
  });

  test.each([
    ['Benefit: run: this\n\n```\na\n```', ['benefit: run: this'], '```\na\n```'],
    ['Benefit: run:\n\nText.', ['benefit: run:'], 'Text.'],
    ['Run:\n\n```\na\n```', [], 'Run:\n\n```\na\n```'],
    ['Benefit: these:\n\n- Story: A\n- b', ['benefit: these:', 'stories: A'], '- b'],
    [
      'Text.\nOwner: Jane\nOther: this:\n\n```\na\n```',
      ['> internal: Jane'],
      'Text. Other: this:\n\n```\na\n```',
    ],
  ])('does not belong to it: %s', (text, labels, rest) => {
    expect(read(blocks(text))).toEqual({ labels, rest });
  });
});
