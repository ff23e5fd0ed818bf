import type { Kind } from '../release/vocabulary.ts';
import type { Profile } from './profiles.ts';
import { launchSections } from './sections/launch.ts';
import { objectiveSections } from './sections/objectives.ts';
import { peopleSections } from './sections/people.ts';
import { productSections } from './sections/product.ts';
import { rolloutSections } from './sections/rollout.ts';
import { scopeSections } from './sections/scope.ts';

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
  ...productSections,
  ...objectiveSections,
  ...scopeSections,
  ...rolloutSections,
  ...peopleSections,
  ...launchSections,
] as const satisfies readonly Section[];

export type SectionKey = (typeof sections)[number]['key'];
