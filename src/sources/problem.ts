/**
 * Something that only the operator can mend: a missing token, a wrong folder, a port in use. `message` says what happened and why, and what
 * state things are in; `hint` says what to do.
 */
export class Problem extends Error {
  readonly hint: string | undefined;
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'Problem';
    this.hint = options.hint;
  }
}
