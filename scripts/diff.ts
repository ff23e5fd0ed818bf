import { diff } from 'node:util';
import type { RecordFiles } from './records.ts';
import { paint } from './terminal.ts';

export interface RecordChange {
  path: string;
  what: 'added' | 'changed' | 'removed';
  before: string;
  after: string;
}

/** Which record files differ, in the order of their paths. */
export function compareRecords(before: RecordFiles, after: RecordFiles): RecordChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [old, young] = [before.get(path), after.get(path)];
    if (old === young) return [];
    const what = old === undefined ? 'added' : young === undefined ? 'removed' : 'changed';
    return [{ path, what, before: old ?? '', after: young ?? '' } as const];
  });
}

/** One change as a person reads it: what leaves in red, what comes in green, two lines around each. */
export function renderChange(folder: string, change: RecordChange, options: { full: boolean }): string {
  const word = { added: '+ new', changed: '~ changed', removed: '− gone' }[change.what];
  const head = paint('bold', `${word}  ${folder}/${change.path}`);
  if (change.what !== 'changed' && !options.full) return `${head}${renderSize(change)}`;
  return [head, ...renderLines(change)].join('\n');
}

function renderSize(change: RecordChange): string {
  const lines = (change.after || change.before).split('\n').length - 1;
  return paint('dim', `  (${lines} lines)`);
}

function renderLines(change: RecordChange): string[] {
  const lines = lineDiff(change.before.split('\n'), change.after.split('\n'));
  const near = new Set(
    lines.flatMap(([sign], index) => (sign === 0 ? [] : [index - 2, index - 1, index, index + 1, index + 2])),
  );
  const shown: string[] = [];
  let gap = false;
  for (const [index, [sign, text]] of lines.entries()) {
    if (!near.has(index)) {
      gap = true;
      continue;
    }
    if (gap && shown.length > 0) shown.push(paint('dim', '    …'));
    gap = false;
    if (sign > 0) shown.push(paint('green', `  + ${text}`));
    else if (sign < 0) shown.push(paint('red', `  - ${text}`));
    else shown.push(paint('dim', `    ${text}`));
  }
  return shown;
}

/** −1: only before, 0: in both, 1: only after. */
function lineDiff(before: string[], after: string[]): [number, string][] {
  // node:util marks with 1 what only its first argument has.
  return diff(before, after).map(([sign, line]) => [-sign, line]);
}
