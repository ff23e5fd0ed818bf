import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import {
  guessIdentity,
  hasIdentity,
  hidesVisibility,
  productOf,
  publicId,
  saysInternal,
} from '../../src/publish/identity.ts';
import { testSite } from '../plans.ts';

/** A plan of which nothing could be read. */
const unread = (text: string) => ({ file: new VFile(text), fields: {} }) as Plan;

test.each([
  [{ id: 'own', product: 'api', version: '1.2', title: 'Tables' }, 'own'],
  [{ product: 'api', version: '1.2', channel: 'beta', title: 'Tables' }, 'api-1-2-beta'],
  [{ version: '1.2', title: 'Tables' }, '1-2'],
  [{ product: 'api', channel: 'beta', title: 'New tables' }, 'new-tables'],
  [{ title: '日本' }, 'release'],
  [{}, 'release'],
])('of %j the record is %s', (fields, id) => {
  expect(publicId({ fields }, testSite)).toBe(id);
});

test('where there is one product, the record is its own', () => {
  const site = { ...testSite, products: testSite.products.slice(0, 1) };
  expect(publicId({ fields: { version: '1.2' } }, site)).toBe('till-1-2');
});

test('a plan that names no product is of the only one, and of none where there are several', () => {
  const on = (count: number, product?: string) =>
    productOf(
      { fields: { ...(product && { product }) } },
      { ...testSite, products: testSite.products.slice(0, count) },
    );
  expect([on(2, 'api'), on(1, 'api'), on(1), on(2), on(0)]).toEqual([
    'api',
    'api',
    'till',
    undefined,
    undefined,
  ]);
});

test('what can be read says whose record it is by id, version or title; what cannot, by id or version', () => {
  const plan = (fields: Plan['fields'], rule?: string) => {
    const file = new VFile('');
    if (rule) file.message('Unexpected', { ruleId: rule, source: 'slipway' });
    return { file, fields } as Plan;
  };
  const has = (fields: Plan['fields'], rule?: string, site = testSite) =>
    hasIdentity(plan(fields, rule), site);
  for (const fields of [{ id: 'p' }, { id: 'p', version: '1' }, { version: '1', product: 'api' }])
    expect([has(fields), has(fields, 'RP130')]).toEqual([true, true]);
  expect(has({ title: 'T' })).toBe(true);
  expect(has({ title: 'T' }, 'RP121')).toBe(true);
  expect(has({ title: 'T' }, 'RP130')).toBe(false);
  expect(has({})).toBe(false);
  // A version says whose record it is among those of a product alone.
  expect(has({ title: 'T', version: '1' })).toBe(false);
  const one = { ...testSite, products: testSite.products.slice(0, 1) };
  expect(has({ version: '1' }, undefined, one)).toBe(true);
});

describe('in a front matter that cannot be read', () => {
  test.each([
    'visibility: internal',
    'visibility:internal',
    'title: T\n  Visibility = INTERNAL',
    '"visibility": "internal"',
    "'visibility' : ['internal'",
    'visibility:\t[ internal ]',
    'v\0i\0s\0i\0b\0i\0l\0i\0t\0y\0:\0 \0i\0n\0t\0e\0r\0n\0a\0l\0',
  ])('%j keeps the plan inside', (text) => {
    expect([saysInternal(unread(text)), hidesVisibility(unread(text))]).toEqual([true, true]);
  });

  test.each([
    'visibility: internalised',
    'visibility: public # not internal',
    'no visibility: internal',
    'visibility, internal',
  ])('%j does not say so', (text) => {
    expect(saysInternal(unread(text))).toBe(false);
  });

  test('a field that could be read says so too, wherever it came from', () => {
    const read = (visibility: 'internal' | 'public') => ({ ...unread(''), fields: { visibility } }) as Plan;
    expect([saysInternal(read('internal')), saysInternal(read('public'))]).toEqual([true, false]);
  });

  test('what stands far below is text', () => {
    expect(saysInternal(unread(`${'-'.repeat(20_000)}\nvisibility: internal`))).toBe(false);
  });

  test('a visibility that is there may say anything, one that is not says nothing', () => {
    expect(hidesVisibility(unread('visibility: p'))).toBe(true);
    for (const text of ['visibility:', 'title: visibility: p', 'visibility p', ''])
      expect(hidesVisibility(unread(text)), text).toBe(false);
    const read = { ...unread('visibility: public'), fields: { visibility: 'public' } } as Plan;
    expect(hidesVisibility(read)).toBe(false);
  });

  test('what says which record is its own is made out, the product by its id or its name', () => {
    const text = (product: string) =>
      unread(`id: P-1\nproduct: ${product}\n"version": "1.2",\nchannel = beta\n  title: 'Tables'`);
    const known = { id: 'p-1', version: '1.2', channel: 'beta', title: 'Tables' };
    expect(Object.values(guessIdentity(unread('nothing'), testSite)).filter(Boolean)).toEqual([]);
    expect(guessIdentity(text('API'), testSite)).toEqual({ ...known, product: 'api' });
    const named = {
      ...testSite,
      products: [
        { id: 'x', name: 'Other' },
        { id: 'pos', name: 'Point of Sale' },
      ],
    };
    expect(guessIdentity(text('point of sale'), named)).toEqual({ ...known, product: 'pos' });
    expect(guessIdentity(text('POS'), named)).toEqual({ ...known, product: 'pos' });
    expect(guessIdentity(text('none'), named)).toEqual({ ...known, product: undefined });
  });
});
