/**
 * Leaves out what says nothing: a part of a record is there or absent, never empty. In a list each thing keeps its place, for translations are told
 * by it: one that says nothing is an empty one there.
 */
export function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(keepPlace) : undefined;
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value;
  const entries = Object.entries(value).map(([key, each]) => [key, withoutNothing(each)] as const);
  const said = entries.filter(([, each]) => each !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function keepPlace(value: unknown): unknown {
  return withoutNothing(value) ?? (typeof value === 'object' ? {} : undefined);
}
