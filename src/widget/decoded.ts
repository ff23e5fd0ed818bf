/** A part of an address in plain letters; as it stands where somebody mistyped a `%`. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
