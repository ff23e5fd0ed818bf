import { isDay } from '../release/date.ts';
import type { Status } from '../release/vocabulary.ts';
import { normaliseName } from './fields.ts';
import type { PlanObjective } from './goals.ts';
import type { Place } from './document.ts';
import type { Plan, PlanChange, PlanCriterion, PlanMetric, PlanWave } from './plan.ts';
import type { SectionKey } from './sections.ts';
import type { PlanApproval, PlanPerson } from './teamwork.ts';

/** What a plan tells, wherever its author put it: rules ask here and need not know that waves may stand in three sections. */

export function changesOf({ values }: Plan): PlanChange[] {
  const { included, improvements, fixes, security, deprecations, removals, breaking } = values;
  return [included, improvements, fixes, security, deprecations, removals, breaking].flatMap(
    (each) => each ?? [],
  );
}

export function wavesOf({ values }: Plan): PlanWave[] {
  const { waves, rollout, audience } = values;
  return [waves, rollout?.waves, audience?.waves].find((each) => each && each.length > 0) ?? [];
}

export function flagsOf({ values }: Plan): string[] {
  return [...(values.flags ?? []), ...(values.rollout?.flags ?? [])];
}

export function strategyOf({ values }: Plan): string | undefined {
  return values.rollout?.strategy ?? values.strategy;
}

export function hasRollback({ values }: Plan): boolean {
  return Boolean(values.rollback ?? values.rollout?.rollback);
}

export function inclusionsOf({ values }: Plan): PlanCriterion[] {
  return [...(values.audience?.include ?? []), ...(values.inclusion ?? [])];
}

export function exclusionsOf({ values }: Plan): PlanCriterion[] {
  return [...(values.audience?.exclude ?? []), ...(values.exclusion ?? [])];
}

export function segmentsOf({ values }: Plan): string[] {
  return [...(values.segments ?? []).map((segment) => segment.name), ...(values.audience?.segments ?? [])];
}

export function goalsOf({ values }: Plan): PlanObjective[] {
  return [...(values.objectives ?? []), ...(values.goals ?? [])];
}

/** Every metric that a plan promises, those of its goals included. */
export function metricsOf(plan: Plan): PlanMetric[] {
  const { values } = plan;
  return [
    ...(values.metrics ?? []),
    ...(values.audience?.metrics ?? []),
    ...goalsOf(plan).flatMap((goal) => goal.metrics),
  ];
}

export function peopleOf({ values }: Plan): PlanPerson[] {
  const { stakeholders, internalStakeholders, externalStakeholders, releaseGroup } = values;
  return [stakeholders, internalStakeholders, externalStakeholders, releaseGroup].flatMap(
    (each) => each ?? [],
  );
}

/** What each role decided last: an approval that is asked for again stands below the one that it replaces. */
export function approvalsOf({ values }: Plan): PlanApproval[] {
  const approvals = values.approvals ?? [];
  return approvals.filter(
    ({ role }, index) => !approvals.slice(index + 1).some((later) => isSame(later.role, role)),
  );
}

/** The day of the release, where it is told to the day. */
export function releaseDayOf({ fields }: Plan): string | undefined {
  return fields.released ?? (fields.target && isDay(fields.target) ? fields.target : undefined);
}

export function hasStatus(plan: Plan, ...statuses: readonly Status[]): boolean {
  return plan.fields.status !== undefined && statuses.includes(plan.fields.status);
}

/** Where a section begins, or the first of several that was written. */
export function placeOfSection(plan: Plan, ...keys: readonly SectionKey[]): Place | undefined {
  return keys
    .map((key) => plan.sections.find((section) => section.key === key)?.place)
    .find((place) => place !== undefined);
}

/** True where two names are spelt alike, whatever their case, markup and punctuation. */
export function isSame(left: string, right: string): boolean {
  return normaliseName(left) === normaliseName(right);
}
