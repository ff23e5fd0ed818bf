import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Loader } from 'astro/loaders';
import { toJSONSchema, type ZodType } from 'zod';

export interface RecordSource<T> {
  name: string;
  /** Absolute path of the folder that holds the records. */
  folder: string;
  /** Which files are meant, by their path below the folder, with `/` between its parts. */
  owns: (path: string) => boolean;
  parse: (yaml: string) => T;
  schema: ZodType<T>;
}

/**
 * Loads record files into a collection. Unlike `glob()` it never leaves a file out: a record that cannot be read ends the
 * build with a sentence that names it. Unchanged files are not parsed again.
 */
export function recordLoader<T extends Record<string, unknown>>(source: RecordSource<T>): Loader {
  return {
    name: `slipway:${source.name}`,
    schema: source.schema,
    async load({ store, generateDigest, watcher, logger }) {
      // A record is parsed again, too, when what a record is has changed.
      const schema = JSON.stringify(toJSONSchema(source.schema, { io: 'input', unrepresentable: 'any' }));
      const sync = async () => {
        const paths = await listRecords(source.folder, source.owns);
        const wanted = new Set(paths);
        for (const path of paths) {
          const yaml = await readFile(join(source.folder, path), 'utf8');
          const digest = generateDigest(schema + yaml);
          if (store.get(path)?.digest === digest) continue;
          store.set({ id: path, digest, data: parseRecord(source, path, yaml) });
        }
        for (const id of store.keys()) if (!wanted.has(id)) store.delete(id);
      };
      await sync();
      watcher?.add(source.folder);
      watcher?.on('all', (_event, file) => {
        if (!source.owns(toPath(source.folder, file))) return;
        sync().catch((error: unknown) =>
          logger.error(error instanceof Error ? error.message : String(error)),
        );
      });
    },
  };
}

async function listRecords(folder: string, owns: (path: string) => boolean): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => toPath(folder, join(entry.parentPath, entry.name)))
    .filter(owns)
    .sort();
}

function parseRecord<T>(source: RecordSource<T>, path: string, yaml: string): T {
  try {
    return source.parse(yaml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${join(source.folder, path)} cannot be read: ${reason}`, { cause: error });
  }
}

function toPath(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/');
}
