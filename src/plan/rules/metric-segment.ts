import type { Rule } from './rule.ts';
import { inclusionsOf, metricsOf, segmentsOf } from '../facts.ts';

export const metricSegment: Rule = {
  code: 'RP033',
  name: 'A metric for the cohort',
  severity: 'warning',
  what: 'Where a release is for some customers, each metric says in which of them it is measured.',
  why: 'Among all customers, what the few gained cannot be seen.',
  source: '004',
  fix: 'Add the segment: “in kiosks”, or a column “Segment”.',
  check(plan) {
    if (segmentsOf(plan).length === 0 && inclusionsOf(plan).length === 0) return [];
    return metricsOf(plan)
      .filter(({ segment }) => !segment)
      .map(({ name, place }) => ({ text: `Unexpected metric “${name}” without a segment`, place }));
  },
  examples: {
    ok: [
      '## Target audience\n\n- Kiosks with one till\n\n## Metrics\n\n- 30 % adoption in kiosks within 30 days\n',
      '## Metrics\n\n- 30 % adoption within 30 days\n',
    ],
    notOk: ['## Target audience\n\n- Kiosks with one till\n\n## Metrics\n\n- 30 % adoption within 30 days\n'],
  },
};
