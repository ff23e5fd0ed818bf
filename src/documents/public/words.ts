import type { ChangeGroup } from '../../release/order.ts';
import type { Status } from '../../release/vocabulary.ts';

/** What documents outside the site call the parts of a release. */
export const groupWords: Record<ChangeGroup, string> = {
  breaking: 'Breaking',
  security: 'Security',
  deprecated: 'Deprecated',
  removed: 'Removed',
  added: 'New',
  changed: 'Improved',
  fixed: 'Fixed',
};

/** States that a reader must know before anything else; the others go without saying. */
export const statusWords: Partial<Record<Status, string>> = {
  'rolling out': 'Rolling out',
  delayed: 'Delayed',
  paused: 'Roll-out paused',
  'rolled back': 'Rolled back',
  yanked: 'Withdrawn',
  cancelled: 'Cancelled',
  'end of life': 'End of life',
};

/** States in which a release must not be installed any more. */
export const takenBack: readonly Status[] = ['rolled back', 'yanked'];
