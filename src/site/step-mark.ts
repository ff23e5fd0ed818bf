import { createHash } from 'node:crypto';
import type { Step } from '../release/release.ts';

/** What a browser knows a step by: a step whose words have changed is another step, and is to be done again. */
export function stepMark({ text, who = '' }: Step): string {
  return createHash('sha256').update(`${who}\n${text}`).digest('base64url').slice(0, 8);
}
