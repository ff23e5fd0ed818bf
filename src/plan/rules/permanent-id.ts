import type { Rule } from './rule.ts';

export const permanentId: Rule = {
  code: 'RP105',
  name: 'An id for good',
  severity: 'warning',
  what: 'A public plan has an id.',
  why: 'Addresses of changes and entries of feeds are made from it. Without one they are made from the version or the title, and break when those change.',
  source: 'product',
  fix: 'Add `id:` with a few small letters and digits that mean nothing, and never change it.',
  check: ({ fields, places }) =>
    fields.visibility === 'public' && !fields.id
      ? [{ text: 'Unexpected public plan without an id', place: places.id ?? places.visibility }]
      : [],
  examples: {
    ok: ['---\ntitle: T\nid: t-8k2\nproduct: till\nstatus: planned\nvisibility: public\n---\n'],
    notOk: ['---\ntitle: T\nproduct: till\nstatus: planned\nvisibility: public\n---\n'],
  },
};
