import type { CheckSettings } from '../src/plan/settings.ts';
import { Problem } from '../src/sources/problem.ts';
import { paint, printError } from './terminal.ts';

let isTold = false;

/** The moment to act as if it were: that of the option, noon of `today` in `site.yaml`, or the clock's. Of a day that stands still there, people are told once. */
export function readNow(
  option: string | boolean | undefined,
  { today }: Pick<CheckSettings, 'today'> = {},
): Date {
  if (typeof option !== 'string') return today === undefined ? new Date() : standStill(today);
  const moment = new Date(option);
  if (Number.isNaN(moment.getTime())) {
    throw new Problem(`\`--now ${option}\` is no moment.`, {
      hint: 'Write it like `--now 2026-11-18T09:00Z`.',
    });
  }
  return moment;
}

function standStill(today: string): Date {
  const text = `The day is ${today} here: \`today\` in site.yaml holds it for an example. Take that line out for plans of your own.`;
  if (!isTold) printError(paint('dim', text));
  isTold = true;
  return new Date(`${today}T12:00:00Z`);
}
