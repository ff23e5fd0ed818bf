import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileKind } from '../src/sources/notion/files/file-kind.ts';
import { Problem } from '../src/sources/problem.ts';
import { makeFolder } from './folders.ts';
import { notionFolder } from './notion-folder.ts';
import { type RecordFiles, readRecordFiles } from './records.ts';

/** Where the pictures and files that records show stand, beside them and as public as they are. */
export const MEDIA_FOLDER = '_media';

export interface RecordMedia {
  /** What records show, as names → where the file is taken from. */
  files: Map<string, string>;
  /** What they show and is nowhere, or is not what its name says. */
  missing: { name: string; record: string }[];
  /** True where the folder beside the records holds something else. */
  differs: boolean;
}

/**
 * The files that public records show, and no others: those that are public already, and those that came with a plan from Notion, where a pull drew
 * pictures anew. Each must be what its name says: the hash of what is in it.
 */
export function decideMedia(content: string, records: RecordFiles): RecordMedia {
  const folder = join(content, 'releases', MEDIA_FOLDER);
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const places = [folder, ...pulledFolders(content)];
  const media: RecordMedia = { files: new Map(), missing: [], differs: false };
  for (const [name, record] of findShown(records)) {
    const source = places.map((place) => join(place, name)).find((path) => isWhole(path, name));
    if (source) media.files.set(name, source);
    else media.missing.push({ name, record });
  }
  const isKept = (name: string) => media.files.get(name) === join(folder, name);
  media.differs = there.length !== media.files.size || !there.every(isKept);
  return media;
}

/**
 * Copies the pictures and files that public records show into a built site.
 * @throws {Problem} where one is missing or is something else
 */
export function copyMedia(content: string, site: string): void {
  const releases = join(content, 'releases');
  const shown = findShown(readRecordFiles(releases));
  if (shown.size > 0) makeFolder(join(site, 'media'));
  for (const [name, record] of shown) {
    const source = join(releases, MEDIA_FOLDER, name);
    if (!isWhole(source, name)) {
      throw new Problem(
        `The public record \`${record}\` shows the file \`/media/${name}\`, which is not beside the records as it was published. The last good site stays.`,
        {
          hint: 'It came from Notion with its plan: run `slipway pull --full` and `slipway publish`, or restore it from version control.',
        },
      );
    }
    copyFileSync(source, join(site, 'media', name));
  }
}

/** Names that a pull gives: the hash of what is in the file. */
const MEDIA = /\/media\/([0-9a-f]{20}\.[a-z0-9]{2,4})\b/g;

/** Names → the first record that shows it. */
function findShown(records: RecordFiles): Map<string, string> {
  const shown = new Map<string, string>();
  for (const [path, text] of records) {
    for (const [, name = ''] of text.matchAll(MEDIA)) if (!shown.has(name)) shown.set(name, path);
  }
  return shown;
}

function pulledFolders(content: string): string[] {
  return (['plans', 'roadmap'] as const).map((kind) => join(notionFolder(content, kind), 'media'));
}

function isWhole(path: string, name: string): boolean {
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
  return `${hash}.${readFileKind(bytes)?.extension}` === name;
}
