import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from './file-digests.ts';

/** What a file holds that `writeSummed` wrote; `undefined` where it is missing or damaged. */
export function readSummed(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    const rest = bytes.subarray(SUM);
    return bytes.toString('latin1', 0, SUM) === digestOf(rest) ? deserialize(rest) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file for the owner alone, as a whole or not at all, with a sum in front that tells of damage. */
export function writeSummed(path: string, value: unknown): void {
  const next = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const bytes = serialize(value);
    writeFileSync(next, Buffer.concat([Buffer.from(digestOf(bytes)), bytes]), { mode: 0o600 });
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** How long the digest is that a file begins with. */
const SUM = 22;
