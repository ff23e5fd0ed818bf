import { checkGate } from '../../plan/gates.ts';
import type { Plan } from '../../plan/plan.ts';
import { renderGate } from './gate-list.ts';
import { internalHead, type Part, renderParts } from './plan-parts.ts';

const PARTS: readonly Part[] = [
  [
    'What is in it',
    'summary',
    'included',
    'improvements',
    'fixes',
    'security',
    'deprecations',
    'removals',
    'breaking',
  ],
  ['What is not', 'excluded'],
  ['Who gets it', 'audience', 'segments', 'inclusion', 'exclusion', 'regions', 'channels', 'tiers'],
  ['How it is rolled out', 'strategy', 'rollout', 'waves', 'flags'],
  ['How to go back', 'rollback'],
  ['Maintenance', 'maintenance'],
  ['Before customers upgrade', 'upgrade'],
  ['Components', 'components'],
  ['What it waits for', 'dependencies', 'dependenciesAndLimitations', 'knownIssues'],
  ['Risks', 'risks'],
  ['Requirements', 'requirements'],
  ['Who decides and does what', 'releaseGroup', 'raci', 'stakeholders', 'internalStakeholders'],
  ['Approvals', 'approvals'],
  ['Materials and announcements', 'materials', 'announcements'],
];

/** What product marketing hands to release management (document 003): whether everything is there, and everything that is. */
export function renderHandOff(plan: Plan, product?: string): string {
  const parts = [
    ...internalHead('Hand-off to release management', plan, product),
    ...renderGate(checkGate('g1', plan)),
    ...renderParts(plan, PARTS),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
