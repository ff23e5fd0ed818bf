import type { VFile } from 'vfile';
import type { Confidence, Horizon, Kind, Stage, Status, WaveState } from '../release/vocabulary.ts';
import type { Link } from '../release/release.ts';
import type { Place } from './document.ts';
import type { precisions, visibilities } from './fields.ts';
import type {
  PlanActual,
  PlanMilestone,
  PlanMitigation,
  PlanObjective,
  PlanRequirement,
  PlanSegment,
  PlanValidation,
} from './goals.ts';
import type { PlanAnnouncement, PlanMaterial } from './launch.ts';
import type { SectionForm, SectionKey, sections } from './sections.ts';
import type { UnknownSection } from './split-sections.ts';
import type {
  PlanApproval,
  PlanDependency,
  PlanPerson,
  PlanRaci,
  PlanReadiness,
  PlanRisk,
} from './teamwork.ts';

/**
 * A plan as it is understood: typed values. It holds internal information; the only way from here to anything public is
 * `publish`. Texts are Markdown with one paragraph a line.
 */
export interface Plan {
  /** Where it was read; carries what was found wrong with it. */
  file: VFile;
  url?: string;
  fields: PlanFields;
  /** Where each field stands. */
  places: Partial<Record<keyof PlanFields, Place>>;
  values: PlanValues;
  /** The sections that were written, in order. `filled` is false where there is nothing but the template's prompt. */
  sections: PlanSection[];
  unknown: UnknownSection[];
}

export interface PlanSection {
  key: SectionKey;
  heading: string;
  filled: boolean;
  /** The whole section as Markdown, without internal notes. */
  text: string;
  /** The same without what is for those inside although the section is opted in. */
  openText(): string;
  place?: Place;
}

export interface PlanFields {
  title?: string;
  id?: string;
  profile?: string;
  product?: string;
  version?: string;
  channel?: string;
  status?: Status;
  reason?: string;
  stage?: Stage;
  visibility?: (typeof visibilities)[number];
  publish?: string[];
  horizon?: Horizon;
  initiative?: string;
  theme?: string;
  target?: string;
  confidence?: Confidence;
  precision?: (typeof precisions)[number];
  released?: string;
  publishAt?: string;
  editedAt?: string;
  editNote?: string;
  summary?: string;
  aliases?: string[];
  locale?: string;
  translationOf?: string;
  owner?: string;
  releaseManager?: string;
  tags?: string[];
}

/** What each form of section is parsed into. */
export interface FormValues {
  text: string;
  changes: PlanChange[];
  excluded: Exclusion[];
  steps: PlanStep[];
  knownIssues: PlanKnownIssue[];
  components: PlanComponent[];
  downloads: PlanDownload[];
  audience: PlanAudience;
  inclusions: PlanCriterion[];
  exclusions: PlanCriterion[];
  words: string[];
  rollout: PlanRollout;
  waves: PlanWave[];
  windows: PlanWindow[];
  questions: PlanQuestion[];
  metrics: PlanMetric[];
  segments: PlanSegment[];
  objectives: PlanObjective[];
  milestones: PlanMilestone[];
  requirements: PlanRequirement[];
  dependencies: PlanDependency[];
  people: PlanPerson[];
  raci: PlanRaci;
  materials: PlanMaterial[];
  announcements: PlanAnnouncement[];
  approvals: PlanApproval[];
  risks: PlanRisk[];
  readiness: PlanReadiness[];
  validation: PlanValidation;
  actuals: PlanActual[];
  mitigations: PlanMitigation[];
}

type FormOf<Key extends SectionKey> = Extract<(typeof sections)[number], { key: Key }>['form'];

/** The typed value of each section that was filled. */
export type PlanValues = {
  [Key in SectionKey]?: ValueOf<FormOf<Key>>;
};

/** A form without a type does not compile. */
export type ValueOf<Form extends SectionForm> = FormValues[Form];

export interface PlanChange {
  /** Only where its author gave one. */
  id?: string;
  kind: Kind;
  title: string;
  text?: string;
  purpose?: string;
  component?: string;
  breaking?: true;
  action?: string;
  removal?: string;
  replacement?: string;
  links: Link[];
  epics: string[];
  stories: string[];
  impact?: string;
  urgency?: string;
  points?: string;
  place?: Place;
}

export interface Exclusion {
  what: string;
  reason?: string;
  revisit?: string;
  place?: Place;
}

export interface PlanStep {
  text: string;
  who?: string;
  link?: Link;
}

export interface PlanKnownIssue {
  id?: string;
  title: string;
  text?: string;
  affects?: string;
  workaround?: string;
  discoveredIn?: string;
  fixedIn?: string;
  place?: Place;
}

export interface PlanComponent {
  name: string;
  kind?: string;
  from?: string;
  to?: string;
  notes?: string;
}

export interface PlanDownload {
  file: string;
  url: string;
  /** Bytes. */
  size?: number;
  sha256?: string;
}

export interface PlanCriterion {
  text: string;
  reason?: string;
  regions: string[];
  channels: string[];
  tiers: string[];
  place?: Place;
}

export interface PlanAudience {
  /** Markdown: what is said beside the lists. */
  text?: string;
  segments: string[];
  include: PlanCriterion[];
  exclude: PlanCriterion[];
  regions: string[];
  channels: string[];
  tiers: string[];
  /** Where the target customers come with their roll-out and measures in one place. */
  waves: PlanWave[];
  metrics: PlanMetric[];
}

export interface PlanMetric {
  name: string;
  unit?: string;
  baseline?: number;
  comparator?: Comparator;
  target?: number;
  /** Days. */
  window?: number;
  segment?: string;
  place?: Place;
}

export type Comparator = 'at least' | 'more than' | 'at most' | 'less than' | 'exactly';

export interface PlanWave {
  name: string;
  cohort?: string;
  /** How many customers. */
  size?: number;
  /** Per cent. */
  share?: number;
  regions: string[];
  state?: WaveState;
  start?: string;
  end?: string;
  /** Days. */
  duration?: number;
  /** What must hold to go on to the next wave. */
  exit?: string;
  place?: Place;
}

export interface PlanRollout {
  strategy?: string;
  waves: PlanWave[];
  flags: string[];
  rollback?: string;
}

export interface PlanWindow {
  /** RFC 3339 with offset. */
  start: string;
  end: string;
  zone: string;
  /** No zone was written: `zone` is the site's. */
  zoneAssumed?: true;
  impact?: string;
  affected: string[];
  /** When or how customers were told. */
  notice?: string;
  place?: Place;
}

export interface PlanQuestion {
  question: string;
  answer: string;
}
