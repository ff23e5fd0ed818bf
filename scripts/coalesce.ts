/** Runs something soon after it was asked for: many requests are one run, and never do two runs overlap. */
export interface Coalescer {
  request(): void;
  /** No further runs; resolves when the one that is going on, if any, is done. */
  stop(): Promise<void>;
}

export interface CoalesceOptions {
  /** How long nothing more must be asked for before a run begins, in milliseconds. */
  wait: number;
  /** How long after a run that went well there is one more, unasked. */
  every: number;
  /** How long after one that did not. */
  retry: number;
  /** Hears of what `run` throws. Then there are no more runs. */
  onFault: (error: unknown) => void;
}

/** @param run says whether it went well */
export function coalesce(run: () => Promise<boolean>, options: CoalesceOptions): Coalescer {
  let timer: NodeJS.Timeout | undefined;
  let firstAsked: number | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;

  const schedule = (milliseconds: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(begin, milliseconds);
  };
  const begin = () => {
    firstAsked = undefined;
    running = run()
      .then(
        (isWell) =>
          schedule(firstAsked === undefined ? (isWell ? options.every : options.retry) : options.wait),
        (error: unknown) => {
          isStopped = true;
          options.onFault(error);
        },
      )
      .finally(() => (running = undefined));
  };
  return {
    request() {
      const now = Date.now();
      firstAsked ??= now;
      // Somebody who never stops typing does not keep the others waiting for ever.
      if (!running) schedule(Math.min(options.wait, Math.max(0, firstAsked + 10 * options.wait - now)));
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
