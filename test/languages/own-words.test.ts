import { expect, test } from 'vitest';
import { namesOfWords, withOwnWords } from '../../src/languages/own-words.ts';

const words = {
  title: 'Changelog',
  groups: { added: 'New', fixed: 'Fixed' },
  count: (count: number) => `${count} of ours`,
  pair: (page: number | string, pages: number | string) => `${page}/${pages}`,
  hints: [['a', 'b']],
};

test('a site’s own words take the place of ours, and leave the others', () => {
  const own = withOwnWords(words, { title: 'What is new', 'groups.added': 'Added' });
  expect(own.title).toBe('What is new');
  expect(own.groups).toEqual({ added: 'Added', fixed: 'Fixed' });
  expect(own.count(2)).toBe('2 of ours');
});

test('where ours are made from numbers, places stand for these, with a form for one', () => {
  const own = withOwnWords(words, { count: '{1} release | {1} releases', pair: 'Page {1} of {2}' });
  expect([own.count(1), own.count(2), own.pair(2, 9)]).toEqual(['1 release', '2 releases', 'Page 2 of 9']);
});

test('every sentence has a name', () => {
  expect(namesOfWords(words)).toEqual(['title', 'groups.added', 'groups.fixed', 'count', 'pair']);
});

test('words of a site in a language without a table follow the rules of that language', () => {
  const polish = withOwnWords(words, { count: '{1} wydanie | {1} wydania | {1} wydań | {1} wydania' }, 'pl');
  expect([1, 3, 5].map((count) => polish.count(count))).toEqual(['1 wydanie', '3 wydania', '5 wydań']);
  const hebrew = withOwnWords(words, { pair: 'מ־{1} עד {2}' }, 'he');
  expect(hebrew.pair('1.0', '2.0-rc.1')).toBe('מ־\u20681.0\u2069 עד \u20682.0-rc.1\u2069');
});
