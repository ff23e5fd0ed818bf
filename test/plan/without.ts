/** A deep copy without the keys of one name, for values whose places do not matter. */
export function without(key: string, value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (name, each: unknown) => (name === key ? undefined : each)),
  );
}
