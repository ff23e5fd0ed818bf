/** True in `npm run test:long`, which is vitest's mode `long`. */
export const isLong = import.meta.env.MODE === 'long';

/**
 * How often a law is tried: `short` times in `npm test`, `long` times in `npm run test:long`.
 */
export function runs(short: number, long: number): number {
  return isLong ? long : short;
}
