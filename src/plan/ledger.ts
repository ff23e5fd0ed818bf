import { daysBetween, firstDayOf, lastDayOf } from '../release/date.ts';
import { isUpcoming, type Status } from '../release/vocabulary.ts';
import { changesOf } from './facts.ts';
import type { Plan } from './plan.ts';

/** What a plan said of its date and its scope on a day. Internal: nothing of it is published. */
export interface LedgerEntry {
  day: string;
  /** The plan's id. */
  plan: string;
  title: string;
  status: Status;
  /** As precise as the plan; the day of release once it is out. */
  target?: string;
  /** Titles of its changes, in order. */
  changes: string[];
  points?: number;
}

/** How a plan came to be what it is. */
export interface Course {
  plan: string;
  title: string;
  first: LedgerEntry;
  last: LedgerEntry;
  /** Days from the end of the first target to the end of the last; negative where it came earlier. Absent without dates. */
  slip?: number;
  /** Changes more than at first. */
  growth: number;
  events: CourseEvent[];
}

export interface CourseEvent {
  day: string;
  target?: { from?: string; to?: string };
  status?: { from: Status; to: Status };
  points?: { from?: number; to?: number };
  added: string[];
  removed: string[];
}

/**
 * The entries that are to be added to a ledger: one for each plan that is to come and says something else than it last did, and a last one when it is
 * out or called off. A plan that was out when it was first seen has no course.
 */
export function noteStands(
  entries: readonly LedgerEntry[],
  plans: readonly Plan[],
  day: string,
): LedgerEntry[] {
  const last = new Map(entries.map((entry) => [entry.plan, entry]));
  return plans
    .flatMap((plan) => standOf(plan, day) ?? [])
    .filter((stand) => {
      const known = last.get(stand.plan);
      return known ? says(known) !== says(stand) && !isOver(known) : isUpcoming(stand.status);
    })
    .toSorted((a, b) => (a.plan < b.plan ? -1 : 1));
}

/** The courses of all plans in a ledger, those that slipped most first. */
export function describeCourses(entries: readonly LedgerEntry[]): Course[] {
  const plans = Map.groupBy(entries, ({ plan }) => plan);
  return [...plans.values()]
    .flatMap((stands) => describeCourse(stands) ?? [])
    .toSorted((a, b) => (b.slip ?? 0) - (a.slip ?? 0) || b.growth - a.growth || (a.plan < b.plan ? -1 : 1));
}

function standOf(plan: Plan, day: string): LedgerEntry | undefined {
  const { id, title, status = 'draft', target, released } = plan.fields;
  if (!id || status === 'draft') return undefined;
  const changes = changesOf(plan);
  const points = changes.reduce((sum, each) => sum + (Number.parseFloat(each.points ?? '') || 0), 0);
  const when = isUpcoming(status) ? target : (released ?? target);
  return {
    day,
    plan: id,
    title: title ?? id,
    status,
    ...(when && { target: when }),
    changes: changes.map((change) => change.title),
    ...(points > 0 && { points }),
  };
}

/** What makes an entry another one. A title alone does not. */
function says({ status, target, changes, points }: LedgerEntry): string {
  return JSON.stringify([status, target, changes.toSorted(), points]);
}

function isOver({ status }: LedgerEntry): boolean {
  return !isUpcoming(status) && status !== 'cancelled';
}

function describeCourse(stands: readonly LedgerEntry[]): Course | undefined {
  const [first, last] = [stands[0], stands.at(-1)];
  if (!first || !last) return undefined;
  const slip = first.target && last.target ? daysFrom(first.target, last.target) : undefined;
  return {
    plan: last.plan,
    title: last.title,
    first,
    last,
    ...(slip !== undefined && { slip }),
    growth: last.changes.length - first.changes.length,
    events: stands.slice(1).flatMap((stand, at) => describeEvent(stands[at] ?? first, stand)),
  };
}

/** From the end of one target to the end of another. The 18th of November is no slip from November: it only says more. */
function daysFrom(first: string, last: string): number {
  const [days, starts] = [lastDayOf, firstDayOf].map((edge) => daysBetween(edge(first), edge(last)));
  return days && starts && days * starts > 0 ? days : 0;
}

function describeEvent(from: LedgerEntry, to: LedgerEntry): CourseEvent {
  return {
    day: to.day,
    ...(from.target !== to.target && { target: { from: from.target, to: to.target } }),
    ...(from.status !== to.status && { status: { from: from.status, to: to.status } }),
    ...(from.points !== to.points && { points: { from: from.points, to: to.points } }),
    added: to.changes.filter((title) => !from.changes.includes(title)),
    removed: from.changes.filter((title) => !to.changes.includes(title)),
  };
}
