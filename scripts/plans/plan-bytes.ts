import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { MAX_PLAN_BYTES } from '../../src/sources/markdown.ts';

/** The bytes of a plan file. Of one that is too large to be read, just so many that this shows. */
export function readPlanBytes(path: string): Buffer {
  if (statSync(path).size <= MAX_PLAN_BYTES) return readFileSync(path);
  const bytes = Buffer.alloc(MAX_PLAN_BYTES + 1);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
