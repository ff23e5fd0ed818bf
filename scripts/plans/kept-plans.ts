import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forgetOld, touch } from '../build/forget.ts';
import { readSummed, writeSummed } from '../build/summed-file.ts';

/** Packed plans by the digest of their file, from one run to the next. What is missing or damaged costs time and nothing else. */
export interface KeptPlans {
  find: (digest: string) => Uint8Array | undefined;
  keep: (digest: string, packed: Uint8Array) => void;
  /** Keeps what was found or is new, and forgets the rest. */
  save: () => void;
}

/**
 * @param folder where they are kept
 * @param base a digest of everything that decides how a plan is understood
 */
export function openKeptPlans(folder: string, base: string): KeptPlans {
  const shards = new Map<string, Shard>();
  const shardOf = (digest: string) => {
    const name = digest.slice(0, 1);
    const shard = shards.get(name) ?? {
      known: readShard(join(folder, fileName(name)), base),
      asked: new Map(),
    };
    shards.set(name, shard);
    return shard;
  };
  return {
    find(digest) {
      const { known, asked } = shardOf(digest);
      const packed = known.get(digest);
      if (packed) asked.set(digest, packed);
      return packed;
    },
    keep: (digest, packed) => shardOf(digest).asked.set(digest, packed),
    save() {
      try {
        for (const [name, shard] of shards) saveShard(join(folder, fileName(name)), base, shard);
        const asked = new Set([...shards.keys()].map(fileName));
        for (const name of readdirSync(folder))
          if (!asked.has(name)) rmSync(join(folder, name), { force: true });
        touch(folder);
        forgetOld(dirname(folder));
      } catch {
        // Nothing is kept where nothing can be written.
      }
    },
  };
}

interface Shard {
  known: Map<string, Uint8Array>;
  asked: Map<string, Uint8Array>;
}

/** Letters of a digest are large and small, which not every file system tells apart. */
function fileName(letter: string): string {
  return letter.charCodeAt(0).toString(16);
}

function saveShard(path: string, base: string, { known, asked }: Shard): void {
  const isSame = asked.size === known.size && [...asked.keys()].every((digest) => known.has(digest));
  if (isSame) return;
  writeSummed(path, [base, asked]);
}

function readShard(path: string, base: string): Map<string, Uint8Array> {
  const [before, plans] = (readSummed(path) ?? []) as [string?, Map<string, Uint8Array>?];
  return before === base && plans ? plans : new Map();
}
