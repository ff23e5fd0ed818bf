import { daysBetween } from '../../release/date.ts';
import type { Finding, PlanContext, RuleText } from './rule.ts';

/** About the roadmap as a whole, so that it is looked for once and not in every plan. */
export const reviewOverdue: RuleText = {
  code: 'RP083',
  name: 'Review overdue',
  severity: 'warning',
  what: 'The roadmap was reviewed as recently as its settings promise (`roadmap.updated`, `roadmap.reviewEvery`).',
  why: 'The roadmap shows its readers when it was last looked through, and when that is due again.',
  source: '001',
  fix: 'Look through the roadmap, and set `roadmap.updated` in site.yaml to the day.',
};

export function findOverdueReview({ settings, today }: Pick<PlanContext, 'settings' | 'today'>): Finding[] {
  const { updated, reviewEvery } = settings.site.roadmap;
  const days = updated ? daysBetween(updated, today) - reviewEvery : 0;
  if (!updated || days <= 0) return [];
  return [
    {
      text: `Unexpected roadmap of ${updated}, expected a review within ${reviewEvery} days; it is ${days} days overdue`,
    },
  ];
}
