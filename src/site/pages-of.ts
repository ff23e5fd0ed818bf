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
 * @param first how many stand on the first page, where that is not as many as on others
 */
export function pagesOf<T>(
  list: string,
  length: number,
  size: number,
  show: (from: number, to: number) => T,
  first = size,
): ListPage<T>[] {
  const pages = pageOfPlace(Math.max(0, length - 1), size, first);
  const endOf = (page: number) => (page === 0 ? 0 : first + (page - 1) * size);
  return Array.from({ length: pages }, (_, index) => ({
    address: pageAddress(list, index + 1),
    list,
    page: index + 1,
    pages,
    shown: show(endOf(index), endOf(index + 1)),
  }));
}

/**
 * How many stand on the first page of a list that grows at its front: half a page to one and a half. The pages behind it are full, and stay as they
 * are until there are enough for one more.
 */
export function firstOfGrowing(length: number, size: number): number {
  const rest = length % size;
  return length < size ? size : rest < size / 2 ? size + rest : rest;
}

/** The page that something stands on, by its place in the list, from 0. */
export function pageOfPlace(place: number, size: number, first: number): number {
  return place < first ? 1 : 2 + Math.floor((place - first) / size);
}
