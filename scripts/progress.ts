import { printError } from './terminal.ts';

/** What a person sees while something takes long: one line that changes, or, away from a terminal, a line now and then. */
export interface Progress {
  /** So many of so many done; without `total` nobody knows how many there will be. */
  show(what: string, done: number, total?: number): void;
  /** Nothing will happen for so many milliseconds. */
  wait(why: string, milliseconds: number): void;
  /** Leaves the line empty for what is printed next. */
  end(): void;
}

export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? liveLine(stream) : plainLines();
}

function liveLine(stream: NodeJS.WriteStream): Progress {
  let ticking: NodeJS.Timeout | undefined;
  let until = 0;
  const draw = (text: string) => stream.write(`\r\u001B[2K${text.slice(0, (stream.columns || 80) - 1)}`);
  const stop = () => {
    clearInterval(ticking);
    ticking = undefined;
  };
  return {
    show(what, done, total) {
      if (Date.now() >= until) stop();
      if (!ticking) draw(`${what} … ${total === undefined ? done : `${done} of ${total}`}`);
    },
    wait(why, milliseconds) {
      until = Math.max(until, Date.now() + milliseconds);
      const tick = () => draw(`${why}: going on in ${renderWait(until - Date.now())}`);
      tick();
      ticking ??= setInterval(tick, 1000).unref();
    },
    end() {
      stop();
      draw('');
    },
  };
}

/** A line for each hundred, and one for each pause that a person would notice. */
function plainLines(): Progress {
  let until = 0;
  return {
    show(what, done, total) {
      if (total !== undefined && total > 100 && done % 100 === 0) printError(`${what}: ${done} of ${total}`);
    },
    wait(why, milliseconds) {
      // Several requests wait for the same moment.
      if (Date.now() + milliseconds < until + 500) return;
      until = Date.now() + milliseconds;
      printError(`${why}: going on in ${renderWait(milliseconds)}.`);
    },
    end: () => undefined,
  };
}

/** `4 s`, `5 min 20 s`. */
function renderWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
