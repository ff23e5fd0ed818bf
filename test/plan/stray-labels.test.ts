import { expect, test } from 'vitest';
import { findStrayLabel } from '../../src/plan/stray-labels.ts';

test.each([
  ['Faster search. Owner: Jane Doe', 'Owner: Jane Doe'],
  ['Faster search! product owner: Jane Doe.', 'product owner: Jane Doe.'],
  ['Faster search?Ticket: T-1', 'Ticket: T-1'],
  ['Faster search, owner: Jane', 'owner: Jane'],
  ['Faster search; 1.  Note. Owner: Jane, Ticket: T-1', 'Owner: Jane, Ticket: T-1'],
  ['Faster search | Owner: Jane', 'Owner: Jane'],
  ['Faster search · Owner: Jane', 'Owner: Jane'],
  ['Faster search (owner: Jane) is here', 'owner: Jane) is here'],
  ['Faster search [Jira: T-1]', 'Jira: T-1]'],
  ['Faster search {Jira: T-1}', 'Jira: T-1}'],
  ['検索。担当：田中', '担当：田中'],
  ['検索！担当：田中', '担当：田中'],
  ['検索？担当：田中', '担当：田中'],
  ['検索、担当：田中', '担当：田中'],
  ['検索（担当：田中）', '担当：田中）'],
  ['検索「担当：田中」', '担当：田中」'],
  ['Owner:Jane Doe', 'Owner:Jane Doe'],
  ['Owner:@jane', 'Owner:@jane'],
  ['Ticket:#12', 'Ticket:#12'],
  ['Owner = Jane Doe', 'Owner = Jane Doe'],
  ['Owner - Jane Doe', 'Owner - Jane Doe'],
  ['Hint: it is fast. Note: see. Owner: Jane', 'Owner: Jane'],
])('stands in %j', (line, found) => {
  for (const around of [{}, { isCut: true }]) expect(findStrayLabel(line, around)).toBe(found);
});

test.each([
  '',
  'Owner: Jane',
  '担当：田中',
  'The owner: Jane',
  'Show the owner. It is seen: by all',
  'It is fast. The owner: nobody',
  'It is fast. Owners are told: soon',
  'It is fast. Owner',
  'The scope “customer:read” is new, customer:read',
  'customer:read is a scope',
  'Owner-only pages',
  'Owner–Jane',
  'Owner – new rights',
  'Note - faster',
  'The owner - Jane',
  'It is fast - owner: Jane',
  'It is fast–owner: Jane',
  'Fast. Benefit: twice',
  'See 1.Owner: Jane'.replace('1.', '1'),
])('does not stand in “%s”', (line) => {
  expect(findStrayLabel(line)).toBeUndefined();
});

test('stands behind a dash where that parts no title from its text', () => {
  for (const line of ['Faster search – owner: Jane', 'Faster search — owner: Jane']) {
    expect(findStrayLabel(line)).toBe('owner: Jane');
    expect(findStrayLabel(line, { isCut: true })).toBeUndefined();
  }
  expect(findStrayLabel('検索 — 担当：田中')).toBe('担当：田中');
});

test('stands at the beginning of what is quoted, as no label is read there', () => {
  const quoted = (line: string) => findStrayLabel(line, { isQuoted: true });
  expect(quoted('Owner: Jane')).toBe('Owner: Jane');
  expect(quoted('担当：田中')).toBe('担当：田中');
  expect(quoted('Fast. Owner: Jane')).toBe('Owner: Jane');
  expect(quoted('Owner - Jane')).toBeUndefined();
  expect(quoted('The owner: Jane')).toBeUndefined();
});
