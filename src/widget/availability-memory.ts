import { type Reader, readerFacts } from '../release/availability-verdict.ts';

const KEY = 'reader';

/** What a reader has said of themselves: in the address, where somebody shared it, else in this browser. */
export function readReader(search = location.search): Reader {
  const asked = new URLSearchParams(search);
  if (readerFacts.some((fact) => asked.has(fact))) {
    return Object.fromEntries(
      readerFacts.flatMap((fact) => (asked.get(fact) ? [[fact, asked.get(fact)]] : [])),
    );
  }
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const known = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    return Object.fromEntries(
      readerFacts.flatMap((fact) => (typeof known[fact] === 'string' ? [[fact, known[fact]]] : [])),
    );
  } catch {
    return {};
  }
}

/** Nothing is sent: it is kept here and nowhere else. */
export function writeReader(reader: Reader): void {
  try {
    if (Object.values(reader).some(Boolean)) localStorage.setItem(KEY, JSON.stringify(reader));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing still answers.
  }
}
