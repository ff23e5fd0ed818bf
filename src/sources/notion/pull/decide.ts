import type { PageObjectResponse } from '@notionhq/client';
import { undashed } from '../ids.ts';
import type { PageState, PullState } from './state.ts';

/** A page as the sweep saw it, with what its fields come to. */
export interface SeenPage {
  page: PageObjectResponse;
  title: string;
  /** The file that it stands in. */
  file: string;
  /** Fingerprint of its fields. */
  fields: string;
}

export interface Decision {
  /** Bodies to fetch. */
  fetch: SeenPage[];
  /** Pages whose fields changed while their body did not. */
  refresh: SeenPage[];
  keep: SeenPage[];
  /** Ids of pages that were there and were not seen now. */
  missing: string[];
}

/** Compares what Notion shows with what was pulled before. */
export function decidePull(
  seen: readonly SeenPage[],
  previous: PullState | undefined,
  full: boolean,
): Decision {
  const titles = new Map(seen.map(({ page, title }) => [undashed(page.id), title]));
  const decision: Decision = { fetch: [], refresh: [], keep: [], missing: [] };
  for (const each of seen) {
    const state = previous?.pages[each.page.id];
    if (full || !state || mustFetch(each, state, titles)) decision.fetch.push(each);
    else if (state.fields !== each.fields || state.title !== each.title) decision.refresh.push(each);
    else decision.keep.push(each);
  }
  decision.missing = Object.keys(previous?.pages ?? {}).filter((id) => !titles.has(undashed(id)));
  return decision;
}

function mustFetch({ page }: SeenPage, state: PageState, titles: ReadonlyMap<string, string>): boolean {
  // Not “later”: a restored version may bring an earlier time.
  if (state.edited !== page.last_edited_time || !state.settled || state.again) return true;
  return Object.entries(state.mentions).some(([id, title]) => titles.has(id) && titles.get(id) !== title);
}

/**
 * True where a page that was edited then is read late enough for its edited time, floored to the minute, to say all.
 * @param slack for clocks that differ, in milliseconds.
 */
export function isSettled(edited: string, readAt: number, slack: number): boolean {
  return readAt >= Date.parse(edited) + 60_000 + slack;
}
