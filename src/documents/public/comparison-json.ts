import { consequenceOf } from '../../release/compare-consequences.ts';
import type { Comparable } from '../../release/compare-line.ts';
import type { Comparison } from '../../release/compare.ts';
import type { IssueLife } from '../../release/issue-life.ts';
import { renderComparisonNotes, renderComparisonSentence } from './comparison-words.ts';

/** Grows with every change after which a program that reads it would have to be changed. */
const VERSION = 1;

/** A comparison for programs. Texts are Markdown. `urlOf` gives the page of a release. */
export function renderComparisonJson<R extends Comparable>(
  comparison: Comparison<R>,
  urlOf: (release: R) => string,
): string {
  const { from, to, changes } = comparison;
  const document = {
    version: VERSION,
    product: comparison.product,
    from: describeRelease(from),
    to: describeRelease(to),
    direction: comparison.direction,
    sentence: renderComparisonSentence(comparison),
    notes: renderComparisonNotes(comparison),
    counts: comparison.counts,
    releases: comparison.releases.map(describeRelease),
    skipped: comparison.skipped.map(describeRelease),
    steps: comparison.steps.map(({ step, release }) => ({ ...step, in: nameOf(release) })),
    changes: changes.map(({ change, release }) => ({
      ...change,
      consequence: consequenceOf(change),
      in: nameOf(release),
      url: `${urlOf(release)}#${change.id}`,
    })),
    undone: comparison.undone.map(({ change, release, by }) => ({
      id: change.id,
      title: change.title,
      in: nameOf(release),
      by: nameOf(by),
    })),
    removals: comparison.removals.map(({ announced, release, day }) => ({
      id: announced.change.id,
      title: announced.change.title,
      announcedIn: nameOf(announced.release),
      ...(release ? { removedIn: nameOf(release) } : { ended: day }),
      replacement: announced.change.replacement,
    })),
    openIssues: comparison.openIssues.map(describeIssue),
    fixedIssues: comparison.fixedIssues.map(describeIssue),
    components: comparison.components,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;

  function describeRelease(release: R) {
    const { id, title, version, channel, status, released } = release;
    return { id, title, version, channel, status, released, url: urlOf(release) };
  }
}

function nameOf({ version, id }: Comparable): string {
  return version ?? id;
}

function describeIssue({ issue, discoveredIn, fixes }: IssueLife<Comparable>) {
  return { ...issue, discoveredIn, fixedIn: fixes };
}
