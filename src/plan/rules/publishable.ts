import { isShipped } from '../../release/vocabulary.ts';
import type { Rule } from './rule.ts';

export const publishable: Rule = {
  code: 'RP104',
  name: 'What a public plan must say',
  severity: 'error',
  what: 'A public plan has a title, a status, a product where the site has several, and its day once it has shipped.',
  why: 'Without them there is no page, no address and no place in the changelog.',
  source: 'product',
  fix: 'Add the field to the front matter.',
  fixed: true,
  check({ fields, places }, { settings }) {
    const { title, status, product, released, visibility } = fields;
    if (visibility !== 'public') return [];
    const place = places.visibility;
    return [
      !title && { text: 'Unexpected public plan without a title', place: places.title ?? place },
      !status && { text: 'Unexpected public plan without a status', place: places.status ?? place },
      !product &&
        settings.site.products.length > 1 && {
          text: 'Unexpected public plan without a product, the site has several',
          place: places.product ?? place,
          hint: `Possible are ${settings.site.products.map(({ id }) => id).join(', ')}.`,
        },
      status &&
        isShipped(status) &&
        !released && {
          text: `Unexpected plan that is ${status} without the day on which it shipped`,
          place: places.status,
          hint: 'Add `released: 2026-11-18`.',
        },
    ].filter((finding) => typeof finding === 'object');
  },
  examples: {
    ok: [
      '---\ntitle: T\nid: t\nproduct: till\nstatus: planned\nvisibility: public\n---\n',
      '## Summary\n\nText\n',
    ],
    notOk: [
      '---\nid: t\nproduct: till\nstatus: planned\nvisibility: public\n---\n',
      '---\ntitle: T\nid: t\nproduct: till\nvisibility: public\n---\n',
      '---\ntitle: T\nid: t\nstatus: planned\nvisibility: public\n---\n',
      '---\ntitle: T\nid: t\nproduct: till\nstatus: released\nvisibility: public\n---\n\n## Approvals\n\n- PM: approved, 2026-10-20\n',
    ],
  },
};
