import { comparison as english } from '../../languages/en.ts';
import { consequenceOf, consequences } from '../../release/compare-consequences.ts';
import type { Passed } from '../../release/compare-changes.ts';
import type { EndedDeprecation } from '../../release/compare-removals.ts';
import { type Comparable, labelOf } from '../../release/compare-line.ts';
import type { Comparison } from '../../release/compare.ts';
import { type ComparisonWords, renderComparisonNotes, renderComparisonSentence } from './comparison-words.ts';

export interface ComparisonMarkdownOptions {
  /** What the product is called, where the site has several. */
  product?: string;
  words?: ComparisonWords;
}

/** A comparison as a Markdown document (CommonMark with GFM) that ends with a line end. Each change is followed by its version. */
export function renderComparisonMarkdown(
  comparison: Comparison,
  { product, words = english }: ComparisonMarkdownOptions = {},
): string {
  const { from, to, direction, changes, components } = comparison;
  const title = [product, words.title(labelOf(from), labelOf(to))].filter(Boolean).join(': ');
  const groups =
    direction === 'down'
      ? [section(words.lost, changes.map(changeLine))]
      : // What requires action stands above, among what is to be done.
        consequences
          .filter((each) => each !== 'action')
          .map((consequence) => {
            const own = changes.filter(({ change }) => consequenceOf(change) === consequence);
            return section(words.consequences[consequence], own.map(changeLine));
          });
  const parts = [
    `# ${title}`,
    renderComparisonSentence(comparison, words),
    ...renderComparisonNotes(comparison, words),
    section(
      words.todo,
      todoOf(comparison).map((line, index) => `${index + 1}. ${indent(line, 3)}`),
    ),
    ...groups,
    section(
      words.removals,
      comparison.removals.map((each) => removalLine(each, words)),
    ),
    section(
      words.undone,
      comparison.undone.map(
        ({ change, release, by }) => `- ${change.title} (${labelOf(release)} – ${labelOf(by)})`,
      ),
    ),
    section(
      words.stillOpen,
      comparison.openIssues.map(({ issue }) => `- ${issue.title}`),
    ),
    section(
      words.mended,
      comparison.fixedIssues.map(({ issue }) => `- ${issue.title}`),
    ),
    section(
      words.components,
      components.map(
        ({ name, from: first, to: last }) => `- ${name}: ${words.step(first ?? '–', last ?? '–')}`,
      ),
    ),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What is to be done, as a list that can be ticked off (GFM task list). */
export function renderChecklist(
  comparison: Comparison,
  { product, words = english }: ComparisonMarkdownOptions = {},
): string {
  const title = [product, words.title(labelOf(comparison.from), labelOf(comparison.to))]
    .filter(Boolean)
    .join(': ');
  const lines = todoOf(comparison).map((line) => `- [ ] ${indent(line, 6)}`);
  return `# ${title}\n\n${lines.length > 0 ? lines.join('\n') : words.actions(0)}\n`;
}

/** Steps first, in their order; then what single changes ask for. Each with the version that asks. */
function todoOf({ steps, changes, direction }: Comparison): string[] {
  if (direction === 'down') return [];
  return [
    ...steps.map(({ step, release }) => join(step.text, ` (${labelOf(release)})`)),
    ...changes
      .filter(({ change }) => consequenceOf(change) === 'action')
      .map(({ change, release }) => {
        const title = `**${change.title}** (${labelOf(release)})`;
        return change.action ? join(`${title}:`, ` ${change.action}`) : title;
      }),
  ];
}

/** One behind the other; what is longer than a line may end with code or begin with a list, so that it is a block of its own. */
function join(before: string, behind: string): string {
  const isBlock = before.includes('\n') || behind.includes('\n');
  return isBlock ? `${before}\n\n${behind.trimStart()}` : before + behind;
}

function changeLine({ change, release }: Passed<Comparable>): string {
  return `- ${change.title} (${labelOf(release)})`;
}

function removalLine(
  { announced, release, day }: EndedDeprecation<Comparable>,
  words: ComparisonWords,
): string {
  const facts = [
    words.announcedIn(labelOf(announced.release)),
    release ? words.removedIn(labelOf(release)) : words.endedOn(day ?? ''),
  ];
  return `- ${announced.change.title} (${facts.join(', ')})`;
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length > 0 ? `## ${heading}\n\n${lines.join('\n')}` : '';
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}
