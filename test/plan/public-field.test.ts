import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import {
  findCommentLine,
  isComment,
  isNoteAlone,
  publicWords,
  withoutComments,
} from '../../src/plan/comments.ts';
import { publicLine, publicText, publicTitle } from '../../src/plan/public-field.ts';
import { messagesOf } from '../plans.ts';

const place = { line: 3, column: 2 };

function read(parse: typeof publicText, value: string) {
  const file = new VFile();
  const document = { file, fields: [], body: { type: 'root' as const, children: [] } };
  return { text: parse(document, value, place), messages: messagesOf({ file }), file };
}

const textOf = (value: string) => read(publicText, value);
const lineOf = (value: string) =>
  read((document, text, at) => publicLine(document, 'Title', text, at), value);

describe('a text in a field', () => {
  test.each([
    ['words', 'One _two_.', 'One _two_.'],
    ['a comment', 'One <!-- two --> three', 'One three'],
    ['a note', 'One.\n\nInternal: two', 'One.'],
    ['a quote', 'One.\n\n> Internal: two', 'One.'],
    ['a part', 'One.\n\n### Risks\n\ntwo', 'One.'],
    ['a formula', 'One $`x`$', 'One $`x`$'],
    ['what sets it apart', 'One.\n\nDifferentiation: two', 'One.'],
    ['a heading that is deeper', 'One.\n\n## Two', 'One.\n\n## Two'],
  ])('is without what stays inside: %s', (_, value, kept) => {
    expect(textOf(value)).toMatchObject({ text: kept, messages: [] });
  });

  test('that is nothing else is none', () => {
    expect(textOf('Internal: one')).toMatchObject({ text: undefined, messages: [] });
    expect(textOf('')).toMatchObject({ text: undefined, messages: [] });
  });

  test('says where a comment or HTML never ends', () => {
    expect(textOf('One <!-- two')).toMatchObject({
      text: 'One',
      messages: ['RP140 3:2 Unexpected `<!--` without an end, expected `-->` below it'],
    });
  });

  test('says of HTML and of links that are not published', () => {
    expect(textOf('One <b>two</b> [three](https://www.notion.so/x)').messages).toEqual([
      'RP140 3:2 Unexpected HTML `<b>`, expected Markdown',
      'RP140 3:2 Unexpected HTML `</b>`, expected Markdown',
      'RP141 3:2 Unexpected link into Notion behind “three”, expected a public page',
    ]);
  });

  test('says of a lock that does not keep it inside', () => {
    expect(textOf('🔒 One').messages).toEqual([
      'RP145 3:2 Doubtful mark before “🔒 One”, which does not keep a paragraph internal',
    ]);
  });

  test('keeps a line inside that looks like a comment, and says so', () => {
    const { text, file } = textOf('One.\n# two\n\nThree.\n\n# four');
    expect(text).toBe('One.\n\nThree.');
    expect(
      file.messages.map(({ ruleId, reason, note, fatal, line }) => [ruleId, reason, note, fatal, line]),
    ).toEqual([
      [
        'RP140',
        'Unexpected `#` at the beginning of a line in a text of several lines, expected words for readers',
        'There it begins no comment, but a heading. The line stays internal.',
        false,
        3,
      ],
    ]);
  });

  test.each([
    ['One. # two', 'two'],
    ['One.\n\n#two', 'two'],
    ['#two', 'two'],
    ['One  #  two three', 'two three'],
    [`One. # ${'x'.repeat(60)}`, 'x'.repeat(60)],
    [`One. # ${'x'.repeat(61)}`, `${'x'.repeat(57)}…`],
  ])('says of what looks like a comment behind words: %j', (value, shown) => {
    const { text, file } = textOf(value);
    expect(text).toContain(value.slice(-1));
    expect(
      file.messages.map(({ ruleId, reason, note, fatal, line }) => [ruleId, reason, note, fatal, line]),
    ).toEqual([
      [
        'RP145',
        `Doubtful \`#\` before “${shown}”, which begins no comment in a text of several lines or in quotation marks`,
        'Readers see it. Write comments above the field.',
        false,
        3,
      ],
    ]);
  });

  test.each(['One # 2', '#1 is done', 'In C# and F#', 'a#b', '```sh\n# one\nls # two\n```', '## Two'])(
    'says nothing of %j',
    (value) => {
      expect(textOf(value)).toMatchObject({ text: value.replace(/^#(?=1)/, '\\#'), messages: [] });
    },
  );
});

test('a title is a line, and what it begins with is told where it is doubtful', () => {
  expect(read(publicTitle, 'One <!-- two -->')).toMatchObject({ text: 'One', messages: [] });
  expect(read(publicTitle, 'TODO: one')).toMatchObject({
    text: 'TODO: one',
    messages: ['RP145 3:2 Doubtful mark before “TODO: one”, which does not keep a title internal'],
  });
  expect(read(publicTitle, 'Internal: one')).toMatchObject({
    text: undefined,
    messages: [
      'RP121 3:2 Unexpected `Internal: one` as title, which is a note for those inside, expected words for readers',
    ],
  });
});

describe('a line in a field', () => {
  test.each([
    ['One', 'One'],
    ['  One  ', 'One'],
    ['One *two* # three', 'One *two* # three'],
    ['One <!-- two -->', 'One'],
    ['One {>> two <<}', 'One'],
    ['One (internal: two) three', 'One  three'],
    ['[One](https://www.notion.so/x)', 'One'],
    ['[One](<https://www.notion.so/x>) [two](https://x.notion.site "y") three', 'One two three'],
    ['[One](https://a.example)', '[One](https://a.example)'],
    ['[One] (https://www.notion.so/x)', '[One] (https://www.notion.so/x)'],
    ['[](https://www.notion.so/x) One', 'One'],
  ])('is without what stays inside: %j', (value, kept) => {
    expect(lineOf(value)).toMatchObject({ text: kept, messages: [] });
  });

  test.each([
    ['Internal: one', 'Internal: one'],
    ['<!-- one -->', '<!-- one -->'],
    [`Internal: ${'x'.repeat(50)}`, `Internal: ${'x'.repeat(50)}`],
    [`Internal: ${'x'.repeat(51)}`, `Internal: ${'x'.repeat(47)}…`],
  ])('that is nothing else is none, and says so: %j', (value, shown) => {
    const { text, messages, file } = lineOf(value);
    expect(text).toBeUndefined();
    expect(messages).toEqual([
      `RP121 3:2 Unexpected \`${shown}\` as title, which is a note for those inside, expected words for readers`,
    ]);
    expect(file.messages[0]?.fatal).toBe(true);
  });
});

describe('comments', () => {
  test('of YAML within a text of several lines', () => {
    expect(findCommentLine('One\n# two ')).toBe('# two');
    expect(findCommentLine('# one\ntwo')).toBe('# one');
    expect(findCommentLine('One\n \t#\ttwo\nthree')).toBe('#\ttwo');
    for (const text of ['# one', 'One\n#two', 'One\ntwo # three', 'One\n## two'])
      expect(findCommentLine(text), text).toBeUndefined();
  });

  test('in the words of a picture or the title of a link', () => {
    expect(publicWords(undefined)).toBeUndefined();
    expect(publicWords(null)).toBeNull();
    expect(publicWords('')).toBe('');
    expect(publicWords(' One <!-- two\n --> three<!---->')).toBe('One  three');
    expect(publicWords('One <!-- two')).toBe('One');
    expect(publicWords('Internal: one')).toBe('');
    expect(publicWords('Our servers (internal)')).toBe('');
    expect(publicWords('<!-- x --> Internal: one')).toBe('');
    expect(publicWords('One. Internal: two')).toBe('One.');
    expect(publicWords('One (internal: two) three')).toBe('One  three');
    expect(publicWords('One {/ two /} three {/four/}.{ / five / }')).toBe('One  three .');
    expect(publicWords('One {/two} {three/}')).toBe('One {/two} {three/}');
  });

  test('are no note that leaves nothing of such words', () => {
    for (const note of ['Internal: one', 'Our servers (internal)', '<!-- x --> (Internal: one)'])
      expect(isNoteAlone(note), note).toBe(true);
    for (const words of ['One', 'One (internal: two)', '<!-- one -->', '']) {
      expect(isNoteAlone(words), words).toBe(false);
    }
  });

  test('that look like definitions', () => {
    for (const identifier of ['//', 'comment', 'COMMENT'])
      expect(isComment({ identifier }), identifier).toBe(true);
    for (const identifier of ['///', 'x//', 'comments', 'a comment', ''])
      expect(isComment({ identifier }), identifier).toBe(false);
  });

  test('that look like definitions within a paragraph', () => {
    const kept = (...values: string[]) =>
      withoutComments(values.map((value) => ({ type: 'text', value }))).map(
        (node) => 'value' in node && node.value,
      );
    expect(kept('One\n[//]: # (two)\nthree')).toEqual(['One\n\nthree']);
    expect(kept('[//]: two', '\n[comment]: three\n', '[]: four')).toEqual(['\n\n']);
    expect(kept('One\n[COMMENT]: two')).toEqual(['One\n']);
    expect(kept('One [//]: two\n[x]: three\n[//] four')).toEqual(['One [//]: two\n[x]: three\n[//] four']);
    expect(kept('[why so]: # two\n[why]:#  three\n[y]: <> four\n[y]:  # five')).toEqual(['\n\n\n']);
    for (const words of [
      '[why]: #two',
      '[why]: two # three',
      '[w[y]]: # x',
      '[why\nso]: # two',
      '[]]: # a',
      'a [why]: # b',
    ])
      expect(kept(words)).toEqual([words]);
    const strong = { type: 'strong' as const, children: [] };
    expect(
      withoutComments([{ type: 'text', value: 'a' }, strong, { type: 'text', value: '[//]: b' }]),
    ).toEqual([{ type: 'text', value: 'a' }, strong, { type: 'text', value: '' }]);
    expect(withoutComments([strong, { type: 'text', value: 'a' }])).toEqual([
      strong,
      { type: 'text', value: 'a' },
    ]);
  });
});
