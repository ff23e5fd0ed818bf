import { recall, remember } from './memory.ts';

const KEY = 'only-mine';

/** Whether a reader asked for nothing but what they have, in this visit or an earlier one. */
export function readOnlyMine(): boolean {
  return recall(KEY) === 'yes';
}

export function writeOnlyMine(asked: boolean): void {
  remember(KEY, asked ? 'yes' : undefined);
}
