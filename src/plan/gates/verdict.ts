import type { Place } from '../document.ts';
import type { Verdict } from '../gates.ts';
import type { Finding } from '../rules/rule.ts';

export function pass(text: string, place?: Place): Verdict {
  return { passed: true, says: [{ text, place }] };
}

export function fail(text: string, place?: Place): Verdict {
  return { passed: false, says: [{ text, place }] };
}

/** Passes where nothing is in the way. */
export function passUnless(faults: Finding[], text: string, place?: Place): Verdict {
  return faults.length > 0 ? { passed: false, says: faults } : pass(text, place);
}

/** “1 change”, “3 changes”. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
