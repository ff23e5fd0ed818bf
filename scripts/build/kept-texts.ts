import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './file-digests.ts';
import { readSummed, writeSummed } from './summed-file.ts';

/** What texts come to, from one build to the next. What is missing or damaged costs time and nothing else. */
export interface KeptTexts {
  /** What is kept under a key, or else what `make` gives, which is kept from then on. */
  keep: (key: string, make: () => string) => string;
  /** Keeps what was asked for, and forgets the rest. */
  save: () => void;
}

/**
 * @param folder shared by all processes that render with the same templates
 * @param own the file of this process; each writes one and reads all
 */
export function openKeptTexts(folder: string, own: string): KeptTexts {
  let known: Map<string, string> | undefined;
  const asked = new Map<string, string>();
  let room = MOST;
  let isNew = false;
  return {
    keep(key, make) {
      if (room <= 0) return make();
      const digest = digestOf(key);
      const before = asked.get(digest) ?? (known ??= readAll(folder)).get(digest);
      const text = before ?? make();
      if (!asked.has(digest)) {
        asked.set(digest, text);
        room -= text.length;
        isNew ||= before === undefined;
      }
      return text;
    },
    save() {
      if (!isNew) return;
      try {
        writeSummed(join(folder, own), asked);
      } catch {
        // Nothing is kept where nothing can be written.
      }
    },
  };
}

/** Characters. What all builds need comes first; a build from nothing asks for more than the next one will. */
const MOST = 8_000_000;

function readAll(folder: string): Map<string, string> {
  try {
    return new Map(
      readdirSync(folder).flatMap((name) => [
        ...((readSummed(join(folder, name)) as Map<string, string>) ?? []),
      ]),
    );
  } catch {
    return new Map();
  }
}
