import { type ChangelogIndex, type FilteredChangelog, filterChangelog } from '../site/changelog-index.ts';
import type { ChangelogState } from '../site/changelog-state.ts';
import { findNotMine } from './changelog-mine.ts';
import { loadSearch } from './search-load.ts';

/** What a state asks for. Words and availability are loaded when one of them is. */
export async function findReleases(
  index: ChangelogIndex,
  state: ChangelogState,
  base: string,
): Promise<FilteredChangelog> {
  const [words, notMine] = await Promise.all([findWords(state.q, base), findNotMine(state.mine)]);
  return filterChangelog(index, state, words, notMine);
}

/** The releases that have words, by the search's own reading of them. */
async function findWords(q: string, base: string): Promise<Set<string>> {
  if (!q) return new Set();
  const { search } = await loadSearch(`${base}/search-index.json`);
  const { groups } = search(q, {}, Infinity);
  return new Set(groups.flatMap(({ hits }) => hits.map(({ address }) => address.replace(/#.*/, ''))));
}
