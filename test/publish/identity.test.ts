import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { guessIdentity, hidesVisibility, saysInternal } from '../../src/publish/identity.ts';
import { testSite } from '../plans.ts';

/** A plan of which nothing could be read. */
const unread = (text: string) => ({ file: new VFile(text), fields: {} }) as Plan;

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
