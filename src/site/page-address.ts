/**
 * A page of a list, counted from 1, which may be the list of releases: no release stands so deep below a product.
 * @param list the address of its first page
 */
export function pageAddress(list: string, page: number): string {
  return page > 1 ? `${list}page/${page}/` : list;
}
