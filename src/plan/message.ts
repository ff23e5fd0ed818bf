import type { VFile } from 'vfile';
import type { Place } from './document.ts';

/**
 * A problem of the author's: a message on a file, collected and never thrown.
 *
 * An `error` keeps the plan from being published; a `warning` is worth a look; an `info` only tells.
 */
export interface AuthorProblem {
  /** The rule: `RP120`. */
  code: string;
  severity: 'error' | 'warning' | 'info';
  /** “Unexpected …, expected …”, in one sentence. */
  text: string;
  place?: Place | undefined;
  /** What to do about it. */
  hint?: string | undefined;
}

/** Puts a problem on the file, as a `VFileMessage` (`fatal` true, false, or undefined for an info). */
export function report(file: VFile, problem: AuthorProblem): void {
  const message = file.message(problem.text, {
    place: problem.place && { line: problem.place.line, column: problem.place.column },
    ruleId: problem.code,
    source: 'slipway',
  });
  message.fatal = problem.severity === 'error' ? true : problem.severity === 'warning' ? false : undefined;
  if (problem.hint) message.note = problem.hint;
}

/** True where something on this file keeps its plan from being published. */
export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}
