import { describe, expect, it } from 'vitest';
import { MAX_PLAN_BYTES, readMarkdown } from '../../src/sources/markdown.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readMarkdown('plans/a.md', bytes(text));

function messagesOf(document: ReturnType<typeof readMarkdown>): string[] {
  return document.file.messages.map(
    (message) => `${message.ruleId} ${message.line ?? '-'}:${message.column ?? '-'} ${message.reason}`,
  );
}

describe('a Markdown file', () => {
  it('gives its fields as they are spelt, each with its place', () => {
    const { fields, file } = read(
      '---\ntitle: Faster tills\nversion: 1.10\ntags: [a, "b"]\nowner: null\n---\n',
    );
    expect(file.messages).toEqual([]);
    expect(fields.map((field) => field.key)).toEqual(['title', 'version', 'tags', 'owner']);
    expect(fields[1]).toMatchObject({
      value: { type: 'scalar', text: '1.10', quoted: false },
      place: { line: 3, column: 1 },
    });
    expect(fields[3]?.value).toBeNull();
  });

  it('keeps the line numbers of the body behind the front matter', () => {
    const { body } = read('---\ntitle: A\n---\n\n## Summary\n\nText\n');
    expect(body.children[0]?.position?.start).toMatchObject({ line: 5, column: 1 });
  });

  it('may have no front matter', () => {
    const document = read('# A plan\n\nText\n\n---\n\nMore\n');
    expect(document.fields).toEqual([]);
    expect(messagesOf(document)).toEqual([]);
    expect(document.body.children.map((node) => node.type)).toEqual([
      'heading',
      'paragraph',
      'thematicBreak',
      'paragraph',
    ]);
  });

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    const document = read('\uFEFF---\r\ntitle: A\r\nversion: "1"\r\n---\r\n\r\n## Summary\r\n\r\nText\r\n');
    expect(messagesOf(document)).toEqual([]);
    expect(document.fields.map((field) => [field.key, field.place?.line])).toEqual([
      ['title', 2],
      ['version', 3],
    ]);
    expect(document.body.children[0]?.position?.start.line).toBe(6);
  });

  it.each(['', '  \n\n', '\uFEFF'])('is refused when it is empty (%j)', (text) => {
    const document = read(text);
    expect(messagesOf(document)).toEqual(['RP130 -:- Unexpected empty file, expected a plan']);
    expect(document.file.messages[0]?.fatal).toBe(true);
  });

  it('is refused when it is not UTF-8', () => {
    const latin1 = new Uint8Array([...bytes('title: caf'), 0xe9, 0x0a]);
    expect(messagesOf(readMarkdown('a.md', latin1))).toEqual([
      'RP130 -:- Unexpected bytes that are not UTF-8 text',
    ]);
  });

  it('is refused, and not looked into, when it has 10 MB', () => {
    const start = performance.now();
    const document = readMarkdown('a.md', new Uint8Array(10_000_000).fill(0x61));
    expect(messagesOf(document)).toEqual([
      `RP130 -:- Unexpected size of more than ${MAX_PLAN_BYTES.toLocaleString('en')} bytes, expected at most so many`,
    ]);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('front matter', () => {
  it.each(['js', 'javascript', 'JS', 'coffee', 'json', 'toml'])(
    'in %s is refused and never run',
    (language) => {
      Reflect.deleteProperty(globalThis, 'slipwayRan');
      const code = 'globalThis.slipwayRan = true, { title: "x" }';
      const document = read(`---${language}\n${code}\n---\n\n## Summary\n\nText\n`);
      expect(messagesOf(document)).toEqual([
        `RP130 1:4 Unexpected front matter in \`${language}\`, expected YAML`,
      ]);
      expect(Reflect.has(globalThis, 'slipwayRan')).toBe(false);
      expect(document.body.children).toEqual([]);
    },
  );

  it('may say that it is YAML', () => {
    expect(read('---yaml\ntitle: A\n---\n').fields.map((field) => field.key)).toEqual(['title']);
  });

  it('that is not closed is refused', () => {
    expect(messagesOf(read('---\ntitle: A\nvisibility: public\n\n## Summary\n'))).toEqual([
      'RP130 1:1 Unexpected end of file inside the front matter, expected a closing line `---`',
    ]);
  });

  it.each([
    ['title: "A\nstatus: released', /RP130 \d+:\d+ Unexpected YAML/],
    ['title: a: b', /RP130 2:\d+ Unexpected YAML/],
    ['internal:\n\tvisibility: public', /RP130 3:1 Unexpected YAML.*tab/],
    ['title: A\ntitle: B', /RP130 3:1 Unexpected YAML in the front matter: the key `title` stands twice/],
    ['a: &x 1\nb: *x', /RP130 2:\d+ Unexpected YAML in the front matter: anchors \(`&name`\) are not read/],
    ['title: !!js/function "f"', /RP130 2:\d+ .*tags \(`!name`\) are not read/],
    ['- a\n- b', /RP130 2:1 .*not a list of `key: value` lines/],
  ])('that is broken is refused with its place: %j', (yaml, expected) => {
    const document = read(`---\n${yaml}\n---\n\n## Summary\n\nText\n`);
    expect(messagesOf(document)).toEqual([expect.stringMatching(expected)]);
    expect(document.fields).toEqual([]);
    expect(document.body.children).toEqual([]);
  });

  it('that is broken is refused every time it is read', () => {
    const text = '---\ntitle: a: b\n---\n\nBody\n';
    expect([read(text), read(text)].map((document) => document.body.children.length)).toEqual([0, 0]);
  });
});
