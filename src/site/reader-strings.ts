import { withOwnWords } from './own-words.ts';

const own = typeof __SLIPWAY_STRINGS__ === 'undefined' ? {} : __SLIPWAY_STRINGS__;

const ours = {
  countOfReleases: (count: number) => (count === 1 ? '1 release' : `${count} releases`),
  showReleases: (count: number) => (count === 1 ? 'Show 1 release' : `Show ${count} releases`),
  nothingMatches: 'Nothing matches.',
  clearFilters: (count: number) => `Clear filters (${count})`,
  filtersFailed: 'The filters could not be loaded. This is the whole changelog.',
  pagination: 'Pages',
  newer: 'Newer',
  older: 'Older',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  stepsDone: (done: number, steps: number) => `${done} of ${steps} done`,
  keys: {
    title: 'Keys',
    close: 'Close',
    search: 'search',
    next: 'next entry',
    previous: 'previous entry',
    open: 'open the entry',
    copy: 'copy its link',
    compare: 'compare two versions',
    theme: 'change the theme',
    help: 'this list',
    escape: 'close',
    single: 'Single keys',
  },
} as const;

/** Sentences that are needed in the browser, too. Apart from the others, so that a page loads no more than these. */
export const readerStrings = withOwnWords(ours, own);
