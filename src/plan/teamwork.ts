import type { Place } from './document.ts';

/** Who does what for a release, what they wait for and what they fear. All of it is internal. */

export interface PlanPerson {
  /** How the plan calls them: by a role where it says one, else by name or by team. */
  role: string;
  /** Only beside a role. */
  name?: string;
  team?: string;
  responsibility?: string;
  /** How they are kept informed. */
  communication?: string;
  side?: 'internal' | 'external';
  /** For people who try a release before the others: whom they stand for. */
  segment?: string;
  place?: Place;
}

/** Responsible, accountable, consulted, informed. */
export const raciLetters = ['R', 'A', 'C', 'I'] as const;
export type RaciLetter = (typeof raciLetters)[number];

export interface PlanRaci {
  activities: RaciActivity[];
}

export interface RaciActivity {
  activity: string;
  assignments: RaciAssignment[];
  place?: Place;
}

export interface RaciAssignment {
  role: string;
  /** In the order of `raciLetters`, never empty. */
  letters: RaciLetter[];
}

export interface PlanDependency {
  name: string;
  owner?: string;
  status?: string;
  /** A partial date. */
  neededBy?: string;
  notes?: string;
  place?: Place;
}

export interface PlanRisk {
  risk: string;
  probability?: string;
  impact?: string;
  mitigation?: string;
  owner?: string;
  place?: Place;
}

export interface PlanReadiness {
  team: string;
  ready?: boolean;
  missing?: string;
  place?: Place;
}

export const decisions = ['approved', 'rejected', 'pending'] as const;
export type Decision = (typeof decisions)[number];

export interface PlanApproval {
  role: string;
  decision?: Decision;
  /** The day of the decision. */
  date?: string;
  /** Of what was approved; see `fingerprint.ts`. */
  fingerprint?: string;
  place?: Place;
}
