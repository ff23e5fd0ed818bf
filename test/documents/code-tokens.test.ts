import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTokens } from '../../src/documents/public/code-tokens.ts';

const kinds = (code: string, language: string) =>
  readTokens(code, language)
    .filter(({ kind }) => kind)
    .map(({ kind, text }) => `${kind} ${text}`);

test.each([
  ['json', '{"a": [-2.5e3, true, "b"]}', ['name "a"', 'number -2.5e3', 'keyword true', 'string "b"']],
  ['yaml', 'key: x # y\n- url: http://a/#b', ['name key', 'comment # y', 'name url']],
  ['sh', '$ curl -s "$URL" # x', ['meta $', 'name -s', 'string "$URL"', 'comment # x']],
  ['sql', "select 'it''s' from t", ['keyword select', "string 'it''s'", 'keyword from']],
  ['html', `<a href="x">don't</a>`, ['name <a', 'string "x"', 'name >', 'name </a', 'name >']],
  ['diff', '@@ 1 @@\n-old\n+new\n same', ['meta @@ 1 @@', 'deleted -old', 'inserted +new']],
  ['http', 'GET /v3 HTTP/1.1\nAccept: x', ['keyword GET', 'meta HTTP/1.1', 'name Accept']],
  ['text', 'const x = "y"', []],
])('%s is read as its writers read it', (language, code, expected) => {
  expect(kinds(code, language)).toEqual(expected);
});

const languages = ['ts', 'go', 'json', 'yaml', 'sh', 'py', 'sql', 'html', 'css', 'http', 'diff', 'none'];

test('the tokens of any code are the code', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'"\'`\\/*#<!->= \n\t[{a1.$@+') }),
      ),
      (language, code) => {
        expect(
          readTokens(code, language)
            .map(({ text }) => text)
            .join(''),
        ).toBe(code);
      },
    ),
    { numRuns: 500 },
  );
});

test('twice the code takes no more than some twice the time', () => {
  for (const language of languages) {
    for (const part of [
      '"',
      '/*',
      '`',
      '<!--',
      ' ',
      '-',
      '"\\',
      '${',
      '"""',
      "'''a''",
      '[ ',
      ' \t',
      'a-',
      '0x',
      '\n',
    ]) {
      const code = part.repeat(19_000 / part.length);
      const start = performance.now();
      readTokens(code, language);
      expect(performance.now() - start, `${language} ${part}`).toBeLessThan(250);
    }
  }
});
