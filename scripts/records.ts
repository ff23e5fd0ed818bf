import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  parseAddressForm,
  parseInitiative,
  parseInitiativeTranslation,
  parseRelease,
  parseReleaseTranslation,
  parseRoadmapHistory,
  parseWithdrawn,
  RecordFileError,
  renderAddressForm,
  renderInitiative,
  renderInitiativeTranslation,
  renderRelease,
  renderReleaseTranslation,
  renderRoadmapHistory,
  renderWithdrawn,
} from '../src/documents/public/record-file.ts';
import type { Records } from '../src/publish/publish.ts';
import { releaseSlug } from '../src/release/address.ts';
import { readSteadily } from '../src/sources/notion/pull/read-steadily.ts';
import { Problem } from '../src/sources/problem.ts';
import { ADDRESS_FORM, display } from './content.ts';
import { makeFolder, reasonOf } from './folders.ts';
import { replaceFolder } from './whole-folder.ts';

/** Record files by their path below the folder of records, with `/`. */
export type RecordFiles = Map<string, string>;

/** The record files: all of one state, even where they are replaced meanwhile, or a killed run left them between two states. */
export function readRecordFiles(folder: string): RecordFiles {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new Problem(
      `\`${display(folder)}\` is a file, and the folder of the public records is to be there. Nothing was changed.`,
      {
        hint: 'Move it away.',
      },
    );
  const read = () =>
    listFiles(folder, '')
      .filter(isRecord)
      .map((path): [string, string] => [path, readFileSync(join(folder, path), 'utf8')]);
  return new Map(readSteadily([folder], read));
}

/** @throws {Problem} where a record file is not what `publish` writes */
export function parseRecords(folder: string, files: RecordFiles): Records {
  const { records, unreadable } = parseReadable(folder, files);
  const [first] = unreadable;
  if (first) throw new Problem(`${first.what} Nothing was changed.`, { hint: first.hint });
  return records;
}

/** A record file that is not what `publish` writes. */
export interface UnreadableRecord {
  path: string;
  /** Whose it is, where that can be made out. */
  id: string | undefined;
  what: string;
  hint: string;
}

/** The same of those files that are, with what is said of the others. */
export function parseReadable(
  folder: string,
  files: RecordFiles,
): { records: Records; unreadable: UnreadableRecord[] } {
  const records: Records = { releases: [], initiatives: [], withdrawn: [] };
  const unreadable: UnreadableRecord[] = [];
  for (const [path, text] of files) {
    try {
      if (path === WITHDRAWN) records.withdrawn = parseWithdrawn(text).addresses;
      else if (path === ADDRESS_FORM) Object.assign(records, parseAddressForm(text));
      else if (path === ROADMAP_CHANGES) records.roadmapChanges = parseRoadmapHistory(text).changes;
      else if (isTranslation(path)) {
        const { releases, initiatives } = (records.translations ??= { releases: [], initiatives: [] });
        if (path.startsWith(INITIATIVES)) initiatives.push(parseInitiativeTranslation(text));
        else releases.push(parseReleaseTranslation(text));
      } else if (path.startsWith(INITIATIVES)) records.initiatives.push(parseInitiative(text));
      else records.releases.push(parseRelease(text));
    } catch (error) {
      if (!(error instanceof RecordFileError)) throw error;
      unreadable.push({
        path,
        id: /^(?:id|of): *["']?([^\s"']+)/m.exec(text)?.[1],
        what: `The public record \`${display(join(folder, path))}\` cannot be read: ${error.message}.`,
        hint: 'Records are written by `slipway publish`: restore the file from version control, or delete it to have it written anew.',
      });
    }
  }
  return { records, unreadable };
}

export function renderRecords(records: Records): RecordFiles {
  const files: RecordFiles = new Map();
  for (const release of records.releases) {
    files.set(`${release.product}/${releaseSlug(release)}.yaml`, renderRelease(release));
  }
  for (const initiative of records.initiatives) {
    files.set(`${INITIATIVES}${initiative.id}.yaml`, renderInitiative(initiative));
  }
  for (const translation of records.translations?.releases ?? []) {
    const release = records.releases.find(({ id }) => id === translation.of);
    if (!release) continue;
    const path = `${release.product}/${releaseSlug(release)}.${translation.locale.toLowerCase()}.yaml`;
    files.set(path, renderReleaseTranslation(translation));
  }
  for (const translation of records.translations?.initiatives ?? []) {
    const path = `${INITIATIVES}${translation.of}.${translation.locale.toLowerCase()}.yaml`;
    files.set(path, renderInitiativeTranslation(translation));
  }
  if (records.withdrawn.length > 0) files.set(WITHDRAWN, renderWithdrawn({ addresses: records.withdrawn }));
  const { productInAddresses, authority } = records;
  if (productInAddresses === false || authority) {
    files.set(ADDRESS_FORM, renderAddressForm({ productInAddresses, authority }));
  }
  if (records.roadmapChanges) {
    files.set(ROADMAP_CHANGES, renderRoadmapHistory({ changes: records.roadmapChanges }));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Replaces the folder of records as a whole. Only for those who hold its lock, and for `before` as it is now.
 * @param copies files of other kinds that belong to the records, by their paths → where they are taken from; nothing else stays in their folder
 */
export function writeRecordFiles(
  folder: string,
  before: RecordFiles,
  files: RecordFiles,
  copies: { folder: string; files: ReadonlyMap<string, string> },
): void {
  try {
    replaceFolder(folder, (next) => {
      const written: string[] = [];
      for (const [path, text] of files) {
        const target = join(next, path);
        makeFolder(dirname(target));
        if (before.get(path) === text) linkOrCopy(join(folder, path), target);
        else written.push(writeText(target, text));
      }
      const isOther = (path: string) => !isRecord(path) && !path.startsWith(`${copies.folder}/`);
      for (const path of listFiles(folder, '').filter(isOther)) {
        makeFolder(dirname(join(next, path)));
        linkOrCopy(join(folder, path), join(next, path));
      }
      for (const [name, source] of copies.files) {
        const target = join(next, copies.folder, name);
        makeFolder(dirname(target));
        if (source === join(folder, copies.folder, name)) linkOrCopy(source, target);
        else {
          copyFileSync(source, target);
          written.push(target);
        }
      }
      return written;
    });
  } catch (cause) {
    throw new Problem(
      `The public records in \`${display(folder)}\` could not be written: ${reasonOf(cause)}. Nothing was changed.`,
      {
        hint: 'Make sure that the folder can be written and that the disk has room, then run it again.',
        cause,
      },
    );
  }
}

const INITIATIVES = '_initiatives/';
const WITHDRAWN = '_withdrawn.yaml';
const ROADMAP_CHANGES = '_roadmap-changes.yaml';

/** Names of records have no dots, so that what stands behind one is a language. */
function isTranslation(path: string): boolean {
  return /\.[a-z0-9-]+\.yaml$/.test(path);
}

function isRecord(path: string): boolean {
  return path.endsWith('.yaml');
}

function listFiles(folder: string, below: string): string[] {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(folder, path);
      return entry.isFile() ? [path] : [];
    });
}

function writeText(path: string, text: string): string {
  writeFileSync(path, text);
  return path;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
