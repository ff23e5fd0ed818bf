import { Problem } from '../src/sources/problem.ts';

/** The moment to act as if it were; the clock's where none is given. */
export function readNow(option: string | boolean | undefined): Date {
  if (typeof option !== 'string') return new Date();
  const moment = new Date(option);
  if (Number.isNaN(moment.getTime())) {
    throw new Problem(`\`--now ${option}\` is no moment.`, {
      hint: 'Write it like `--now 2026-11-18T09:00Z`.',
    });
  }
  return moment;
}
