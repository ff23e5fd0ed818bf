/** True in `npm run test:long`, which is vitest's mode `long`. */
export const isLong = import.meta.env.MODE === 'long';

/**
 * How often a law is tried: `short` times in `npm test`, `long` times in `npm run test:long`.
 */
export function runs(short: number, long: number): number {
  return isLong ? long : short;
}

/** In the long form, says on the terminal how far a loop has come, each time a twentieth of it is done. */
export function tellProgress(what: string, done: number, all: number): void {
  const step = Math.max(1, Math.floor(all / 20));
  if (isLong && done % step === 0) process.stderr.write(`${what}: ${done} of ${all}\n`);
}
