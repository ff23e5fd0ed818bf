import type { Lazy } from '../../src/site/lazy.ts';
import { digestOf } from './file-digests.ts';

/**
 * A digest of what a page is handed. Objects are taken to stay as they are, so that what many pages show is looked through once.
 * @param given digests that are known already, as those of records are by their files
 * @returns a function that gives `undefined` for what cannot be told apart by its content, such as a function
 */
export function createDigests(
  given: Iterable<[object, string]> = [],
): (value: unknown) => string | undefined {
  const known = new WeakMap<object, string>(given);
  return (value) => {
    try {
      return describe(value, known);
    } catch (error) {
      if (error instanceof Indescribable) return undefined;
      throw error;
    }
  };
}

class Indescribable extends Error {}

/** Characters. */
const SHORT = 120;

function describe(value: unknown, known: WeakMap<object, string>): string {
  if (typeof value === 'object' && value !== null) {
    const before = known.get(value);
    if (before !== undefined) return before;
    const parts = isLazy(value) ? describe(value.restsOn, known) : partsOf(value, known);
    // What is short stands for itself; it has brackets, which digests have not.
    if (parts.length < SHORT) return parts;
    const digest = digestOf(parts);
    known.set(value, digest);
    return digest;
  }
  if (typeof value === 'function' || typeof value === 'symbol') throw new Indescribable();
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function isLazy(value: object): value is Lazy<unknown> {
  return 'restsOn' in value && 'get' in value && typeof value.get === 'function';
}

function partsOf(value: object, known: WeakMap<object, string>): string {
  if (Array.isArray(value)) return `[${value.map((each) => describe(each, known)).join()}]`;
  if (value instanceof Map)
    return `Map(${[...value].map(([key, each]) => `${describe(key, known)}:${describe(each, known)}`).join()})`;
  if (value instanceof Set) return `Set(${[...value].map((each) => describe(each, known)).join()})`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Indescribable();
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${describe(each, known)}`)
    .join()}}`;
}
