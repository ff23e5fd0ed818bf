import type { Plan } from '../../plan/plan.ts';
import { internalHead, type Part, renderParts } from './plan-parts.ts';

const PARTS: readonly Part[] = [
  ['In short', 'summary'],
  ['What customers must do', 'upgrade', 'breaking'],
  ['What changes for them', 'included', 'improvements', 'security', 'deprecations', 'removals'],
  ['What is mended', 'fixes'],
  [
    'Who gets it, who does not, and why',
    'audience',
    'segments',
    'inclusion',
    'exclusion',
    'regions',
    'channels',
    'tiers',
  ],
  ['When they get it', 'rollout', 'waves', 'flags', 'maintenance'],
  ['What is still wrong, and the way around it', 'knownIssues'],
  ['What they ask for and do not get', 'excluded'],
  ['Questions and answers', 'faq'],
  ['When it is taken back', 'rollback'],
  ['What they are told, and when', 'announcements', 'materials'],
  ['Are we ready', 'readiness'],
  ['Whom to ask', 'raci', 'stakeholders', 'internalStakeholders', 'releaseGroup'],
];

/** What people in support must know before the first customer asks. */
export function renderSupportBrief(plan: Plan, product?: string): string {
  return `${[...internalHead('Support brief', plan, product), ...renderParts(plan, PARTS)].filter(Boolean).join('\n\n')}\n`;
}
