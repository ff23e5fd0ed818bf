import type { Imported, Loss } from '../src/sources/imports/imported.ts';
import { display } from './content.ts';
import { counted, paint, printLine } from './terminal.ts';

export interface ImportResult {
  /** Paths of the plans that were written, or would be. */
  written: string[];
  /** Paths that were taken: what stands there stayed as it is. */
  kept: string[];
  losses: Loss[];
  isDry: boolean;
}

/** Examples of each reason. `--json` has them all. */
const MOST_EXAMPLES = 3;

/** What was made, and everything that was not taken over, by reason. */
export function printImport({ written, kept, losses, isDry }: ImportResult, { releases }: Imported): void {
  for (const what of ['lost', 'guessed'] as const) printLosses(losses, what);
  for (const path of kept.slice(0, MOST_EXAMPLES))
    printLine(`${paint('yellow', '!')} ${display(path)} is there already and stays as it is.`);
  const others = kept.length - MOST_EXAMPLES;
  if (others > 0)
    printLine(
      `${paint('yellow', '!')} ${others} more ${others === 1 ? 'is there already and stays as it is' : 'are there already and stay as they are'}.`,
    );
  const count = (key: 'changes' | 'knownIssues' | 'upgrade') =>
    releases.reduce((sum, release) => sum + release[key].length, 0);
  const parts = [
    counted(count('changes'), 'change'),
    count('knownIssues') > 0 && counted(count('knownIssues'), 'known issue'),
    count('upgrade') > 0 && counted(count('upgrade'), 'step before an upgrade', 'steps before an upgrade'),
  ].filter(Boolean);
  const plans = written.length > 0 ? counted(written.length, 'plan') : 'no plan';
  printLine(
    `${counted(releases.length, 'release')} read with ${parts.join(', ')}; ${plans} ${isDry ? 'would be written' : 'written'}.`,
  );
  if (written.length > 0)
    printLine(
      'What is public in them is so from the next `slipway publish` on: run it with `--dry-run` first.',
    );
}

function printLosses(losses: readonly Loss[], what: Loss['what']): void {
  const reasons = Map.groupBy(
    losses.filter((loss) => loss.what === what),
    ({ why }) => why,
  );
  if (reasons.size === 0) return;
  printLine(paint('bold', what === 'lost' ? 'Not taken over' : 'Taken over, and to be looked at'));
  for (const [why, all] of reasons) {
    printLine(`  ${String(all.length).padStart(5)}  ${why}`);
    for (const { place, text } of all.slice(0, MOST_EXAMPLES))
      printLine(paint('dim', `         ${place}  ${excerpt(text)}`));
  }
  printLine();
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
