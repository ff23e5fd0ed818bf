import type { Kind } from '../release/vocabulary.ts';
import type { Profile } from './profiles.ts';

/**
 * The sections of a plan: headings and what stands under them. This table is the format; readers, the wall, templates,
 * completeness and documents all come from it.
 */

/** What a section is parsed into. */
export type SectionForm =
  | 'text'
  | 'changes'
  | 'excluded'
  | 'steps'
  | 'knownIssues'
  | 'components'
  | 'downloads'
  | 'audience'
  | 'inclusions'
  | 'exclusions'
  | 'words'
  | 'segments'
  | 'rollout'
  | 'waves'
  | 'windows'
  | 'questions'
  | 'objectives'
  | 'milestones'
  | 'metrics'
  | 'requirements'
  | 'dependencies'
  | 'people'
  | 'raci'
  | 'materials'
  | 'announcements'
  | 'approvals'
  | 'risks'
  | 'readiness'
  | 'validation'
  | 'actuals'
  | 'mitigations';

/**
 * `public`: published with a public plan · `opt-in`: published only where the plan's `publish` names it ·
 * `never`: published by nothing.
 */
export type SectionAudience = 'public' | 'opt-in' | 'never';

export interface Section {
  key: string;
  heading: string;
  aliases?: readonly string[];
  /** A part is read as one only under its whole or beside its siblings: “Regions” alone can mean anything. */
  partOf?: string;
  form: SectionForm;
  /** For changes: the kind that an item has where it does not say. */
  kind?: Kind;
  audience: SectionAudience;
  requiredFor?: readonly Profile[];
  /** What the author is asked. A section that holds only this is empty. */
  prompt: string;
}

export const sections = [
  {
    key: 'summary',
    heading: 'Summary',
    aliases: ['tl;dr', 'in short', 'executive summary'],
    form: 'text',
    audience: 'public',
    requiredFor: ['feature', 'hotfix', 'maintenance', 'beta', 'deprecation'],
    prompt: 'What changes for the customer, in one to three sentences.',
  },
  {
    key: 'highlights',
    heading: 'Highlights',
    aliases: ['key highlights', 'what stands out'],
    form: 'text',
    audience: 'public',
    prompt: 'The few things worth a picture or a paragraph.',
  },
  {
    key: 'overview',
    heading: 'Product overview',
    aliases: ['overview', 'about this release', 'background'],
    form: 'text',
    audience: 'opt-in',
    requiredFor: ['feature'],
    prompt: 'What is being released, for whom, and what it is good for.',
  },
  {
    key: 'functionality',
    heading: 'Main functionality',
    aliases: ['functionality', 'core functionality', 'key functionality'],
    form: 'text',
    audience: 'opt-in',
    prompt: 'What it does and what is new about how it does it.',
  },
  {
    key: 'value',
    heading: 'Value proposition',
    aliases: ['benefits', 'customer value', 'customer benefits'],
    form: 'text',
    audience: 'opt-in',
    prompt: 'What the customer gains, benefit by benefit.',
  },
  {
    key: 'differentiation',
    heading: 'Differentiation',
    aliases: ['competitive differentiation', 'competitors', 'competition', 'competitive landscape'],
    form: 'text',
    audience: 'never',
    prompt: 'What sets it apart from what others offer. Stays internal.',
  },
  {
    key: 'audience',
    heading: 'Target audience',
    aliases: [
      'target customers',
      'target customers for release',
      'target customers for this release',
      'who it is for',
      'audience',
      'target users',
    ],
    form: 'audience',
    audience: 'public',
    requiredFor: ['feature', 'beta'],
    prompt: 'Who gets this release and who does not, and why.',
  },
  {
    key: 'segments',
    heading: 'Segments',
    aliases: ['customer segments', 'personas', 'target segments'],
    partOf: 'audience',
    form: 'segments',
    audience: 'opt-in',
    prompt: 'The groups of customers that this is made for.',
  },
  {
    key: 'inclusion',
    heading: 'Inclusion criteria',
    aliases: ['inclusions', 'included customers', 'who gets it', 'in scope customers'],
    partOf: 'audience',
    form: 'inclusions',
    audience: 'public',
    prompt: 'What puts a customer in: region, plan, channel, device.',
  },
  {
    key: 'exclusion',
    heading: 'Exclusion criteria',
    aliases: ['exclusions', 'excluded customers', 'who does not get it', 'not included customers'],
    partOf: 'audience',
    form: 'exclusions',
    audience: 'public',
    prompt: 'What keeps a customer out, each with its reason.',
  },
  {
    key: 'regions',
    heading: 'Regions',
    aliases: ['markets', 'countries'],
    partOf: 'audience',
    form: 'words',
    audience: 'opt-in',
    prompt: 'Countries or regions, such as EU, GB, APAC.',
  },
  {
    key: 'channels',
    heading: 'Channels',
    aliases: ['platforms'],
    partOf: 'audience',
    form: 'words',
    audience: 'opt-in',
    prompt: 'Web, mobile, partner portal …',
  },
  {
    key: 'tiers',
    heading: 'Plan tiers',
    aliases: ['tiers', 'plans', 'subscription plans', 'editions'],
    partOf: 'audience',
    form: 'words',
    audience: 'opt-in',
    prompt: 'Which subscription plans include it.',
  },
  {
    key: 'validationContacts',
    heading: 'Validation contacts',
    aliases: ['pilot contacts', 'test participants', 'reference customers'],
    form: 'people',
    audience: 'never',
    prompt: 'Who tries it before the others, by role and segment. Never published.',
  },
  {
    key: 'alignment',
    heading: 'Strategic alignment',
    aliases: ['strategy', 'business alignment', 'strategic fit'],
    form: 'text',
    audience: 'never',
    requiredFor: ['feature'],
    prompt: 'Which goal or initiative this serves.',
  },
  {
    key: 'objectives',
    heading: 'Release objectives',
    aliases: ['objectives', 'smart objectives', 'goals and objectives', 'release goals', 'goals'],
    form: 'objectives',
    audience: 'opt-in',
    requiredFor: ['feature'],
    prompt: 'Each goal with its measure, why it can be reached, why it matters, and by when.',
  },
  {
    key: 'goals',
    heading: 'Specific goals',
    partOf: 'objectives',
    form: 'objectives',
    audience: 'opt-in',
    prompt: 'One sentence a goal, so that two people would understand the same.',
  },
  {
    key: 'metrics',
    heading: 'Metrics for measurement',
    aliases: ['metrics', 'success measures', 'success metrics', 'kpis', 'key metrics'],
    form: 'metrics',
    audience: 'opt-in',
    requiredFor: ['feature', 'beta'],
    prompt: 'Name, where it stands today, target, unit, time window, and for which segment.',
  },
  {
    key: 'achievability',
    heading: 'Achievability',
    partOf: 'objectives',
    form: 'text',
    audience: 'opt-in',
    prompt: 'Why the goals can be reached with the time and people there are.',
  },
  {
    key: 'relevance',
    heading: 'Relevance to strategy',
    aliases: ['relevance'],
    partOf: 'objectives',
    form: 'text',
    audience: 'opt-in',
    prompt: 'Why these goals and not others.',
  },
  {
    key: 'timeline',
    heading: 'Timeline for completion',
    aliases: ['timeline', 'milestones', 'schedule'],
    partOf: 'objectives',
    form: 'milestones',
    audience: 'opt-in',
    prompt: 'Milestones with their dates.',
  },
  {
    key: 'scope',
    heading: 'Release scope',
    aliases: ['scope'],
    form: 'text',
    audience: 'never',
    prompt: 'The sections below say what is in and what is out.',
  },
  {
    key: 'included',
    heading: 'Included features',
    aliases: ['features', 'new features', 'added', 'what’s new', 'whats new', 'new', 'in scope'],
    form: 'changes',
    kind: 'added',
    audience: 'public',
    requiredFor: ['feature', 'beta'],
    prompt: 'Each feature in the customer’s words, with what it is for.',
  },
  {
    key: 'improvements',
    heading: 'Improvements',
    aliases: ['changed', 'changes', 'enhancements', 'improved'],
    form: 'changes',
    kind: 'changed',
    audience: 'public',
    prompt: 'What works better or otherwise than before.',
  },
  {
    key: 'fixes',
    heading: 'Bug fixes',
    aliases: ['fixed', 'fixes', 'bugfixes', 'resolved issues'],
    form: 'changes',
    kind: 'fixed',
    audience: 'public',
    requiredFor: ['hotfix'],
    prompt: 'What was broken, for whom, and that it works again.',
  },
  {
    key: 'security',
    heading: 'Security',
    aliases: ['security fixes', 'security updates'],
    form: 'changes',
    kind: 'security',
    audience: 'public',
    prompt: 'What was at risk, who is affected, what to do.',
  },
  {
    key: 'deprecations',
    heading: 'Deprecations',
    aliases: ['deprecated', 'deprecated features'],
    form: 'changes',
    kind: 'deprecated',
    audience: 'public',
    requiredFor: ['deprecation'],
    prompt: 'What will go, when, and what to use instead.',
  },
  {
    key: 'removals',
    heading: 'Removals',
    aliases: ['removed', 'removed features'],
    form: 'changes',
    kind: 'removed',
    audience: 'public',
    prompt: 'What is gone, and what to use instead.',
  },
  {
    key: 'breaking',
    heading: 'Breaking changes',
    aliases: ['breaking', 'incompatible changes', 'backwards incompatible changes'],
    form: 'changes',
    kind: 'changed',
    audience: 'public',
    prompt: 'What stops working unless the customer acts, and how to act.',
  },
  {
    key: 'excluded',
    heading: 'Excluded features',
    aliases: ['out of scope', 'not included', 'not in this release', 'excluded'],
    form: 'excluded',
    audience: 'opt-in',
    requiredFor: ['feature'],
    prompt: 'What is left out, why, and when to look at it again.',
  },
  {
    key: 'requirements',
    heading: 'Non-functional requirements',
    aliases: ['nonfunctional requirements', 'nfr', 'nfrs', 'quality requirements'],
    form: 'requirements',
    audience: 'opt-in',
    requiredFor: ['feature'],
    prompt: 'Speed, safety, access: each with a measure, a target and a test.',
  },
  {
    key: 'upgrade',
    heading: 'Before you upgrade',
    aliases: [
      'migration steps',
      'migration',
      'upgrade steps',
      'upgrade notes',
      'how to upgrade',
      'upgrading',
    ],
    form: 'steps',
    audience: 'public',
    prompt: 'What must be done first, step by step, and who must do it.',
  },
  {
    key: 'dependenciesAndLimitations',
    heading: 'Dependencies and limitations',
    form: 'text',
    audience: 'never',
    prompt: 'The sections below hold dependencies and known limitations.',
  },
  {
    key: 'knownIssues',
    heading: 'Known issues',
    aliases: ['known limitations', 'limitations', 'known problems'],
    form: 'knownIssues',
    audience: 'public',
    prompt: 'What is still wrong, whom it touches, and how to get around it.',
  },
  {
    key: 'dependencies',
    heading: 'Dependencies',
    aliases: ['external dependencies'],
    form: 'dependencies',
    audience: 'never',
    prompt: 'What must be ready elsewhere, who has it, by when.',
  },
  {
    key: 'components',
    heading: 'Components',
    aliases: [
      'component versions',
      'versions',
      'packages',
      'sub-systems',
      'libraries',
      'sub-system versions',
    ],
    form: 'components',
    audience: 'public',
    prompt: 'Which parts changed, from which version to which.',
  },
  {
    key: 'downloads',
    heading: 'Downloads',
    aliases: ['artifacts', 'artefacts', 'assets', 'files'],
    form: 'downloads',
    audience: 'public',
    prompt: 'Files with address, size and SHA-256.',
  },
  {
    key: 'rollout',
    heading: 'Roll-out',
    aliases: [
      'rollout',
      'roll out',
      'roll-out plan',
      'rollout plan',
      'deployment',
      'deployment plan',
      'release plan rollout',
    ],
    form: 'rollout',
    audience: 'public',
    requiredFor: ['feature', 'beta'],
    prompt: 'Strategy, waves, feature flags, and how to go back.',
  },
  {
    key: 'waves',
    heading: 'Waves',
    aliases: ['rollout waves', 'roll-out waves', 'phases', 'phased rollout'],
    partOf: 'rollout',
    form: 'waves',
    audience: 'public',
    prompt: 'Each step: who, how many, where, from when to when, and what must hold to go on.',
  },
  {
    key: 'strategy',
    heading: 'Deployment strategy',
    aliases: ['rollout strategy', 'roll-out strategy', 'strategy'],
    partOf: 'rollout',
    form: 'text',
    audience: 'never',
    prompt: 'Shadow, rolling, canary, blue/green, standalone, or other.',
  },
  {
    key: 'flags',
    heading: 'Feature flags',
    aliases: ['flags'],
    partOf: 'rollout',
    form: 'words',
    audience: 'never',
    prompt: 'Which flags split the traffic, and their state for each wave.',
  },
  {
    key: 'rollback',
    heading: 'Rollback',
    aliases: ['roll-back', 'rollback plan', 'roll-back plan', 'backout plan'],
    partOf: 'rollout',
    form: 'text',
    audience: 'never',
    requiredFor: ['feature'],
    prompt: 'What makes us go back, who decides, and how it is done.',
  },
  {
    key: 'maintenance',
    heading: 'Maintenance window',
    aliases: ['maintenance windows', 'maintenance', 'planned downtime', 'downtime'],
    form: 'windows',
    audience: 'public',
    requiredFor: ['maintenance'],
    prompt: 'Start, end, time zone, what is affected and how.',
  },
  {
    key: 'faq',
    heading: 'FAQ',
    aliases: ['frequently asked questions', 'questions and answers', 'q&a'],
    form: 'questions',
    audience: 'public',
    prompt: 'What customers will ask, and the answer.',
  },
  {
    key: 'stakeholders',
    heading: 'Stakeholders and responsibilities',
    aliases: ['stakeholders', 'responsibilities', 'team'],
    form: 'people',
    audience: 'never',
    requiredFor: ['feature'],
    prompt: 'Who takes part, in which role, and how they are kept informed.',
  },
  {
    key: 'internalStakeholders',
    heading: 'Internal stakeholders',
    aliases: ['internal teams'],
    form: 'people',
    audience: 'never',
    prompt: 'Teams of ours, their role and what they answer for.',
  },
  {
    key: 'externalStakeholders',
    heading: 'External stakeholders',
    aliases: ['partners', 'vendors'],
    form: 'people',
    audience: 'never',
    prompt: 'Partners and vendors, their role and what they answer for.',
  },
  {
    key: 'raci',
    heading: 'RACI matrix',
    aliases: ['raci', 'responsibility matrix'],
    form: 'raci',
    audience: 'never',
    requiredFor: ['feature'],
    prompt: 'A table: activities down, roles across, R, A, C or I in the cells.',
  },
  {
    key: 'releaseGroup',
    heading: 'Release group',
    aliases: ['release team', 'war room'],
    form: 'people',
    audience: 'never',
    prompt: 'Who watches the release on the day.',
  },
  {
    key: 'readiness',
    heading: 'Readiness',
    aliases: ['team readiness', 'launch readiness', 'readiness checklist'],
    form: 'readiness',
    audience: 'never',
    prompt: 'Each team that talks to customers: trained, documented, staffed?',
  },
  {
    key: 'materials',
    heading: 'Marketing materials',
    aliases: ['materials', 'materials package', 'marketing materials package'],
    form: 'materials',
    audience: 'public',
    requiredFor: ['feature'],
    prompt: 'Articles, videos, guides: title, address, owner, state.',
  },
  {
    key: 'gtm',
    heading: 'Go-to-market',
    aliases: ['go to market', 'gtm', 'launch plan'],
    form: 'text',
    audience: 'never',
    prompt: 'The sections below hold materials and announcements.',
  },
  {
    key: 'announcements',
    heading: 'Announcements',
    aliases: ['release announcements', 'communication plan', 'communications'],
    form: 'announcements',
    audience: 'never',
    requiredFor: ['feature'],
    prompt: 'To whom, through which channel, on which day, in which state.',
  },
  {
    key: 'approvals',
    heading: 'Approvals',
    aliases: ['approval', 'sign-off', 'sign off', 'signoff'],
    form: 'approvals',
    audience: 'never',
    prompt: 'Role, decision, day.',
  },
  {
    key: 'risks',
    heading: 'Risks',
    aliases: ['risk', 'risk management', 'risks and mitigations', 'risk register'],
    form: 'risks',
    audience: 'never',
    requiredFor: ['feature', 'beta', 'maintenance', 'deprecation'],
    prompt: 'What can go wrong, how likely, how bad, what we do about it.',
  },
  {
    key: 'validation',
    heading: 'Validation',
    aliases: ['validation report', 'post-release validation', 'results'],
    form: 'validation',
    audience: 'opt-in',
    prompt: 'After the release: what was measured, what went wrong, what was done.',
  },
  {
    key: 'actuals',
    heading: 'Metric actuals',
    aliases: ['actuals', 'measured', 'measurements'],
    partOf: 'validation',
    form: 'actuals',
    audience: 'opt-in',
    prompt: 'Each metric’s value and when it was read.',
  },
  {
    key: 'mitigations',
    heading: 'Issues and mitigations',
    aliases: ['issues encountered', 'problems and mitigations'],
    partOf: 'validation',
    form: 'mitigations',
    audience: 'opt-in',
    prompt: 'What went wrong after the release, and what was done about it.',
  },
  {
    key: 'retrospective',
    heading: 'Retrospective',
    aliases: ['lessons learned', 'retro'],
    form: 'text',
    audience: 'never',
    prompt: 'What to keep, what to change.',
  },
  {
    key: 'followUps',
    heading: 'Follow-ups',
    aliases: ['follow ups', 'next steps', 'action items'],
    form: 'text',
    audience: 'never',
    prompt: 'What goes into the next plan.',
  },
] as const satisfies readonly Section[];

export type SectionKey = (typeof sections)[number]['key'];
