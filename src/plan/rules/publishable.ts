import { isShipped } from '../../release/vocabulary.ts';
import type { Plan } from '../plan.ts';
import type { Finding, Rule } from './rule.ts';

export const publishable: Rule = {
  code: 'RP104',
  name: 'What a public plan must say',
  severity: 'error',
  what: 'A public plan has a title, a status, a product where the site has several, and its day once it has shipped.',
  why: 'Without them there is no page, no address and no place in the changelog.',
  source: 'product',
  fix: 'Add the field to the front matter.',
  fixed: true,
  check(plan, { settings }) {
    const { status, visibility } = plan.fields;
    if (visibility !== 'public') return [];
    const isMissing = (key: 'title' | 'status' | 'product' | 'released') =>
      !plan.fields[key] && !isReported(plan, key);
    const place = (key: keyof Plan['fields']) => plan.places[key] ?? plan.places.visibility;
    const findings: (Finding | false)[] = [
      isMissing('title') && { text: 'Unexpected public plan without a title', place: place('title') },
      isMissing('status') && { text: 'Unexpected public plan without a status', place: place('status') },
      settings.site.products.length > 1 &&
        isMissing('product') && {
          text: 'Unexpected public plan without a product, the site has several',
          place: place('product'),
          hint: `Possible are ${settings.site.products.map(({ id }) => id).join(', ')}.`,
        },
      status !== undefined &&
        isShipped(status) &&
        isMissing('released') && {
          text: `Unexpected plan that is ${status} without the day on which it shipped`,
          place: place('status'),
          hint: 'Add `released: 2026-11-18`.',
        },
    ];
    return findings.filter((finding) => finding !== false);
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

/** A value that could not be read has an error of its own. */
function isReported({ file, places }: Plan, key: keyof Plan['fields']): boolean {
  const line = places[key]?.line;
  return (
    line !== undefined && file.messages.some((message) => message.fatal === true && message.line === line)
  );
}
