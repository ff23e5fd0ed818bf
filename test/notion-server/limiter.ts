import { rateLimited } from './errors.ts';

/**
 * So many requests in each window, spendable at once; a window begins with its first request. Says 429 with the seconds that
 * are left of the window.
 */
export function createLimiter(now: () => number, limit = 180, windowMs = 60_000): { take(): void } {
  let windowStart = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    take() {
      if (now() >= windowStart + windowMs) {
        windowStart = now();
        used = 0;
      }
      if (++used > limit) throw rateLimited(Math.ceil((windowStart + windowMs - now()) / 1000));
    },
  };
}
