import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseInitiative,
  parseInitiativeTranslation,
  parseRelease,
  parseReleaseTranslation,
  parseRoadmapHistory,
  parseWithdrawn,
} from '../documents/public/record-file.ts';
import type { RoadmapHistory } from '../release/plan-history.ts';
import type { Initiative, Release, Withdrawn } from '../release/release.ts';
import { type ImageSize, readImageFileSize } from './image-size.ts';
import type { InitiativeTranslation, ReleaseTranslation } from '../release/translation.ts';
import type { Records } from './content.ts';

/** What a record file says, by what its path makes it. */
export type SiteRecord =
  | { kind: 'release'; record: Release }
  | { kind: 'initiative'; record: Initiative }
  | { kind: 'releaseTranslation'; record: ReleaseTranslation }
  | { kind: 'initiativeTranslation'; record: InitiativeTranslation }
  | { kind: 'withdrawn'; record: Withdrawn }
  | { kind: 'roadmapChanges'; record: RoadmapHistory }
  /** A picture or file that a record shows. */
  | { kind: 'media'; record: { size: ImageSize | undefined } };

/** Records by the path of their file below the folder of records, with `/`, in the order of the paths. */
export type SiteRecords = ReadonlyMap<string, SiteRecord>;

type RecordOf<K> = Extract<SiteRecord, { kind: K }>['record'];

export interface RecordReader {
  /** The same object as the last time, unless something was forgotten and has changed. */
  read: () => SiteRecords;
  /** Records may have changed since they were read. */
  forget: () => void;
}

/** Reads the record files of a folder, and after changes only those that changed. */
export function recordReader(folder: string): RecordReader {
  const memory = new Map<string, { stamp: string; parsed: SiteRecord }>();
  let last: SiteRecords | undefined;
  let isFresh = false;
  const parse = (path: string): SiteRecord => {
    const { size, mtimeMs } = statSync(join(folder, path));
    const stamp = `${size} ${mtimeMs}`;
    const known = memory.get(path);
    if (known?.stamp === stamp) return known.parsed;
    const parsed = parseRecordFile(folder, path, readFileSync(join(folder, path), 'utf8'));
    memory.set(path, { stamp, parsed });
    return parsed;
  };
  return {
    read() {
      if (last && isFresh) return last;
      const records = new Map(listRecordFiles(folder).map((path) => [path, parse(path)]));
      const isSame =
        records.size === last?.size && [...records].every(([path, each]) => last?.get(path) === each);
      isFresh = true;
      return (last = isSame && last ? last : records);
    },
    forget() {
      isFresh = false;
    },
  };
}

/** The paths of the record files below a folder, with `/`, in order. Unlike `glob()` it never leaves a file out. */
export function listRecordFiles(folder: string): string[] {
  const entries = listFolder(folder);
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      listFolder(join(folder, name)).map((entry) => ({ entry, path: `${name}/${entry.name}` })),
    );
  return [...entries.map((entry) => ({ entry, path: entry.name })), ...below]
    .filter(({ entry, path }) => entry.isFile() && kindOf(path) !== undefined)
    .map(({ path }) => path)
    .sort();
}

/** The records as they are, whatever file each stands in. */
export function collectRecords(files: SiteRecords): Records {
  return {
    releases: ofKind(files, 'release').map(({ record }) => record),
    initiatives: ofKind(files, 'initiative').map(({ record }) => record),
    withdrawn: ofKind(files, 'withdrawn').flatMap(({ record }) => record.addresses),
    roadmapChanges: ofKind(files, 'roadmapChanges').flatMap(({ record }) => record.changes),
    releaseTranslations: ofKind(files, 'releaseTranslation').map(({ record }) => record),
    initiativeTranslations: ofKind(files, 'initiativeTranslation').map(({ record }) => record),
  };
}

export function ofKind<K extends SiteRecord['kind']>(
  files: SiteRecords,
  kind: K,
): { file: string; record: RecordOf<K> }[] {
  return [...files].flatMap(([file, each]) =>
    each.kind === kind ? [{ file, record: each.record as RecordOf<K> }] : [],
  );
}

/**
 * @param path below the folder, with `/`
 * @throws {Error} that names the file, where it is not what `publish` writes
 */
export function parseRecordFile(folder: string, path: string, yaml: string): SiteRecord {
  const kind = kindOf(path);
  try {
    switch (kind) {
      case 'withdrawn':
        return { kind, record: parseWithdrawn(yaml) };
      case 'roadmapChanges':
        return { kind, record: parseRoadmapHistory(yaml) };
      case 'releaseTranslation':
        return { kind, record: parseReleaseTranslation(yaml) };
      case 'initiativeTranslation':
        return { kind, record: parseInitiativeTranslation(yaml) };
      case 'initiative':
        return { kind, record: parseInitiative(yaml) };
      case 'media':
        return { kind, record: { size: readImageFileSize(join(folder, path)) } };
      default:
        return { kind: 'release', record: parseRelease(yaml) };
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${join(folder, path)} cannot be read: ${reason}`, { cause: error });
  }
}

function kindOf(path: string): SiteRecord['kind'] | undefined {
  if (path === '_withdrawn.yaml') return 'withdrawn';
  if (path === '_roadmap-changes.yaml') return 'roadmapChanges';
  if (/^_media\/[0-9a-f]{20}\.[a-z0-9]{2,4}$/.test(path)) return 'media';
  // Names of records have no dots, so that what stands behind one is a language.
  const isTranslation = /\.[a-z0-9-]+\.yaml$/.test(path);
  if (/^_initiatives\/[^/]+\.yaml$/.test(path)) return isTranslation ? 'initiativeTranslation' : 'initiative';
  if (!/^[^_/.][^/]*\/[^/]+\.yaml$/.test(path)) return undefined;
  return isTranslation ? 'releaseTranslation' : 'release';
}

function listFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // A site without a record yet has no folder for them.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
