import type { Table } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { RawValue } from '../../src/plan/document.ts';
import {
  findFlag,
  isFieldFlaggedInside,
  isFlaggedInside,
  isRowFlaggedInside,
} from '../../src/plan/inside-flags.ts';
import { parseMarkdown } from '../../src/plan/markdown.ts';

const flagged = (text: string) => isFlaggedInside(parseMarkdown(text).children);
const inRow = (head: string, cell: string) => {
  const [table] = parseMarkdown(`| a | ${head} |\n| - | - |\n| b | ${cell} |`).children as [Table];
  return isRowFlaggedInside(table.children[0]!, table.children[1]!);
};

describe('a thing is kept inside by', () => {
  test.each([
    ['Visibility', 'internal'],
    ['visibility', 'Internal only.'],
    ['**Visibility**', '**private**'],
    ['Visible to', 'team'],
    ['Audience', 'Team only'],
    ['Audience', 'employees'],
    ['Audience', 'staff'],
    ['Audience', 'staff only'],
    ['Confidentiality', 'hidden'],
    ['Internal', 'yes'],
    ['Internal only', 'Y'],
    ['Confidential', 'true'],
    ['Private', 'x'],
    ['Hidden', '1'],
    ['Internal', '✓'],
    ['Internal', '✔'],
    ['Internal', '✔️'],
    ['Internal', '✅'],
    ['Internal', '☑'],
    ['Internal', '☑️'],
    ['Public', 'no'],
    ['Publish', 'N'],
    ['Published', 'not yet'],
    ['External', 'false'],
    ['Customer-facing', 'no!'],
    ['customer facing', '0'],
    ['Visible', '❌'],
    ['Public', '✗'],
    ['Public', '✘'],
    ['Public', '✖'],
    ['Public', '✖️'],
    ['Classification', 'internal'],
    ['Sensitivity', 'confidential'],
    ['Scope', 'internal'],
    ['Status', 'Internal only'],
    ['Sichtbarkeit', 'intern'],
    ['公開範囲', '社内'],
    ['الظهور', 'داخلي'],
    ['Öffentlich', 'nein'],
    ['公開', 'いいえ'],
    ['عام', 'لا'],
    ['Internal', 'ja'],
    ['Internal', 'はい'],
    ['Internal', 'نعم'],
    ['Public?', 'no?'],
    ...['Draft', 'WIP', 'Unlisted', 'Embargo', 'Embargoed', 'NDA', 'Do not publish'].map((name) => [
      name,
      'yes',
    ]),
    ...['restricted', 'secret', 'draft'].map((value) => ['Status', value]),
    ['Visible to customers', 'never'],
  ])('%s: %s', (name, value) => {
    for (const text of [
      `${name}: ${value}`,
      `x\\\n${name}: ${value}`,
      `- ${name}: ${value}`,
      `- ${name} = ${value}`,
      `- ${name} – ${value}`,
      `- ${name} --  ${value}`,
      `- a\n- ${name} : ${value}\n\n  b`,
    ])
      expect(flagged(text), text).toBe(true);
    expect(inRow(name, value)).toBe(true);
  });

  test.each([
    ['Visibility', 'public'],
    ['Visibility', 'internal and public'],
    ['Visibility', 'yes'],
    ['Our visibility', 'internal'],
    ['Visibility of it', 'internal'],
    ['Internal', 'no'],
    ['Internal', 'yes, and more'],
    ['Internal', 'oh yes'],
    ['Internals', 'yes'],
    ['An internal', 'yes'],
    ['Public', 'yes'],
    ['Public', 'no way'],
    ['Public', 'a no'],
    ['Publicity', 'no'],
    ['Is public', 'no'],
    ['Visibility', 'semi-private'],
    ['Visibility', 'privately'],
    ['Kind', 'internal'],
    ['Public', 'internal'],
    ['Public', ''],
  ])('not %s: %s', (name, value) => {
    expect(flagged(`- ${name}: ${value}`)).toBe(false);
    expect(inRow(name, value)).toBe(false);
  });
});

test('only lines and items of what is said of it count, and cells that are there', () => {
  expect(flagged('> Public: no')).toBe(false);
  expect(flagged('- a\n  - Public: no')).toBe(false);
  expect(flagged('- a\n\n  Public: no')).toBe(false);
  expect(flagged(`Public: no${'!'.repeat(51)}`)).toBe(true);
  expect(flagged(`Public: no${'!'.repeat(52)}`)).toBe(false);
  expect(flagged('\\*\\*Public\\*\\*: no')).toBe(true);
  expect(flagged('Public no')).toBe(false);
  expect(flagged('')).toBe(false);
  expect(findFlag(parseMarkdown('a<br> Public: no').children)?.line).toBe('Public: no');
  const [table] = parseMarkdown('| a | Public |\n| - | - |\n| b |').children as [Table];
  expect(isRowFlaggedInside(table.children[0]!, table.children[1]!)).toBe(false);
});

test('a field with a list is one where all that is said in it says so', () => {
  const scalar = (text: string) => ({ type: 'scalar' as const, text, quoted: false });
  const list = (...items: RawValue[]) => ({ key: 'audience', value: { type: 'list' as const, items } });
  expect(isFieldFlaggedInside(list(scalar('internal'), null))).toBe(true);
  expect(isFieldFlaggedInside(list(scalar('internal'), scalar('customers')))).toBe(false);
  expect(isFieldFlaggedInside(list(null))).toBe(false);
});
