export interface Limits {
  most: number;
  /** So many whatever they weigh. */
  least: number;
  weight: number;
}

/** How many of the first things go into a file. */
export function countFitting<Thing>(
  things: readonly Thing[],
  weigh: (thing: Thing) => number,
  { most, least, weight }: Limits,
): number {
  let sum = 0;
  const candidates = things.slice(0, most);
  const end = candidates.findIndex((thing, index) => {
    sum += weigh(thing);
    return index >= least && sum > weight;
  });
  return end < 0 ? candidates.length : end;
}
