import { daysBetween } from '../../release/date.ts';
import { isUpcoming } from '../../release/vocabulary.ts';
import { featureUntil } from '../neighbours.ts';
import type { Rule } from './rule.ts';
import { releaseDayOf } from '../facts.ts';

export const offCadence: Rule = {
  code: 'RP091',
  name: 'Off the cadence',
  severity: 'warning',
  what: 'Where site.yaml has a cadence, a coming feature release of a product keeps at least half of that time after the one before.',
  why: 'A rhythm that customers can rely on needs no announcement.',
  source: '001',
  fix: 'Move the target, or put both into one release.',
  check(plan, { plans, settings }) {
    const { status, profile = 'feature' } = plan.fields;
    const day = releaseDayOf(plan);
    const every = settings.cadence?.every;
    if (!every || !day || !status || !isUpcoming(status) || profile !== 'feature') return [];
    const before = featureUntil(plan, day, plans)?.day;
    const gap = before && daysBetween(before, day);
    if (gap === undefined || gap === '' || gap >= every / 2) return [];
    return [
      {
        text: `Unexpected release ${gap} days after the one of ${before}, expected about ${every}`,
        place: plan.places.target,
      },
    ];
  },
  examples: {
    ok: [
      {
        plan: '---\ntitle: T\nid: t\nstatus: planned\ntarget: 2026-12-29\n---\n',
        others: ['---\ntitle: S\nid: s\nstatus: planned\ntarget: 2026-12-01\n---\n'],
        settings: { cadence: { every: 28 } },
      },
    ],
    notOk: [
      {
        plan: '---\ntitle: T\nid: t\nstatus: planned\ntarget: 2026-12-05\n---\n',
        others: ['---\ntitle: S\nid: s\nstatus: planned\ntarget: 2026-12-01\n---\n'],
        settings: { cadence: { every: 28 } },
      },
    ],
  },
};
