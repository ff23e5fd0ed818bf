import type { Place } from './document.ts';
import type { PlanMetric } from './plan.ts';

/** What a release is for, what it must reach, and what it reached. */

export interface PlanSegment {
  /** What others name it by: in criteria, metrics and contacts. */
  name: string;
  /** Markdown: what its customers have in common. */
  text?: string;
  /** How many customers. */
  size?: number;
  place?: Place;
}

/** A goal with the facets of SMART, each a value of its own, so that a missing one can be named. */
export interface PlanObjective {
  goal: string;
  /** Markdown: what is said beside the facets. */
  text?: string;
  metrics: PlanMetric[];
  achievability?: string;
  relevance?: string;
  /** A partial date. */
  deadline?: string;
  milestones: PlanMilestone[];
  place?: Place;
}

export interface PlanMilestone {
  name: string;
  /** A partial date. */
  date?: string;
  place?: Place;
}

export interface PlanRequirement {
  requirement: string;
  category?: string;
  /** What is measured: seconds, screens, errors. */
  measure?: string;
  target?: string;
  test?: string;
  place?: Place;
}

/** What a metric came to after the release. */
export interface PlanActual {
  metric: string;
  value?: number;
  unit?: string;
  readOn?: string;
  place?: Place;
}

/** What went wrong after the release, and what was done about it. */
export interface PlanMitigation {
  issue: string;
  mitigation?: string;
  place?: Place;
}

export interface PlanValidation {
  /** Markdown: what is said beside the tables. */
  text?: string;
  actuals: PlanActual[];
  mitigations: PlanMitigation[];
}
