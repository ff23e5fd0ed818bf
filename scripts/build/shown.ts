import type { Lazy } from '../../src/site/lazy.ts';
import { sourcesOf } from '../../src/site/made-from.ts';
import { digestOf } from './file-digests.ts';

/** What a page is handed. */
export interface Shown {
  digest: string;
  /** The numbers of the records that it holds as a whole. */
  records: readonly number[];
}

/** A record, whose digest is known by its file. */
export type GivenRecord = readonly [record: object, shown: Shown];

/**
 * Describes what pages are handed. Objects are taken to stay as they are, so that what many pages show is looked through once.
 * @param parts what a page may hold of a record without the whole, with the number of the record
 * @returns a function that gives `undefined` for what cannot be told apart by its content, such as a function
 */
export function createDigests(
  given: Iterable<GivenRecord> = [],
  parts: Iterable<readonly [part: object, number: number]> = [],
): (value: unknown) => Shown | undefined {
  const memory: Memory = { known: new WeakMap(given), parts: new WeakMap(parts) };
  return (value) => {
    try {
      const records: number[] = [];
      const digest = describe(value, memory, records);
      return { digest, records: unique(records) };
    } catch (error) {
      if (error instanceof Indescribable) return undefined;
      throw error;
    }
  };
}

/** What a page is handed, without what that only rests on; absent where no part says what of it is shown. */
export function withoutRest(handed: object): object | undefined {
  const parts = Object.entries(handed);
  if (!parts.some(([, part]) => isLazy(part) && part.shown)) return undefined;
  return Object.fromEntries(
    parts.map(([name, part]) => [name, isLazy(part) && part.shown ? part.shown() : part]),
  );
}

interface Memory {
  known: WeakMap<object, Shown>;
  parts: WeakMap<object, number>;
}

class Indescribable extends Error {}

/** Characters. */
const SHORT = 120;

/** @param records takes the numbers of those that are met */
function describe(value: unknown, memory: Memory, records: number[]): string {
  if (typeof value === 'object' && value !== null) {
    const before = memory.known.get(value);
    if (before !== undefined) {
      for (const each of before.records) records.push(each);
      return before.digest;
    }
    const met: number[] = [];
    const whole = memory.parts.get(value);
    if (whole !== undefined) met.push(whole);
    const parts = partsOf(value, (each) => describe(each, memory, met));
    for (const each of met) records.push(each);
    // What is short stands for itself; it has brackets, which digests have not.
    if (parts.length < SHORT) return parts;
    const digest = digestOf(parts);
    memory.known.set(value, { digest, records: unique(met) });
    return digest;
  }
  if (typeof value === 'function' || typeof value === 'symbol') throw new Indescribable();
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function isLazy(value: unknown): value is Lazy<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'restsOn' in value &&
    'get' in value &&
    typeof value.get === 'function'
  );
}

function partsOf(value: object, describe: (part: unknown) => string): string {
  const sources = sourcesOf(value);
  if (sources) return `<${sources.map(describe).join()}>`;
  if (isLazy(value)) return describe(value.restsOn);
  if (Array.isArray(value)) return `[${value.map(describe).join()}]`;
  if (value instanceof Map)
    return `Map(${[...value].map(([key, each]) => `${describe(key)}:${describe(each)}`).join()})`;
  if (value instanceof Set) return `Set(${[...value].map(describe).join()})`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Indescribable();
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${describe(each)}`)
    .join()}}`;
}

function unique(numbers: number[]): readonly number[] {
  return numbers.length > 1 ? [...new Set(numbers)] : numbers;
}
