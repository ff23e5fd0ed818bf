/** Time that only moves when somebody sleeps or says so, in milliseconds since 1970. */
export interface VirtualClock {
  now(): number;
  advance(milliseconds: number): void;
  /** Moves the clock on instead of waiting. Sleepers that overlap wake at the time that each asked for. */
  sleep(milliseconds: number): Promise<void>;
}

export function createClock(start = '2026-05-04T09:00:30.000Z'): VirtualClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
    async sleep(milliseconds) {
      const until = now + milliseconds;
      await Promise.resolve();
      now = Math.max(now, until);
    },
  };
}

/** The time of this machine. */
export function realClock(): VirtualClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

/** The time as Notion tells it: floored to the minute. */
export function toMinute(time: number): string {
  return new Date(Math.floor(time / 60_000) * 60_000).toISOString();
}
