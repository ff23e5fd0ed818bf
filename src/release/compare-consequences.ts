import type { ComparableChange } from './compare-line.ts';
import type { Kind } from './vocabulary.ts';

/** What a change asks of those whom it reaches, most urgent first. */
export const consequences = ['action', 'behaviour', 'new', 'none'] as const;
export type Consequence = (typeof consequences)[number];

/**
 * Requires action: what says what to do, and what is breaking. Changes behaviour: what works in another way, or will. New: there for who wants
 * it. No action: mended.
 */
export function consequenceOf({
  kind,
  breaking,
  action,
}: Pick<ComparableChange, 'kind' | 'breaking' | 'action'>): Consequence {
  return breaking || action ? 'action' : byKind[kind];
}

const byKind: Record<Kind, Consequence> = {
  changed: 'behaviour',
  deprecated: 'behaviour',
  removed: 'behaviour',
  added: 'new',
  fixed: 'none',
  security: 'none',
};
