import { daysBetween } from '../../release/date.ts';
import type { PlanMetric } from '../plan.ts';
import type { Rule } from './rule.ts';
import { hasStatus, isSame, metricsOf, placeOfSection } from '../facts.ts';

/** Days: a metric without a window of its own can be read after so long; after a year nobody will. */
const [USUAL_WINDOW, TOO_OLD] = [30, 365];

export const validationReport: Rule = {
  code: 'RP063',
  name: 'Metrics read',
  severity: 'warning',
  what: 'When the time window of a metric has passed after the release, the plan says what it came to.',
  why: 'A release is done when somebody has looked whether it did what it was for.',
  source: '003',
  fix: 'Add the value to “Metric actuals” under “Validation”, with the day on which it was read.',
  check(plan, { today }) {
    const { released } = plan.fields;
    if (!released || !hasStatus(plan, 'released')) return [];
    const age = daysBetween(released, today);
    if (age > TOO_OLD) return [];
    const read = [...(plan.values.actuals ?? []), ...(plan.values.validation?.actuals ?? [])];
    const due = metricsOf(plan).filter(
      ({ name, window = USUAL_WINDOW }) => age > window && !read.some(({ metric }) => isSame(metric, name)),
    );
    if (due.length === 0) return [];
    return [
      {
        text: `Unexpected silence on ${nameAll(due)}, expected what was measured since the release`,
        place: placeOfSection(plan, 'actuals', 'validation', 'metrics', 'objectives', 'audience'),
      },
    ];
  },
  examples: {
    ok: [
      {
        plan: '---\ntitle: T\nid: t\nstatus: released\nreleased: 2026-06-01\n---\n\n## Approvals\n\n- PM: approved, 2026-05-02\n\n## Metrics\n\n- 30 % adoption in kiosks within 30 days\n\n## Validation\n\n### Metric actuals\n\n- adoption: 34 % (2026-07-02)\n',
        today: '2026-07-10',
      },
    ],
    notOk: [
      {
        plan: '---\ntitle: T\nid: t\nstatus: released\nreleased: 2026-06-01\n---\n\n## Approvals\n\n- PM: approved, 2026-05-02\n\n## Metrics\n\n- 30 % adoption in kiosks within 30 days\n',
        today: '2026-07-10',
      },
    ],
  },
};

function nameAll(metrics: readonly PlanMetric[]): string {
  const names = [...new Set(metrics.map(({ name }) => `“${name}”`))];
  return names.length > 2
    ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
    : names.join(' and ');
}
