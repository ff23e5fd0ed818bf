import type { FeedStyleWords } from '../documents/public/feed-style.ts';

/** What a person reads who opens a feed in a browser. */
export const feedWords: FeedStyleWords = {
  lead: 'This is a feed.',
  hint: 'Put its address into a feed reader, and you hear of every release as soon as it is out. Nobody needs your e-mail address for that.',
  page: 'Read the same as a page',
  older: 'Older entries',
  newest: 'Newest entries',
};
