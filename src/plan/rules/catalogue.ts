import { announcementTime } from './announcement-time.ts';
import { approvalValid } from './approval-valid.ts';
import { contactSegment } from './contact-segment.ts';
import { contradictingCriteria } from './contradicting-criteria.ts';
import { criterionReason } from './criterion-reason.ts';
import { exclusionReason } from './exclusion-reason.ts';
import { inAndOut } from './in-and-out.ts';
import { inclusionCriteria } from './inclusion-criteria.ts';
import { knownPeople } from './known-people.ts';
import { legalMove } from './legal-move.ts';
import { legalReview } from './legal-review.ts';
import { materialsReady } from './materials-ready.ts';
import { measurableGoal } from './measurable-goal.ts';
import { measurableRequirement } from './measurable-requirement.ts';
import { metricSegment } from './metric-segment.ts';
import { offCadence } from './off-cadence.ts';
import { oneAccountable } from './one-accountable.ts';
import { overCapacity } from './over-capacity.ts';
import { partialWave } from './partial-wave.ts';
import { pastTarget } from './past-target.ts';
import { permanentId } from './permanent-id.ts';
import { publicReason } from './public-reason.ts';
import { publishable } from './publishable.ts';
import { readingRules } from './reading-rules.ts';
import { realFix } from './real-fix.ts';
import { replacementCycle } from './replacement-cycle.ts';
import { reviewOverdue } from './review-overdue.ts';
import { roadmapDates } from './roadmap-dates.ts';
import type { Rule, RuleText } from './rule.ts';
import { shippedHorizon } from './shipped-horizon.ts';
import { smartFacets } from './smart-facets.ts';
import { somebodyResponsible } from './somebody-responsible.ts';
import { tracedChanges } from './traced-changes.ts';
import { unfilledSection } from './unfilled-section.ts';
import { validationReport } from './validation-report.ts';
import { versionGrows } from './version-grows.ts';
import { waveOrder } from './wave-order.ts';
import { wayBack } from './way-back.ts';
import { windowNotice } from './window-notice.ts';

/** The rules that look at a plan, in the order of their codes. */
export const rules: readonly Rule[] = [
  oneAccountable,
  somebodyResponsible,
  knownPeople,
  smartFacets,
  measurableGoal,
  exclusionReason,
  inAndOut,
  measurableRequirement,
  inclusionCriteria,
  criterionReason,
  contradictingCriteria,
  metricSegment,
  contactSegment,
  legalReview,
  waveOrder,
  partialWave,
  wayBack,
  windowNotice,
  approvalValid,
  announcementTime,
  materialsReady,
  validationReport,
  versionGrows,
  realFix,
  replacementCycle,
  roadmapDates,
  shippedHorizon,
  pastTarget,
  tracedChanges,
  offCadence,
  overCapacity,
  unfilledSection,
  publishable,
  permanentId,
  publicReason,
  legalMove,
];

/** Every code that a message can have, with its documentation, in the order of the codes. */
export const catalogue: readonly RuleText[] = [...rules, reviewOverdue, ...readingRules].toSorted((a, b) =>
  a.code < b.code ? -1 : 1,
);
