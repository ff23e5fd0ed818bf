import { expect, test } from 'vitest';
import { withoutNothing } from '../../src/publish/without-nothing.ts';

test('what is said stays as it is', () => {
  const record = { title: 'T', share: 0, is: false, waves: [{ name: 'All', regions: ['DE'] }] };
  expect(withoutNothing(record)).toEqual(record);
  for (const each of ['x', 0, false, null]) expect(withoutNothing(each)).toBe(each);
});

test('what says nothing is absent, however deep it stands', () => {
  for (const each of ['', undefined, [], {}, { a: '' }, { a: { b: [] }, c: undefined }])
    expect(withoutNothing(each)).toBeUndefined();
  const record = {
    title: 'T',
    text: '',
    edited: { note: '' },
    audience: { include: [], exclude: [{ text: 'A', reason: '' }] },
  };
  expect(JSON.stringify(withoutNothing({ ...record, no: undefined }))).toBe(
    '{"title":"T","audience":{"exclude":[{"text":"A"}]}}',
  );
  expect(withoutNothing({ title: 'T', text: undefined, no: '' })).toStrictEqual({ title: 'T' });
});

test('in a list each thing keeps its place', () => {
  expect(withoutNothing({ maintenance: [{ impact: '' }, { impact: 'No tables.' }, {}] })).toEqual({
    maintenance: [{}, { impact: 'No tables.' }, {}],
  });
  expect(withoutNothing(['a', '', undefined, 0])).toEqual(['a', undefined, undefined, 0]);
});
