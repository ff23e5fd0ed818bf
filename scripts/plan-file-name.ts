import { withoutDevice } from '../src/release/device-name.ts';

/** What stands before `.md` in the name of a plan's file, from its version or name. Empty where nothing is left that a file can be called by. */
export function planFileName(words: string): string {
  const name = words
    .replace(/[^\p{Letter}\p{Number}.+-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80);
  return withoutDevice(name);
}
