import type { Change, Release } from './release.ts';
import { compareVersions } from './version.ts';

/** The groups that a release's changes are shown in, in the order of the page: what may hurt comes first. */
export const changeGroups = [
  'breaking',
  'security',
  'deprecated',
  'removed',
  'added',
  'changed',
  'fixed',
] as const;
export type ChangeGroup = (typeof changeGroups)[number];

export function groupOf(change: Pick<Change, 'kind' | 'breaking'>): ChangeGroup {
  return change.breaking ? 'breaking' : change.kind;
}

/** The groups that have changes, in page order; inside a group the author's order stays. */
export function groupChanges(changes: readonly Change[]): { group: ChangeGroup; changes: Change[] }[] {
  return changeGroups
    .map((group) => ({ group, changes: changes.filter((change) => groupOf(change) === group) }))
    .filter((each) => each.changes.length > 0);
}

type Ordered = Pick<Release, 'id' | 'product' | 'released' | 'version'>;

/**
 * Newest first: by the day of release, then by version, then by product and id, so that the order never depends on the order of
 * files. A release without a day comes last.
 */
export function newestFirst(a: Ordered, b: Ordered): number {
  return (
    compareText(b.released ?? '', a.released ?? '') ||
    (a.version && b.version && a.product === b.product ? (compareVersions(b.version, a.version) ?? 0) : 0) ||
    compareText(a.product, b.product) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
