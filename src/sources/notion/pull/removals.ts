import type { Client } from '@notionhq/client';
import { Problem } from '../../problem.ts';
import { mayRemove } from './may-remove.ts';
import { askForMissing } from './missing.ts';
import type { PullState } from './state.ts';

export interface Removals {
  /** Ids of pages that are gone, and why. */
  gone: Map<string, string>;
  problem?: Problem;
}

/** Asks for each page that is missing, and refuses to remove many at once. */
export async function decideRemovals(
  client: Client,
  missing: readonly string[],
  previous: PullState,
  source: { id: string; nouns: string },
  allowMany: boolean,
  onAsked: (done: number) => void,
): Promise<Removals> {
  const known = Object.keys(previous.pages).length;
  const gone = new Map<string, string>();
  for (const [index, id] of missing.entries()) {
    const absence = await askForMissing(client, id, source.id);
    onAsked(index + 1);
    if (absence !== 'still there' && absence !== 'unsure') gone.set(id, absence);
    if (!allowMany && !mayRemove(gone.size, known))
      return { gone: new Map(), problem: tooMany(missing, previous, known, source.nouns) };
  }
  return { gone };
}

function tooMany(missing: readonly string[], previous: PullState, known: number, nouns: string): Problem {
  const titles = missing.map((id) => previous.pages[id]?.title || id).toSorted(byName);
  const list = titles.slice(0, 20).join(', ') + (titles.length > 20 ? ` and ${titles.length - 20} more` : '');
  return new Problem(
    `${missing.length} of ${known} ${nouns} are gone from Notion. None of them was removed: ${list}.`,
    {
      hint: 'If they were only unshared by mistake, share the database with the connection again. If they are meant to go, pull with --allow-mass-delete.',
    },
  );
}

const byName = new Intl.Collator('en', { numeric: true }).compare;
