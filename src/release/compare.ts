import { collectChanges, type Passed, type Undone } from './compare-changes.ts';
import { collectComponents, type ComponentMove } from './compare-components.ts';
import { type Consequence, consequenceOf } from './compare-consequences.ts';
import { type Comparable, describeLines, type Line } from './compare-line.ts';
import { findPath } from './compare-path.ts';
import { collectRemovals, type EndedDeprecation } from './compare-removals.ts';
import { type Fault, findVersions, type Question } from './compare-versions.ts';
import { describeIssues, type IssueLife, isOpenAt } from './issue-life.ts';
import { kinds, type Kind } from './vocabulary.ts';

/** Everything that lies between two releases of one product. */
export interface Comparison<R extends Comparable = Comparable> {
  product: string;
  from: R;
  to: R;
  /** `down` where the target is the older one: then the changes are what would be lost. */
  direction: 'up' | 'down' | 'same';
  /** What is passed, oldest first, without what was taken back. */
  releases: R[];
  /** Releases on the way that were yanked or rolled back. */
  skipped: R[];
  changes: Passed<R>[];
  undone: Undone<R>[];
  removals: EndedDeprecation<R>[];
  /** What is to be done before the upgrade, in order. None on the way back. */
  steps: { step: NonNullable<R['upgrade']>[number]; release: R }[];
  /** Known at the target, and not mended there. */
  openIssues: IssueLife<R>[];
  /** Open at the start, mended at the target. */
  fixedIssues: IssueLife<R>[];
  components: ComponentMove[];
  counts: ComparisonCounts;
}

export interface ComparisonCounts {
  releases: number;
  /** Steps, and changes that require action. None on the way back. */
  actions: number;
  breaking: number;
  changes: number;
  openIssues: number;
  fixedIssues: number;
  kinds: Record<Kind, number>;
  consequences: Record<Consequence, number>;
}

/**
 * Compares two versions, found by their words. The order of the releases handed in never matters.
 * @returns a fault where the question has no answer
 */
export function compareReleases<R extends Comparable>(
  releases: readonly R[],
  question: Question,
): Comparison<R> | Fault {
  const found = findVersions(describeLines(releases), question);
  return 'fault' in found ? found : compareIn(found.line, found.from, found.to, question.channel);
}

/** Compares two releases of a line. `channel` leaves out what stands in other channels. */
export function compareIn<R extends Comparable>(
  line: Line<R>,
  from: R,
  to: R,
  channel?: string,
): Comparison<R> {
  const path = findPath(line, from, to, channel);
  const { changes, undone } = collectChanges(line, path);
  const counts = countChanges(changes);
  const passed = path.passed.map(({ release }) => release);
  const steps = path.direction === 'down' ? [] : unique(passed.flatMap(stepsOf));
  const issues = describeIssues(line);
  const [start, end] = [line.releases.indexOf(from), line.releases.indexOf(to)];
  const openIssues = issues.filter((life) => isOpenAt(life, end));
  const fixedIssues = issues.filter((life) => isOpenAt(life, start) && !isOpenAt(life, end));
  const components = collectComponents(passed, line.releases.slice(0, path.start + 1));
  return {
    product: line.product,
    from,
    to,
    direction: path.direction,
    releases: passed,
    skipped: path.skipped,
    changes,
    undone,
    removals: collectRemovals(line, path, changes, undone),
    steps,
    openIssues,
    fixedIssues,
    components: path.direction === 'down' ? components.map(turn) : components,
    counts: {
      ...counts,
      releases: passed.length,
      actions: path.direction === 'down' ? 0 : steps.length + counts.consequences.action,
      openIssues: openIssues.length,
      fixedIssues: fixedIssues.length,
    },
  };
}

function stepsOf<R extends Comparable>(release: R): Comparison<R>['steps'] {
  return (release.upgrade ?? []).map((step) => ({ step, release }));
}

/** A step that several releases ask for is done once. */
function unique<R extends Comparable>(steps: Comparison<R>['steps']): Comparison<R>['steps'] {
  const seen = new Set<string>();
  return steps.filter(({ step }) => !seen.has(step.text) && seen.add(step.text));
}

function turn({ name, kind, from, to }: ComponentMove): ComponentMove {
  return { name, ...(kind && { kind }), ...(to && { from: to }), ...(from && { to: from }) };
}

function countChanges(changes: readonly Passed<Comparable>[]) {
  const zero = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const counts = {
    changes: changes.length,
    breaking: changes.filter(({ change }) => change.breaking).length,
    kinds: zero,
    consequences: { action: 0, behaviour: 0, new: 0, none: 0 },
  };
  for (const { change } of changes) {
    counts.kinds[change.kind]++;
    counts.consequences[consequenceOf(change)]++;
  }
  return counts;
}
