import type { Problem } from '../src/sources/problem.ts';
import { paint, printError } from './terminal.ts';

/** What happened, and below it what to do. */
export function printProblem(problem: Pick<Problem, 'message' | 'hint'>): void {
  printError(`${paint('red', '✖')} ${problem.message}`);
  if (problem.hint) printError(`  ${problem.hint}`);
}
