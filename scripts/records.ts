import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  parseInitiative,
  parseRelease,
  parseRoadmapHistory,
  parseWithdrawn,
  RecordFileError,
  renderInitiative,
  renderRelease,
  renderRoadmapHistory,
  renderWithdrawn,
} from '../src/documents/public/record-file.ts';
import type { Records } from '../src/publish/publish.ts';
import { releaseSlug } from '../src/release/address.ts';
import { Problem } from '../src/sources/problem.ts';
import { display } from './content.ts';
import { makeFolder, reasonOf } from './folders.ts';

/** Record files by their path below the folder of records, with `/`. */
export type RecordFiles = Map<string, string>;

/** The record files as they are. A folder that was left between two states is put right first. */
export function readRecordFiles(folder: string): RecordFiles {
  recover(folder);
  return new Map(
    listFiles(folder, '')
      .filter(isRecord)
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** @throws {Problem} where a record file is not what `publish` writes */
export function parseRecords(folder: string, files: RecordFiles): Records {
  const records: Records = { releases: [], initiatives: [], withdrawn: [] };
  for (const [path, text] of files) {
    try {
      if (path === WITHDRAWN) records.withdrawn = parseWithdrawn(text).addresses;
      else if (path === ROADMAP_CHANGES) records.roadmapChanges = parseRoadmapHistory(text).changes;
      else if (path.startsWith(INITIATIVES)) records.initiatives.push(parseInitiative(text));
      else records.releases.push(parseRelease(text));
    } catch (error) {
      if (!(error instanceof RecordFileError)) throw error;
      throw new Problem(
        `The public record \`${display(join(folder, path))}\` cannot be read: ${error.message}. Nothing was changed.`,
        {
          hint: 'Records are written by `slipway publish`: restore the file from version control, or delete it to have it written anew.',
        },
      );
    }
  }
  return records;
}

export function renderRecords(records: Records): RecordFiles {
  const files: RecordFiles = new Map();
  for (const release of records.releases) {
    files.set(`${release.product}/${releaseSlug(release)}.yaml`, renderRelease(release));
  }
  for (const initiative of records.initiatives) {
    files.set(`${INITIATIVES}${initiative.id}.yaml`, renderInitiative(initiative));
  }
  if (records.withdrawn.length > 0) files.set(WITHDRAWN, renderWithdrawn({ addresses: records.withdrawn }));
  if (records.roadmapChanges) {
    files.set(ROADMAP_CHANGES, renderRoadmapHistory({ changes: records.roadmapChanges }));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Replaces the folder of records as a whole: everything is written beside it first, then two renames swap it in. Whatever happens in
 * between, the next run finds the old state or the new one.
 */
export function writeRecordFiles(folder: string, before: RecordFiles, files: RecordFiles): void {
  const { next, last } = besides(folder);
  try {
    rmSync(next, { recursive: true, force: true });
    makeFolder(next);
    for (const [path, text] of files) {
      const target = join(next, path);
      makeFolder(dirname(target));
      if (before.get(path) === text) linkOrCopy(join(folder, path), target);
      else writeFileSync(target, text, { flush: true });
    }
    for (const path of listFiles(folder, '').filter((each) => !isRecord(each))) {
      makeFolder(dirname(join(next, path)));
      linkOrCopy(join(folder, path), join(next, path));
    }
    if (existsSync(folder)) renameSync(folder, last);
    renameSync(next, folder);
    rmSync(last, { recursive: true, force: true });
  } catch (cause) {
    recover(folder);
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

function besides(folder: string): { next: string; last: string } {
  const name = join(dirname(folder), `.${basename(folder)}`);
  return { next: `${name}.next`, last: `${name}.last` };
}

/** Where a run died between the two renames, the records stand under their second name. */
function recover(folder: string): void {
  const { next, last } = besides(folder);
  if (!existsSync(folder) && existsSync(last)) renameSync(last, folder);
  for (const leftover of [next, last]) {
    if (existsSync(leftover)) rmSync(leftover, { recursive: true, force: true });
  }
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

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
