import type { PlanMilestone, PlanObjective, PlanSegment } from '../../../plan/goals.ts';
import type { Comparator, PlanCriterion, PlanMetric, PlanWave } from '../../../plan/plan.ts';
import { markdown, nested, plain, type WrittenItem, words } from '../plan-items.ts';

export function criterionItem({ text, reason, regions, channels, tiers }: PlanCriterion): WrittenItem {
  return {
    title: text,
    labels: [
      markdown('Reason', reason),
      words('Regions', regions),
      words('Channels', channels),
      words('Plan tiers', tiers),
    ],
  };
}

export function segmentItem({ name, text, size }: PlanSegment): WrittenItem {
  return { title: name, text, labels: [plain('How many', size)] };
}

export function waveItem(wave: PlanWave): WrittenItem {
  const { name, cohort, share, regions, state, start, end, duration, exit } = wave;
  const labels = [
    plain('Who', cohort),
    plain('Share', share === undefined ? undefined : `${share} %`),
    words('Regions', regions),
    plain('State', state),
    plain('Start', start),
    plain('End', end),
    plain('Duration', duration === undefined ? undefined : `${duration} days`),
    markdown('Go on when', exit),
  ];
  // A name alone would be read as a sentence that may tell of several waves.
  return { title: name, labels: labels.some(Boolean) ? labels : [plain('State', '–')] };
}

const SIGNS: Readonly<Record<Comparator, string>> = {
  'at least': '≥',
  'more than': '>',
  'at most': '≤',
  'less than': '<',
  exactly: '=',
};

/** The target is always written, so that numbers in a name are not taken for it. */
export function metricItem({
  name,
  unit,
  baseline,
  comparator,
  target,
  window,
  segment,
}: PlanMetric): WrittenItem {
  const sign = comparator ? `${SIGNS[comparator]} ` : '';
  return {
    title: name,
    labels: [
      plain('Unit', unit),
      plain('Baseline', baseline),
      plain('Target', target === undefined ? '–' : `${sign}${target}`),
      plain('Window', window === undefined ? undefined : `${window} days`),
      plain('Segment', segment),
    ],
  };
}

export function objectiveItem(objective: PlanObjective): WrittenItem {
  const { goal, text, metrics, achievability, relevance, deadline, milestones } = objective;
  return {
    title: goal,
    text,
    labels: [
      nested('Metrics', metrics.map(metricItem)),
      markdown('Achievable because', achievability),
      markdown('Relevant because', relevance),
      plain('Deadline', deadline),
      nested('Milestones', milestones.map(milestoneItem)),
    ],
  };
}

export function milestoneItem({ name, date }: PlanMilestone): WrittenItem {
  // Without a label, a date in the name would be taken for the milestone's own.
  const label = date ?? (/\d{4}|[—–]/.test(name) ? '–' : undefined);
  return { title: name, labels: [plain('Date', label)] };
}
