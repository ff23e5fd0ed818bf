/**
 * What this browser keeps for a reader, and nobody else. One that keeps nothing, or is full, does as if nothing had ever been kept: what was chosen
 * holds for the page that is open.
 */

export function recall(key: string): string | undefined {
  return guarded(() => localStorage.getItem(key) ?? undefined);
}

/** @param value `undefined` forgets */
export function remember(key: string, value: string | undefined): void {
  guarded(() => (value === undefined ? localStorage.removeItem(key) : localStorage.setItem(key, value)));
}

/** What was kept as JSON; `undefined` where it is none. */
export function recallData(key: string): unknown {
  return guarded(() => JSON.parse(localStorage.getItem(key) ?? ''));
}

/** The keys that begin with some words; `undefined` where nothing can be kept. */
export function recallKeys(start: string): string[] | undefined {
  return guarded(() => Object.keys(localStorage).filter((key) => key.startsWith(start)));
}

function guarded<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
