/** The order of ids, of which no two are the same. */
export function byId(a: { id: string }, b: { id: string }): number {
  // Stryker disable next-line EqualityOperator: no two are the same.
  return a.id < b.id ? -1 : 1;
}
