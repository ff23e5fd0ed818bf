import { comparison as words } from '../src/languages/en.ts';
import { consequenceOf, consequences } from '../src/release/compare-consequences.ts';
import { type Comparable, labelOf } from '../src/release/compare-line.ts';
import type { Comparison } from '../src/release/compare.ts';
import { renderExcerpt, renderPlainText } from '../src/documents/public/plain-text.ts';
import { renderComparisonNotes, renderComparisonSentence } from '../src/documents/public/comparison-words.ts';
import { paint, printLine } from './terminal.ts';

/** Prints a comparison for a person: the sentence, what must be done, then what changed, most urgent first. */
export function printComparison<R extends Comparable>(
  comparison: Comparison<R>,
  { product, urlOf }: { product: string | undefined; urlOf: (release: R) => string },
): void {
  const { changes, direction, steps, components, to } = comparison;
  if (product) printLine(paint('bold', product));
  printLine(renderComparisonSentence(comparison));
  for (const note of renderComparisonNotes(comparison)) printLine(paint('yellow', note));
  const todo = direction === 'down' ? [] : changes.filter(({ change }) => change.action);
  printPart(words.todo, [
    ...steps.map(({ step, release }) => line(renderExcerpt(step.text), release)),
    ...todo.map(({ change, release }) =>
      line(`${renderPlainText(change.title)}: ${renderExcerpt(change.action ?? '')}`, release),
    ),
  ]);
  if (direction === 'down')
    printPart(
      words.lost,
      changes.map(({ change, release }) => line(renderPlainText(change.title), release)),
    );
  else {
    for (const consequence of consequences) {
      const own = changes.filter(({ change }) => !change.action && consequenceOf(change) === consequence);
      printPart(
        words.consequences[consequence],
        own.map(({ change, release }) => line(renderPlainText(change.title), release)),
      );
    }
  }
  printPart(
    words.removals,
    comparison.removals.map(({ announced, release, day }) => {
      const end = release ? words.removedIn(labelOf(release)) : words.endedOn(day ?? '');
      return `${renderPlainText(announced.change.title)}  ${paint('dim', `${words.announcedIn(labelOf(announced.release))}, ${end}`)}`;
    }),
  );
  printPart(
    words.stillOpen,
    comparison.openIssues.map(({ issue }) => renderPlainText(issue.title)),
  );
  printPart(
    words.mended,
    comparison.fixedIssues.map(({ issue }) => renderPlainText(issue.title)),
  );
  printPart(
    words.components,
    components.map((each) => `${each.name}: ${each.from ?? '–'} → ${each.to ?? '–'}`),
  );
  printLine();
  printLine(urlOf(to));
}

function line(text: string, release: Comparable): string {
  return `${text}  ${paint('dim', labelOf(release))}`;
}

function printPart(heading: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  printLine();
  printLine(paint('bold', `${heading} (${lines.length})`));
  for (const each of lines) printLine(`  · ${each}`);
}
