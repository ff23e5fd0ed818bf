import type { ChangeGroup } from '../release/order.ts';
import type { ResultGroup } from './search-rows.ts';
import { withOwnWords } from './own-words.ts';

const own = typeof __SLIPWAY_STRINGS__ === 'undefined' ? {} : __SLIPWAY_STRINGS__;

const ours = {
  search: 'Search',
  label: 'Search releases, changes, the roadmap and known issues',
  placeholder: 'A word, a version such as 2.1, an identifier…',
  product: 'Product',
  kind: 'Kind',
  allProducts: 'All products',
  allKinds: 'All kinds',
  close: 'Close search',
  submit: 'Search',
  lead: 'Find a release, a change, a known issue or what is planned.',
  browse: 'Everything, by product and year',
  noScript: 'Search as you type needs JavaScript. Everything is listed below.',
  hintTitle: 'What you can type',
  hints: [
    ['a word or the beginning of one', 'export'],
    ['a version, with or without its zeros', 'v2.1.0'],
    ['an identifier, whole or in part', 'users.list'],
  ],
  keys: { move: 'to move', open: 'to open', close: 'to close' },
  slash: 'Open with /',
  allResults: 'All results on one page',
  loading: 'Loading the index…',
  failed: 'The index could not be loaded. Everything is listed on the search page.',
  browseAll: 'Browse everything',
  nothing: (query: string) => (query ? `Nothing matches “${query}”.` : 'Nothing matches.'),
  nothingHint: 'Check the spelling, or try fewer words.',
  clearFilters: (count: number) => `Clear filters (${count})`,
  count: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  more: (count: number) => (count === 1 ? '1 more' : `${count} more`),
  groups: {
    releases: 'Releases',
    changes: 'Changes',
    roadmap: 'Roadmap',
    issues: 'Known issues',
  } satisfies Record<ResultGroup, string>,
  kinds: {
    breaking: 'Breaking',
    security: 'Security',
    deprecated: 'Deprecated',
    removed: 'Removed',
    added: 'New',
    changed: 'Improved',
    fixed: 'Fixed',
  } satisfies Record<ChangeGroup, string>,
  issue: 'Known issue',
  states: {
    'rolling out': 'Rolling out',
    paused: 'Paused',
    'rolled back': 'Rolled back',
    yanked: 'Withdrawn',
    'end of life': 'End of life',
  } as Record<string, string>,
} as const;

/** Every sentence of the search. Apart from the site's others, because these are needed in the browser, and only there. */
export const searchStrings = withOwnWords(ours, own);
