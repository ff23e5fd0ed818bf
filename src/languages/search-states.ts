import type { Status } from '../release/vocabulary.ts';

/** The words for states that a reader should know of what was found; what is simply released goes without saying. */
export function searchStates(statuses: Record<Status, string>) {
  return {
    'rolling out': statuses['rolling out'],
    paused: statuses.paused,
    'rolled back': statuses['rolled back'],
    yanked: statuses.yanked,
    'end of life': statuses['end of life'],
  };
}
