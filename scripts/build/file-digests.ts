import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Digests of files; what is known of a file that has not been touched since is not read again. */
export interface FileDigests {
  /** @throws where the file cannot be read */
  digestOf: (path: string) => string;
  /** Keeps what was asked for, and forgets the rest. */
  save: () => void;
}

/** @param memory the file that digests are remembered in; one that is missing or damaged costs time and nothing else */
export function openFileDigests(memory: string): FileDigests {
  const known = readMemory(memory);
  const asked = new Map<string, Known>();
  return {
    digestOf(path) {
      const stamp = stampOf(path);
      const before = known.get(path);
      if (before?.stamp === stamp) {
        asked.set(path, before);
        return before.digest;
      }
      const started = Date.now();
      const digest = digestOf(readFileSync(path));
      // Clocks of file systems are coarse: a file that was written just now may be written once more under the same stamp.
      if (started - statSync(path).ctimeMs > COARSEST_CLOCK) asked.set(path, { stamp, digest });
      return digest;
    },
    save() {
      const isSame =
        asked.size === known.size &&
        [...asked].every(([path, each]) => known.get(path)?.stamp === each.stamp);
      if (isSame) return;
      mkdirSync(dirname(memory), { recursive: true });
      const next = `${memory}.${process.pid}`;
      writeFileSync(next, serialize(asked));
      renameSync(next, memory);
    },
  };
}

/** What tells texts and files apart: 128 bits of SHA-256. */
export function digestOf(bytes: string | NodeJS.ArrayBufferView): string {
  return hash('sha256', bytes, 'base64url').slice(0, 22);
}

interface Known {
  stamp: string;
  digest: string;
}

/** Milliseconds. */
export const COARSEST_CLOCK = 2_000;

function stampOf(path: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function readMemory(path: string): Map<string, Known> {
  try {
    return deserialize(readFileSync(path)) as Map<string, Known>;
  } catch {
    return new Map();
  }
}
