import type { Clock } from './clock.ts';

/** Notion's limit: so many requests in any minute, spendable at once. */
const REQUESTS = 180;
const WINDOW = 60_000;

export interface Pace {
  /** Waits until one more request may go. */
  take(): Promise<void>;
  /** Nothing goes for so many milliseconds. */
  pause(milliseconds: number): void;
}

/**
 * Keeps all requests of a run below Notion's limit, whichever minute one looks at.
 * @param tell hears of waits that a person would notice, in milliseconds.
 */
export function createPace(clock: Clock, tell: (wait: number) => void): Pace {
  const sent: number[] = [];
  let pausedUntil = 0;
  return {
    async take() {
      for (;;) {
        const now = clock.now();
        while (sent.length > 0 && (sent[0] ?? 0) <= now - WINDOW) sent.shift();
        const free = sent.length < REQUESTS ? now : (sent[0] ?? now) + WINDOW;
        const wait = Math.max(free, pausedUntil) - now;
        if (wait <= 0) {
          sent.push(now);
          return;
        }
        tell(wait);
        await clock.sleep(wait);
      }
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds);
    },
  };
}
