import type { PlanChange } from '../plan.ts';
import type { Rule } from './rule.ts';
import { changesOf, placeOfSection, segmentsOf, inclusionsOf } from '../facts.ts';

export const tracedChanges: Rule = {
  code: 'RP090',
  name: 'Traced changes',
  severity: 'info',
  what: 'Where a plan names stories, each feature and improvement has one; and the plan says for which customers they are.',
  why: 'From a story to its customers and back is how one finds out what a delay touches.',
  source: '004',
  fix: 'Add “Story: …” below the change, and segments or inclusion criteria to the plan.',
  check(plan) {
    const traced = changesOf(plan).filter(isTraced);
    const { included = [], improvements = [] } = plan.values;
    const first = traced[0];
    if (!first) return [];
    const untraced = [...included, ...improvements]
      .filter((change) => !isTraced(change))
      .map(({ title, place }) => ({ text: `Unexpected change “${title}” without a story`, place }));
    const hasFeatures = included.some(isTraced);
    const isForAnybody = segmentsOf(plan).length === 0 && inclusionsOf(plan).length === 0;
    const wantsSegments = plan.fields.profile !== 'hotfix' && hasFeatures && isForAnybody;
    return [
      ...untraced,
      ...(wantsSegments
        ? [
            {
              text: 'Unexpected stories without customers that they are for, expected a segment',
              place: placeOfSection(plan, 'included'),
            },
          ]
        : []),
    ];
  },
  examples: {
    ok: [
      '## Target audience\n\n- Kiosks\n\n## Included features\n\n- One\n  - Story: T-1\n- Two\n  - Story: T-2\n',
      '## Included features\n\n- One\n- Two\n',
    ],
    notOk: [
      '## Target audience\n\n- Kiosks\n\n## Included features\n\n- One\n  - Story: T-1\n- Two\n',
      '## Included features\n\n- One\n  - Story: T-1\n',
    ],
  },
};

function isTraced({ stories, epics }: PlanChange): boolean {
  return stories.length > 0 || epics.length > 0;
}
