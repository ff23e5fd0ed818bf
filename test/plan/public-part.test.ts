import type { Nodes, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { findInternalLines } from '../../src/plan/internal-lines.ts';
import { withoutInternalNotes } from '../../src/plan/internal-notes.ts';
import { parseMarkdown, plainText, renderMarkdown } from '../../src/plan/markdown.ts';
import { keepPublicPart } from '../../src/plan/public-part.ts';
import type { SectionForm } from '../../src/plan/sections.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';

const keep = (markdown: string, form: SectionForm = 'text') => {
  const { nodes, hidden, headings } = keepPublicPart(parseMarkdown(markdown).children, form);
  return {
    kept: renderMarkdown(nodes),
    hidden: hidden.map((node) => `${node.type} ${plainText(node).replace(/\s+/g, ' ').trim()}`),
    lines: [...new Set(hidden.flatMap(linesOf))].toSorted((a, b) => a - b),
    headings: headings.map((node) => `${renderMarkdown([node])} ${node.position?.start.line}`),
  };
};

const linesOf = ({ position }: Nodes) => {
  const { start, end } = position ?? { start: { line: 0 }, end: { line: -1 } };
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
};

describe('what stands under words that are meant as a heading', () => {
  test.each([
    ['hashes without a space', '##Risks\nLate', '## Risks 3'],
    ['as many hashes as may be', '######Risks\nLate', '###### Risks 3'],
    ['hashes above more than words', '##Risks\nLate **now**', '## Risks 3'],
    ['hashes before bold words', '##**Risks**\nLate', '## Risks 3'],
    ['hashes and a word that is misspelt', '##Riskss\nLate', '## Riskss 3'],
    ['hashes and a lock', '##🔒 Passwords\nLate', '## 🔒 Passwords 3'],
    ['hashes and a section that may be opted in', '##Excluded features\nLate', '## Excluded features 3'],
    ['bold words', '**Risks**\nLate', '###### Risks 3'],
    ['bold words and a break', '**Risks**\\\nLate', '###### Risks 3'],
    ['bold words and a break in HTML', '**Risks**<br>Late', '###### Risks 3'],
    ['bold words and others in italics', '**Risks**: _Late_', '###### Risks 3'],
    ['bold words and a colon', '**Risks**: \nLate', '###### Risks 3'],
    ['bold words that are a mark', '**Internal notes**\nLate', '###### Internal notes 3'],
    ['bold words with a label', '**Internal: why**\nLate', '###### Internal: why 3'],
    ['bold words with a label behind others', '**Why (internal): a**\nLate', '###### Why (internal): a 3'],
    ['bold words with the word as a sentence', '**Internal. Why**\nLate', '###### Internal. Why 3'],
    ['bold words that begin so', '**Internal fixes**\nLate', '###### Internal fixes 3'],
    ['bold words that end so', '**Fixes (internal)**\nLate', '###### Fixes (internal) 3'],
    ['bold words in another language', '**Intern**\nLate', '###### Intern 3'],
    ['bold words of several sections', '**Risks, timing**\nLate', '###### Risks, timing 3'],
    ['a heading of several sections', '### Dependencies & Risks\n\nLate', '### Dependencies & Risks 3'],
    ['a heading of one and another', '### Risks and timing\n\nLate', '### Risks and timing 3'],
    ['a paragraph in italics', '_Risks:_\n\nLate', '###### Risks: 3'],
    ['a paragraph in HTML', '<u>Risks</u>\n\nLate', '###### Risks 3'],
    ['a line in HTML', '<u>Risks</u>\nLate', '###### Risks 3'],
    ['the mark of a note alone', 'Internal notes:\n\nLate', '###### Internal notes: 3'],
    ['a heading', '### Why (internal)\n\nLate', '### Why (internal) 3'],
    ['a heading with a label behind others', '### Why (internal): a\n\nLate', '### Why (internal): a 3'],
    ['a heading with the word as a sentence', '### Internal. Why\n\nLate', '### Internal. Why 3'],
    [
      'a heading of a section that may be opted in',
      '### Excluded features\n\nLate',
      '### Excluded features 3',
    ],
    ['a heading that is misspelt', '### Riskss\n\nLate', '### Riskss 3'],
    ['a heading that looks alike', '### Rіsks\n\nLate', '### Rіsks 3'],
  ])('is hidden with it: %s', (_, text, heading) => {
    const plan = `First.\n\n${text}\n\n- More`;
    const { kept, lines, headings } = keep(plan);
    expect(kept).toBe('First.');
    expect(headings).toEqual([heading]);
    expect(lines).toEqual(plan.split('\n').flatMap((line, at) => (line && at > 0 ? [at + 1] : [])));
    expect(keep(text)).toMatchObject({ kept: '', headings: [`${heading.slice(0, -1)}1`] });
  });

  test('goes to the next heading that is as high, or to the next bold line', () => {
    expect(keep('### Risks\n\na\n\n#### More\n\nb\n\n### Kept\n\nc').kept).toBe('### Kept\n\nc');
    expect(keep('### Risks\n\na\n\n## Kept\n\nc').kept).toBe('## Kept\n\nc');
    expect(keep('**Risks**\n\na\n\n**Kept**\n\nc').kept).toBe('**Kept**\n\nc');
    expect(keep('### Risks\n\na\n\n**Not kept**\n\nc').kept).toBe('');
    expect(keep('**Risks**\n\na\n\n**Kept**\\\nc').kept).toBe('**Kept**\\\nc');
    expect(keep('**Risks**\n\na\n\n**Not kept**<br>c').kept).toBe('');
    expect(keep('**Risks**\n\na\n\n**Not** kept').kept).toBe('');
    expect(keep('**Risks**\n\na\n\n### Kept\n\nc').kept).toBe('### Kept\n\nc');
    expect(keep('### Risks\n\na\n\n### Internal\n\nb').headings).toEqual(['### Risks 1', '### Internal 5']);
  });

  test.each([
    ['other words behind hashes', '##Kept\nLate'],
    ['too many hashes', '#######Risks\nLate'],
    ['a number', '#12 is late'],
    ['hashes in the middle', 'It is ##Risks\nLate'],
    ['hashes in code', '`##Risks`\nLate'],
    ['other bold words', '**Kept**\nLate'],
    ['bold words that go on', '**Risks** are late'],
    ['bold words and a code', '**Risks**`a`\nLate'],
    ['bold words and a colon in code', '**Risks**`:` are late'],
    ['bold words with a lock', '**🔒 Passwords**\nLate'],
    ['a lock alone', '🔒\nLate'],
    ['bold words of a section that may be opted in', '**Excluded features**\nLate'],
    ['slanted words', '_Risks_\nLate'],
    ['words in HTML that go on in the line', '<b>Risks</b> are\nlate'],
    ['slanted words of a section that may be opted in', '_Excluded features_'],
    ['a heading that is one word', '##Brandrisks'],
    ['several others', '**Speed, and size**'],
    ['others before one', '### Upgrade tills and dependencies'],
    ['words in HTML that go on', '<u>Risks</u> are late'],
    ['words before HTML', 'Risks <br> <br>'],
    ['words that end in HTML', 'First **Risks**<br>\nlate'],
    ['a word in two pieces before HTML', 'Ri**sks**<br>\nlate'],
    ['words in HTML that go on in italics', '<br>Risks _of fire_\nare low'],
    ['HTML that never ends', '<b>Risks'],
    ['slanted words that begin so', '_Internal fixes_'],
  ])('is none where it stands under %s', (_, text) => {
    expect(keep(`${text}\n`)).toMatchObject({ hidden: [], headings: [] });
    expect(keep(`${text}\n`).kept.replaceAll('\\', '')).toBe(text.replace('\n', ' '));
  });
});

test.each(['Internal reviewers', 'Approvals and reminders', 'Internal links'])(
  'bold words that an item is called by may be for everybody: %s',
  (name) => {
    const text = `- **${name}**\n\n  Nine colleagues.\n`;
    for (const form of ['text', 'changes', 'segments'] as const)
      expect(keep(text, form).kept).toBe(text.trim());
  },
);

test('bold words that an item is called by are the heading of what stands in it', () => {
  for (const form of ['text', 'changes', 'segments'] as const) {
    for (const name of ['Internal', 'Internal: why', 'Risks'])
      expect(keep(`- **${name}**\n\n  a\n- b`, form), name).toMatchObject({ kept: '- b', lines: [1, 2, 3] });
    for (const words of ['**Internal fixes**', 'Internal notes', 'Internal notes:'])
      expect(keep(`- a\n\n  ${words}\n\n  1. b`, form), words).toMatchObject({
        kept: '- a',
        lines: [3, 5],
      });
  }
});

test('what stands under a heading is hidden with it where a line there says so', () => {
  const { kept, headings } = keep(
    '### New\n\nLate\n\n- Visibility: internal\n\n### Kept\n\nb\n\n#### c\n\n- Public: no\n\n### Last',
  );
  expect(kept).toBe('### Kept\n\nb\n\n### Last');
  expect(headings).toEqual(['### New 1', '#### c 11']);
  expect(keep('### New\n\nLate\n\n- Visibility: internal').kept).toBe('');
  expect(keep('### Kept\n\n### New\n\n- Public: no').kept).toBe('### Kept');
});

describe('notes', () => {
  test.each([
    ['a paragraph', 'Internal: a', ['paragraph Internal: a']],
    ['a paragraph with a mark in bold', '**Internal** a', ['paragraph Internal a']],
    ['a paragraph with a mark that is slanted', '_Internal_ a', ['paragraph Internal a']],
    ['a paragraph with a mark in code', '`Internal` a', ['paragraph Internal a']],
    ['an item', '- Internal: a', ['listItem Internal: a', 'list Internal: a']],
    ['code', '```internal\na\n```', ['code a']],
    ['code of Obsidian', '```ad-internal\na\n```', ['code a']],
    ['code that is private', '```Private\na\n```', ['code a']],
    ['code that is hidden', '```hidden\na\n```', ['code a']],
    ['code that is a comment', '```comment\na\n```', ['code a']],
    ['words in a box of code', '```\nInternal: a\nb\n```', ['code Internal: a b']],
    ['words in a box of plain text', '~~~Plain text\n(Internal) a\n~~~', ['code (Internal) a']],
    ['words in a box of text', '```txt\nInternal: a\n```', ['code Internal: a']],
    ['words in a box of Markdown', '```md\n> Internal: a\n```', ['code > Internal: a']],
    ['words too far to the right', '    Internal: a', ['code Internal: a']],
    ['a paragraph with a mark in HTML', '<b>Internal</b> a', ['paragraph Internal a']],
    ['a paragraph with a mark in code in HTML', '<u>`Internal`</u> a', ['paragraph Internal a']],
    ['a paragraph with the mark on a line of its own', '== Internal ==\na', ['paragraph == Internal == a']],
    ['the same with a break', 'Internal\\\na', ['paragraph Internal a']],
    [
      'an item with the mark alone above others',
      '- Internal\n  - a',
      ['listItem Internal a', 'list Internal a'],
    ],
    ['a quote with a note', '> a. Internal: b\n>\n> Internal: c', ['paragraph Internal: c']],
    ['a paragraph that ends so', 'Caches of tests (internal).', ['paragraph Caches of tests (internal).']],
    [
      'an item whose bold words end so',
      '- **Caches (internal).** a',
      ['listItem Caches (internal). a', 'list Caches (internal). a'],
    ],
    [
      'an item that says so in its own lines',
      '- a\n  Visibility: internal',
      ['listItem a Visibility: internal', 'list a Visibility: internal'],
    ],
    ['an item that ends so', '- Caches [internal]', ['listItem Caches [internal]', 'list Caches [internal]']],
    [
      'an item that says so',
      '- a\n  - Visibility: internal',
      ['listItem a Visibility: internal', 'list a Visibility: internal'],
    ],
    ['an item that says so in a line', '- a\n\n  Public: no', ['listItem a Public: no', 'list a Public: no']],
    ['a footnote', '[^1]: Internal: a', ['footnoteDefinition Internal: a']],
    ['a footnote of that name', '[^internal]: a', ['footnoteDefinition a']],
    ['a footnote of that name and a number', '[^internal-12]: a', ['footnoteDefinition a']],
    ['a footnote of a longer name', '[^internal-note-1]: a', ['footnoteDefinition a']],
    ['a paragraph of a footnote', '[^1]: a\n\n    Internal: b', ['paragraph Internal: b']],
    ['a table', '| Internal |\n| - |\n| a |', ['table Internal a']],
  ])('are hidden, and that is told: %s', (_, text, hidden) => {
    expect(keep(`First.\n\n${text}\n`).hidden).toEqual(hidden);
  });

  test.each([
    ['a word that goes on', 'Internal links'],
    ['a word that goes on in the next line', 'Internal links\nopen faster'],
    ['a word in HTML that goes on', '<b>Internal links</b> a'],
    ['HTML with nothing behind it', 'a <b>'],
    ['an item that is the mark alone', '- a\n- Internal'],
    ['an item with a lock above others', '- 🔒\n  - a'],
    ['a lock on a line of its own', '🔒\na'],
    ['bold words that begin so', '**Internal links** a'],
    ['a link of that name', '[Internal](https://a.example) a'],
    ['code that only begins alike', '```\nInternal links: a\n```'],
    ['code of a name that begins alike', '```comments\na\n```'],
    ['code of a name that ends alike', '```uncomment\na\n```'],
    ['a footnote', '[^1]: a'],
    ['a footnote with nothing in it', '[^1]:'],
    ['code of a language', '```js\nInternal: a\n```'],
    ['a word behind others', 'a **Internal** b'],
    ['an empty item', '-\n- a'],
    ['a line', '* * *'],
  ])('are none: %s', (_, text) => {
    expect(keep(text).hidden).toEqual([]);
    expect(keep(text).kept).not.toBe('');
  });

  test('in items are labels, cells and rows', () => {
    const table = '| Fix | Internal |\n| - | - |\n| a | b |\n| Internal: c | d |\n| e | Internal: f |';
    for (const form of ['changes', 'text'] as const)
      expect(keep(table, form).kept).toBe('| Fix |\n| - |\n| a |\n| e |');
    expect(keep('- a\n  - Internal: b\n  - Internal impact: c', 'changes').kept).toBe(
      '- a\n  - Internal impact: c',
    );
    expect(keep('- Internal: b\n- a', 'changes').kept).toBe('- a');
    expect(keep('| a | b |\n| - | - |\n| c | Internal: d |').kept).toBe('| a | b |\n| - | - |\n| c | |');
    expect(keep('- a\n\n  > Internal links', 'components').kept).toBe('- a\n\n  > Internal links');
  });

  test.each(['waves', 'rollout', 'segments', 'words'] as const)(
    'may be names in %s, and what is said of them',
    (form) => {
      const list = '- Internal: b\n- a\n\n  Internal: c\n\n  - Internal: d\n  - e. Internal: f';
      expect(keep(list, form).kept).toBe('- Internal: b\n- a\n\n  - e.');
      const table = '| Internal | a |\n| - | - |\n| Internal: b | c. Internal: d |';
      expect(keep(table, form).kept).toBe('| Internal | a |\n| - | - |\n| Internal: b | c. |');
      expect(keep('Internal: a', form).kept).toBe('Internal: a');
      expect(keep('Internal\n\n- a', form).kept).toBe('Internal\n\n- a');
      expect(keep('- a\n  - Public: no\n- b', form).kept).toBe('- b');
      expect(keep('- a\n- Internal: b', form).kept).toBe('- a\n- Internal: b');
      expect(keep('(Internal: a)', form)).toMatchObject({ kept: '', lines: [1] });
    },
  );

  test('are no names in what an item begins with unless it is a paragraph, nor in quotes and footnotes', () => {
    expect(keep('- - Internal: b\n  - c', 'waves').kept).toBe('- - c');
    expect(keep('- | a | Internal |\n  | - | - |\n  | b | c |', 'waves').kept).toBe(
      '- | a |\n  | - |\n  | b |',
    );
    expect(keep('> a\n>\n> Internal: b', 'waves').kept).toBe('> a');
    expect(keep('[^1]: a\n\n    Internal: b', 'waves').kept).toBe('[^1]: a');
  });

  test.each(['steps', 'questions', 'excluded', 'validation'] as const)('in %s are those of prose', (form) => {
    expect(keep('| a | Internal |\n| - | - |\n| b | c |', form).kept).toBe('| a |\n| - |\n| b |');
  });

  test('in rows are those whose first cell says so', () => {
    const rows = (first: string) => keep(`| a | b |\n| - | - |\n| ${first} | c |`).kept.split('\n').length;
    for (const first of ['Internal', 'Internal:', '**Internal notes**', 'internal: x'])
      expect(rows(first)).toBe(2);
    for (const first of ['Internal links', '🔒', 'x', '']) expect(rows(first)).toBe(3);
  });

  test('in rows are those whose cells say so', () => {
    const rows = (head: string, cell: string, form: SectionForm = 'changes') =>
      keep(`| a | ${head} |\n| - | - |\n| b | ${cell} |`, form).kept.split('\n').length;
    expect(rows('Visibility', 'internal')).toBe(2);
    expect(rows('Internal', 'yes')).toBe(2);
    expect(rows('Visibility', 'all')).toBe(3);
    expect(rows('Visibility', 'internal', 'waves')).toBe(2);
    expect(keep('| a | b |\n| - | - |\n| x (internal) | c |', 'waves').kept).toMatch(/\n.*\n.*x/);
    expect(keep('| a | b |\n| - | - |\n| x (internal) | c |').kept).toBe('| a | b |\n| - | - |');
  });

  test('in columns are those whose head says so', () => {
    expect(
      keep('| a | Why (internal) | 🔒 | b |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 |\n| 6 |').kept,
    ).toBe('| a | b |\n| - | - |\n| 1 | 4 |\n| 6 |');
  });

  test('in headings are brackets', () => {
    expect(keep('### Faster (internal: a) now').kept).toBe('### Faster now');
  });

  test('of word processors are bullets', () => {
    expect(keep('• a\n• Internal: b\n• c').kept).toBe('- a\n- c');
    expect(keep('• a\n• Internal: b\n• c', 'changes').kept).toBe('- a\n- c');
  });
});

test('paragraphs that only lead into Notion name its pages, and stay inside', () => {
  const page = '[Talks with Contoso](https://www.notion.so/x)';
  const part = (text: string) => keepPublicPart(parseMarkdown(text).children, 'text');
  const { nodes, hidden, pages } = part(`First.\n\n${page}\n\n${page}\n${page}\n\nLast.`);
  expect(renderMarkdown(nodes)).toBe('First.\n\nLast.');
  expect(pages.map((each) => each.position?.start.line)).toEqual([3, 5]);
  expect(hidden).toEqual(pages);
  for (const text of [
    `See ${page}`,
    `- ${page}`,
    '[a](https://a.example)',
    `${page} [a](https://a.example)`,
    `# ${page}`,
    '![](x.png)',
    '![](https://www.notion.so/x.png)',
  ])
    expect(part(text).pages, text).toEqual([]);
});

test('paragraphs without words stay as they are', () => {
  const { body } = withoutInternalNotes(parseMarkdown('_<!-- a -->_ <!-- b -->\n\n<b><!-- c -->'));
  const blocks: RootContent[] = [...body.children, { type: 'paragraph', children: [] }];
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  expect(keepPublicPart(blocks)).toEqual({ nodes: blocks, hidden: [], headings: [], pages: [] });
  expect(keepPublicPart([...parseMarkdown('**Risks**').children, ...blocks]).nodes).toEqual([]);
});

describe('notes with everything under them', () => {
  const visible = (markdown: string) => {
    const { body, hidden } = withoutInternalNotes(parseMarkdown(markdown));
    const part = keepPublicPart(body.children, 'text');
    return {
      kept: renderMarkdown(part.nodes),
      hidden: [...hidden, ...part.hidden].map((node) => `${node.type} ${plainText(node)}`),
    };
  };

  test('are quotes, and the quote behind one that is the mark alone', () => {
    expect(visible('a\n\n> Internal: b\n\nc')).toEqual({
      kept: 'a\n\nc',
      hidden: ['blockquote Internal: b'],
    });
    expect(visible('> Internal\n\n> b\n\n> c').kept).toBe('> c');
    expect(visible('> Internal\n\nb\n\n> c').kept).toBe('b\n\n> c');
    expect(visible('> Internal\n\n- b').kept).toBe('- b');
    expect(keep('Internal\n\n> b', 'waves').kept).toBe('Internal\n\n> b');
    expect(visible('> Internal: a\n\n> b').kept).toBe('> b');
    expect(visible('> a\n>\n> > Internal: b').kept).toBe('> a');
    expect(visible('> [!secret]\n> a').kept).toBe('');
    expect(visible('> An alert begins with [!secret]').kept).toBe('> An alert begins with \\[!secret]');
  });

  test('are headings within quotes and items, with what stands under them', () => {
    expect(visible('**Risks** <!-- a -->\nb').kept).toBe('');
    expect(visible('> a\n>\n> ### Risks\n>\n> b\n>\n> ## c\n>\n> d').kept).toBe('> a\n>\n> ## c\n>\n> d');
    expect(visible('- a\n\n  ### Internal\n\n  b').hidden).toEqual(['heading Internal', 'paragraph b']);
    expect(visible('- ### Internal\n\n  b\n- c').kept).toBe('- c');
    // Headings of the text itself may be those of sections, at which it is cut later.
    const text = parseMarkdown('### Internal\n\na');
    expect(withoutInternalNotes(text)).toEqual({ body: text, hidden: [], unclosed: [] });
  });

  test('are headings that are deeper, but not those in a toggle', () => {
    const parts = (markdown: string) => keep(markdown).kept;
    expect(parts('a\n\n### Internal\n\nb\n\n#### c\n\nd\n\n### e').replace('\n\n', ' ')).toBe('a ### e');
    expect(parts('### Rіsks\n\nb')).toBe('');
    expect(parts('### Internal\n\n<details>\n\n## b\n\nc\n\n</details>\n\nd')).toBe('');
    expect(parts('**Internal**\n\n<details>\n\n## **b**\n\nc\n\n</details>\n\nd')).toBe('');
    expect(parts('a')).toBe('a');
    expect(parts('Why internally\n\n- Risks')).toBe('Why internally\n\n- Risks');
  });

  test('leave empty cells where they were, and no empty items and quotes', () => {
    expect(visible('| a | b |\n| - | - |\n| <!-- c --> | d |').kept).toBe('| a | b |\n| - | - |\n| | d |');
    expect(visible('- <!-- a -->\n- b').kept).toBe('- b');
    expect(visible('-\n- a')).toEqual({ kept: '-\n- a', hidden: [] });
    expect(visible('> <!-- a -->\n\nb')).toEqual({ kept: 'b', hidden: ['html ', 'blockquote '] });
    // The rest of their line is public.
    expect(visible('a <!-- b --> c').hidden).toEqual([]);
    expect(visible('_a <!-- b --> c_').hidden).toEqual([]);
  });

  test('are seen in HTML, whose headings become headings', () => {
    const headings = (html: string) =>
      withoutInternalNotes(parseMarkdown(html)).body.children.flatMap((node) =>
        node.type === 'heading'
          ? [`${node.depth} ${plainText(node)} ${node.position?.start.line ?? ''}`.trim()]
          : [],
      );
    expect(headings('<h2>Risks</h2>')).toEqual(['2 Risks 1']);
    expect(headings('<h3 id="a">R&#105;sks <b>now</b>\n</h3>')).toEqual(['3 Risks  now 1']);
    expect(headings('<H1>A</H1><h2>B</h2>')).toEqual(['2 B 1']);
    expect(headings('<h2>Risks')).toEqual(['2 Risks 1']);
    expect(headings('<h2>\n\nRisks\n\n</h2>')).toEqual(['2 Risks 3']);
    expect(headings('<h2 id="a">\n\nRisks')).toEqual(['2 Risks 3']);
    expect(headings('<h2 >  \n\nRisks')).toEqual(['2 Risks 3']);
    expect(headings('<h2>Old</h2>\n<p>\n\nRisks')).toEqual(['2 Old 1']);
    expect(headings('a\n\nRisks\n\n<h2>\n\nb')).toEqual(['2 b 7']);
    expect(withoutInternalNotes(parseMarkdown('<h2>Risks</h2>')).body.children[0]).toMatchObject({
      type: 'heading',
      depth: 2,
      children: [{ type: 'text', value: 'Risks' }],
    });
    expect(headings('<h2>\n\n- Risks')).toEqual([]);
    expect(headings('<p>\n\nRisks')).toEqual([]);
    expect(headings('<h2></h2>')).toEqual([]);
    expect(headings('<header>Risks</header>')).toEqual(['6 Risks 1']);
    expect(headings('<div>\nR&#105;sks\n</div>')).toEqual(['6 Risks 1']);
    for (const words of ['Our risks', 'Excluded features', ''])
      expect(headings(`<div>${words}</div>`)).toEqual([]);
  });
});

test('lines that no reader may see are those of notes, of closed and of unknown sections, and those above', () => {
  const text = [
    'Above.', // 1
    '',
    '## Summary', // 3
    '',
    'Public. <!-- x -->',
    '',
    '> Internal: a', // 7
    '> b',
    '',
    'Internal: c', // 10
    '',
    '## Risks', // 12
    '',
    'Late.', // 14
    '',
    '## Product overview',
    '',
    'Opted in.', // 18
    '',
    '## Our own',
    '',
    'Unknown.', // 22
    '',
    '## Excluded features',
    '',
    '- Not opted in.', // 26
  ].join('\n');
  const document = readMarkdown('plans/a.md', new TextEncoder().encode(text));
  const lines = (publish?: string[]) =>
    [...findInternalLines(document, publish, undefined)].toSorted((a, b) => a - b);
  expect(lines()).toEqual([1, 7, 8, 10, 14, 18, 22, 26]);
  expect(lines(['Product Overview', 'risks', 'out of scope'])).toEqual([1, 7, 8, 10, 14, 22]);
  expect(lines(['overview', 'excluded'])).toEqual(lines(['excluded', 'overview']));
});

test('a section that was opted in by its key, its heading or another of its names is none of these', () => {
  const text = '## Value proposition\n\nFast.\n\n## Achievability\n\nLikely.\n';
  const document = readMarkdown('plans/a.md', new TextEncoder().encode(text));
  const lines = (...publish: string[]) => [...findInternalLines(document, publish, undefined)];
  for (const name of ['value', 'Value Proposition', 'benefits']) expect(lines(name)).toEqual([7]);
  expect(lines('achievability')).toEqual([3]);
  expect(lines('proposition')).toEqual([3, 7]);
});

test('blocks that stand in no file have no lines', () => {
  const document = readMarkdown('plans/a.md', new TextEncoder().encode('Above.\n\nMore.\n'));
  const [above, more] = document.body.children;
  delete above?.position;
  expect(more).toBeDefined();
  expect([...findInternalLines(document, undefined, undefined)]).toEqual([3]);
});

test('questions that are paragraphs take their answers inside with them', () => {
  const text = 'Free?\n\nYes.\n\nInternal: for ACME?\n\nNever.\n\n**For all?**\n\nSo far.';
  expect(keep(text, 'questions')).toMatchObject({
    kept: '###### Free?\n\nYes.\n\n###### For all?\n\nSo far.',
    hidden: ['heading Internal: for ACME?', 'paragraph Never.'],
  });
  expect(keep(text)).toMatchObject({ hidden: ['paragraph Internal: for ACME?'] });
});
