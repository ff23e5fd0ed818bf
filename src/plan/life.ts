import type { Status } from '../release/vocabulary.ts';

/** The life of a plan: from each status, those that may come next. Every other step is a slip of the pen. */
const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['planned', 'in development', 'approved', 'delayed', 'cancelled', 'rolling out', 'released'],
  planned: ['draft', 'in development', 'approved', 'delayed', 'cancelled', 'rolling out', 'released'],
  'in development': ['planned', 'approved', 'delayed', 'paused', 'cancelled', 'rolling out', 'released'],
  approved: ['planned', 'in development', 'delayed', 'cancelled', 'rolling out', 'released'],
  delayed: ['planned', 'in development', 'approved', 'cancelled', 'rolling out', 'released'],
  'rolling out': ['released', 'paused', 'rolled back', 'yanked'],
  paused: ['in development', 'rolling out', 'released', 'rolled back', 'yanked', 'cancelled'],
  released: ['rolled back', 'yanked', 'end of life'],
  'rolled back': [
    'in development',
    'approved',
    'rolling out',
    'released',
    'yanked',
    'cancelled',
    'end of life',
  ],
  yanked: ['end of life'],
  cancelled: ['draft', 'planned'],
  'end of life': [],
};

/** The statuses that may come after one. */
export function getMoves(status: Status): readonly Status[] {
  return MOVES[status];
}

/** True for a legal step; staying is one. */
export function canMove(from: Status, to: Status): boolean {
  return from === to || MOVES[from].includes(to);
}
