/** Remembers of a copy what it was made from, so that nobody has to look through it to tell whether it has changed. */
export function madeFrom<T extends object>(copy: T, sources: readonly unknown[]): T {
  return Object.defineProperty(copy, SOURCES, { value: sources });
}

/** What a copy was made from, if it is one. */
export function sourcesOf(value: object): readonly unknown[] | undefined {
  return (value as { [SOURCES]?: readonly unknown[] })[SOURCES];
}

/** The same in templates as they are compiled and in whoever renders them. */
const SOURCES = Symbol.for('slipway.sources');
