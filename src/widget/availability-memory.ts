import { type Reader, readerFacts } from '../release/availability-verdict.ts';
import { recallData, remember } from './memory.ts';

const KEY = 'reader';

/** What a reader has said of themselves: in the address, where somebody shared it, else in this browser. */
export function readReader(search = location.search): Reader {
  const asked = new URLSearchParams(search);
  if (readerFacts.some((fact) => asked.has(fact))) {
    return Object.fromEntries(
      readerFacts.flatMap((fact) => (asked.get(fact) ? [[fact, asked.get(fact)]] : [])),
    );
  }
  const known = Object(recallData(KEY)) as Record<string, unknown>;
  return Object.fromEntries(
    readerFacts.flatMap((fact) => (typeof known[fact] === 'string' ? [[fact, known[fact]]] : [])),
  );
}

/** Nothing is sent: it is kept here and nowhere else. */
export function writeReader(reader: Reader): void {
  remember(KEY, Object.values(reader).some(Boolean) ? JSON.stringify(reader) : undefined);
}
