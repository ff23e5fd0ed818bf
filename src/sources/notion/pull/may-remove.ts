/** More than this do not vanish by themselves, be they pages in Notion or public records. */
export function mayRemove(count: number, known: number): boolean {
  return count <= Math.max(5, known / 5);
}
