import type { PullReport } from '../src/sources/notion/pull/report.ts';
import type { Problem } from '../src/sources/problem.ts';
import type { Pulled } from './notion-pull.ts';
import { printProblem } from './problems.ts';
import { counted, paint, printLine } from './terminal.ts';

/** Prints what a pull did: what came, changed and went, what was left out, and what somebody must look at. */
export function printPulled(pulled: readonly Pulled[], options: { isDry: boolean }): void {
  for (const { kind, report } of pulled) {
    const noun = kind === 'plans' ? 'plan' : 'roadmap item';
    printTitles(paint('green', '+'), report.added);
    printTitles(paint('yellow', '~'), report.changed);
    printTitles(
      paint('red', '−'),
      report.removed.map(({ title, why }) => `${title} (${why})`),
    );
    for (const { title, url, text } of report.notes) {
      printLine(
        `${paint('blue', 'i')} ${title ? `${title}: ` : ''}${text}${url ? `  ${paint('dim', url)}` : ''}`,
      );
    }
    for (const { title, url, why } of report.failed) {
      printLine(`${paint('yellow', '!')} ${title}: ${why}  ${paint('dim', url)}`);
    }
    for (const problem of report.problems) printProblem(problem as Problem);
    printLine(`${counted(report.plans, noun)} from Notion; ${renderChanges(report, options.isDry)}.`);
  }
}

/** True where somebody must look at something. */
export function needsAttention(pulled: readonly Pulled[]): boolean {
  return pulled.some(({ report }) => report.problems.length > 0 || report.failed.length > 0);
}

/** A pull for machines. */
export function describePulled(pulled: readonly Pulled[]) {
  return Object.fromEntries(
    pulled.map(({ kind, report }) => [
      kind,
      { ...report, problems: report.problems.map(({ message }) => message) },
    ]),
  );
}

const MOST_TITLES = 20;

function printTitles(sign: string, titles: readonly string[]): void {
  for (const title of titles.slice(0, MOST_TITLES)) printLine(`${sign} ${title || '(without a title)'}`);
  if (titles.length > MOST_TITLES) printLine(`${sign} … and ${titles.length - MOST_TITLES} more`);
}

function renderChanges(report: PullReport, isDry: boolean): string {
  const would = isDry ? 'would be ' : '';
  const parts = [
    [report.added.length, `${would}added`],
    [report.changed.length, `${would}changed`],
    [report.removed.length, `${would}removed`],
    [report.failed.length, 'not read'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length > 0 ? said.join(', ') : 'nothing changed';
}
