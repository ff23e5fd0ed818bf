import { canMove, getMoves } from '../life.ts';
import type { Rule } from './rule.ts';

export const legalMove: Rule = {
  code: 'RP107',
  name: 'A step that life allows',
  severity: 'warning',
  what: 'From one publication to the next, a plan’s status moves as releases do.',
  why: 'What was yanked is not planned again, and what is a draft today was not at its end yesterday: one of the two is a slip.',
  source: 'product',
  fix: 'Set the status that is true. Where the work begins anew, write a new plan.',
  check({ fields, places }, { previousStatus }) {
    const before = fields.id ? previousStatus?.get(fields.id) : undefined;
    if (!before || !fields.status || canMove(before, fields.status)) return [];
    return [
      {
        text: `Unexpected step from ${before} to ${fields.status}, expected ${getMoves(before).join(', ') || 'none'}`,
        place: places.status,
      },
    ];
  },
  examples: {
    ok: [
      { plan: '---\ntitle: T\nid: t\nstatus: delayed\n---\n', previous: 'in development' },
      { plan: '---\ntitle: T\nid: t\nstatus: planned\n---\n', previous: 'planned' },
    ],
    notOk: [{ plan: '---\ntitle: T\nid: t\nstatus: planned\n---\n', previous: 'yanked' }],
  },
};
