import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/publish/words.ts';

describe('words that are compared', () => {
  test.each([
    ['House', 'houses'],
    ['cancels', 'canceling'],
    ['delayed', 'delay'],
    ['quickly', 'quick'],
    ['Invite', 'inviting'],
    ['Café', 'CAFE\u0301S'],
  ])('are the same as “%s” and “%s”', (one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other));
  });

  test.each([
    ['gas', 'ga'],
    ['class', 'clas'],
    ['being', 'be'],
    ['red', 'r'],
    ['house', 'houe'],
    ['lingerer', 'lerer'],
  ])('are others as “%s” and “%s”', (one, other) => {
    expect(wordsOf(one)).not.toEqual(wordsOf(other));
  });

  test('are none where there is no letter', () => {
    expect(wordsOf(' – … !')).toEqual([]);
    expect(wordsOf('...')).toEqual([]);
  });
});
