/**
 * Something that is worked out where it is shown. A page that is handed one is made anew where what it rests on has changed, and nothing is
 * worked out to find that out.
 */
export interface Lazy<T> {
  restsOn: unknown;
  /** What of it is shown. It is asked where what it rests on has changed, and only says more where that is cheaper than the page. */
  shown?: () => unknown;
  get: () => T;
}
