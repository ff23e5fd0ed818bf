/** Ids come with and without dashes; without them they compare. */
export function undashed(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}
