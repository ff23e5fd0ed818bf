import { openSearch, type Search } from '../site/search-engine.ts';
import type { SearchFile } from '../site/search-file.ts';
import { searchStrings } from '../site/search-strings.ts';

export interface LoadedSearch {
  search: Search;
  products: SearchFile['products'];
}

let loaded: Promise<LoadedSearch> | undefined;

/** Loads the index once; after a failure the next call tries again. */
export function loadSearch(url: string): Promise<LoadedSearch> {
  loaded ??= load(url).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(url: string): Promise<LoadedSearch> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  const file = (await response.json()) as SearchFile;
  const { kinds, states, issue, groups } = searchStrings;
  const search = await openSearch(file, { ...kinds, ...states, issue: `${issue} ${groups.issues}` });
  return { search, products: file.products };
}
