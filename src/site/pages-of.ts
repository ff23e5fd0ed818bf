import { pageAddress } from './page-address.ts';

/** One page of a list that is too long for one. */
export interface ListPage<T> {
  address: string;
  /** The address of its first page. */
  list: string;
  /** From 1. */
  page: number;
  pages: number;
  shown: T;
}

/**
 * The pages of a list; one that is empty has one.
 * @param show what stands on a page, from a place to before another
 */
export function pagesOf<T>(
  list: string,
  length: number,
  size: number,
  show: (from: number, to: number) => T,
): ListPage<T>[] {
  const pages = Math.max(1, Math.ceil(length / size));
  return Array.from({ length: pages }, (_, index) => ({
    address: pageAddress(list, index + 1),
    list,
    page: index + 1,
    pages,
    shown: show(index * size, (index + 1) * size),
  }));
}
