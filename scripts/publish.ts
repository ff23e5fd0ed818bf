import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { publicId } from '../src/publish/identity.ts';
import { type Publication, publish } from '../src/publish/publish.ts';
import { takeBack } from '../src/publish/take-back.ts';
import { lockOf } from '../src/sources/notion/pull/lock.ts';
import { Problem } from '../src/sources/problem.ts';
import { checkContent } from './check.ts';
import { ADDRESS_FORM, type ContentFolder, display, readContent } from './content.ts';
import { type Command, commonOptions, type ExitCode } from './command.ts';
import { compareRecords, type RecordChange, renderChange } from './diff.ts';
import { takeLock } from './lock.ts';
import { writeLedger } from './ledger.ts';
import { decideMedia, MEDIA_FOLDER, type RecordMedia } from './media.ts';
import { readNow } from './now.ts';
import { printProblem } from './problems.ts';
import {
  parseReadable,
  readRecordFiles,
  renderRecords,
  type UnreadableRecord,
  writeRecordFiles,
} from './records.ts';
import { explainRefusal, refuseRemovals, refuseSecrets } from './refusals.ts';
import { recoverFolder } from './whole-folder.ts';
import { type Counts, countMessages, printMessages, renderCounts } from './report.ts';
import { counted, paint, printLine } from './terminal.ts';

export const publishCommand: Command = {
  options: {
    content: commonOptions.content,
    'dry-run': { type: 'boolean', help: 'Only show what would change' },
    full: { type: 'boolean', help: 'Show new and removed records line by line too' },
    'allow-mass-delete': { type: 'boolean', help: 'Remove records even where many lost their plan at once' },
    now: commonOptions.now,
    json: commonOptions.json,
  },
  async run(_, options) {
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const isDry = options['dry-run'] === true;
    const now = readNow(options['now'], content.settings);
    const result = publishContent(content, {
      now,
      isDry,
      allowMassDelete: options['allow-mass-delete'] === true,
    });
    const isJson = options['json'] === true;
    if (!result.refused) {
      if (isJson) printLine(JSON.stringify(describe(result), null, 2));
      else printPublication(content, result, { isDry, full: options['full'] === true });
    }
    const isNoted = isDry || noteHistory(content, now, { quiet: isJson || result.refused !== undefined });
    if (result.refused) throw result.refused;
    return isNoted ? exitCodeOf(result.counts) : 1;
  },
};

/**
 * Writes into the history of the plans what they say now, for those inside alone; what readers hear of it stands in the records.
 * @returns false where it could not be, which takes back nothing of what was published, and is told
 */
export function noteHistory(content: ContentFolder, now: Date, { quiet = false } = {}): boolean {
  try {
    const moved = writeLedger(content, now).length;
    if (moved > 0 && !quiet)
      printLine(`${counted(moved, 'plan')} changed course; \`slipway history\` says how.`);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    printProblem(error);
    return false;
  }
}

export interface PublishResult {
  publication: Publication;
  changes: RecordChange[];
  /** Pictures and files that records show and that are not here. */
  missing: RecordMedia['missing'];
  counts: Counts;
  /** Why nothing was published. What its authors made internal was taken back all the same. */
  refused?: Problem | undefined;
}

/**
 * Publishes a content folder: decides, and unless `isDry` writes what differs.
 * @throws {Problem} where the records cannot be read or written
 */
export function publishContent(
  content: ContentFolder,
  options: { now: Date; isDry: boolean; allowMassDelete: boolean },
): PublishResult {
  if (options.isDry) return publishLocked(content, options);
  const folder = join(content.folder, 'releases');
  const letGo = takeLock(lockOf(folder), 'is publishing this folder');
  try {
    recoverFolder(folder);
    return publishLocked(content, options);
  } finally {
    letGo();
  }
}

function publishLocked(
  content: ContentFolder,
  options: { now: Date; isDry: boolean; allowMassDelete: boolean },
): PublishResult {
  const folder = join(content.folder, 'releases');
  const before = readRecordFiles(folder);
  const { records: previous, unreadable } = parseReadable(folder, before);
  const { plans, initiatives, settings } = content;
  checkContent(content, previous.releases, options.now);
  const publication = publish({
    plans,
    initiatives,
    translations: content.translations,
    previous,
    site: settings.site,
    now: options.now,
  });
  const wanted = renderRecords(publication.records);
  const refusal =
    unreadable[0] ??
    refuseSecrets(wanted) ??
    (options.allowMassDelete ? undefined : refuseRemovals(content, previous, publication));
  const after = refusal ? renderRecords(takeBack(previous, publication, settings.site)) : wanted;
  for (const { path } of keepUnreadable(content, publication, unreadable))
    after.set(path, before.get(path) as string);
  const different = compareRecords(before, after);
  const changes = different.filter(({ path }) => path !== ADDRESS_FORM);
  const media = decideMedia(content.folder, after);
  if (!options.isDry && (different.length > 0 || media.differs)) {
    writeRecordFiles(folder, before, after, { folder: MEDIA_FOLDER, files: media.files });
  }
  const counts = countMessages(publication.outcomes.map((each) => each.file));
  return {
    publication,
    changes,
    missing: media.missing,
    counts,
    refused: refusal && explainRefusal(refusal, changes, options.isDry),
  };
}

/** Files that cannot be read stay for somebody to look at, unless the plan that they are of is not to be public. */
function keepUnreadable(
  { plans, initiatives, settings: { site } }: ContentFolder,
  { outcomes }: Publication,
  unreadable: readonly UnreadableRecord[],
): UnreadableRecord[] {
  const isWithheld = ({ file }: { file: VFile }) =>
    outcomes.some((each) => each.file === file && /^(?:internal|draft|scheduled)$/.test(each.outcome));
  const withheld = new Set([
    ...plans.filter(isWithheld).map((plan) => publicId(plan, site)),
    ...initiatives.filter(isWithheld).map(({ id }) => id),
  ]);
  return unreadable.filter(({ id }) => id === undefined || !withheld.has(id));
}

/** True of a repository that holds what was published and none of the plans: its site is made of the records as they are. */
export function hasRecordsAlone({ folder, plans }: ContentFolder): boolean {
  return plans.length === 0 && existsSync(join(folder, 'releases'));
}

export function printRecordsAlone(): void {
  printLine('There are public records and no plans here: the site is built from the records alone.');
}

/** Prints what is wrong, what changes in public, and one line of conclusion. */
export function printPublication(
  content: ContentFolder,
  { publication, changes, missing, counts }: PublishResult,
  options: { isDry: boolean; full: boolean; quiet?: boolean },
): void {
  printMessages(
    publication.outcomes.map((each) => each.file),
    'error',
  );
  const folder = display(join(content.folder, 'releases'));
  if (!options.quiet) for (const change of changes) printLine(renderChange(folder, change, options));
  if (!options.quiet && changes.length > 0) printLine();
  for (const { file, outcome } of publication.outcomes) {
    if (outcome === 'kept')
      printLine(`${paint('yellow', '!')} ${file.path} has errors: its last published record stays as it is.`);
    if (outcome === 'blocked')
      printLine(`${paint('yellow', '!')} ${file.path} has errors: nothing of it is published.`);
  }
  for (const { name, record } of missing) {
    printLine(
      `${paint('yellow', '!')} ${record} shows the file /media/${name}, which is not here: pull its plan again (\`slipway pull --full\`).`,
    );
  }
  for (const record of publication.spared) {
    printLine(`${paint('yellow', '!')} “${record.title}” has no plan that can be read, and stays as it is.`);
  }
  printLine(renderConclusion(publication, changes, counts, options.isDry));
}

function renderConclusion(
  publication: Publication,
  changes: RecordChange[],
  counts: Counts,
  isDry: boolean,
): string {
  const many = (outcome: string) => publication.outcomes.filter((each) => each.outcome === outcome).length;
  const held = (['internal', 'draft', 'scheduled', 'cancelled'] as const)
    .map((outcome) => [many(outcome), outcome] as const)
    .filter(([count]) => count > 0)
    .map(([count, outcome]) => `${count} ${outcome}`);
  const changed =
    changes.length === 0
      ? 'nothing changes in public'
      : `${counted(changes.length, 'record')} ${isDry ? 'would change' : 'changed'}`;
  if (publication.outcomes.length === 0)
    return 'There is no plan here yet. Start one with `slipway new`; the README shows what a small one looks like.';
  const what = `${counted(publication.records.releases.length, 'release')} and ${counted(publication.records.initiatives.length, 'roadmap item')} public`;
  return `${what}${held.length > 0 ? ` (${held.join(', ')})` : ''}; ${changed}; ${renderCounts(counts)}${counts.warnings > 0 ? ' (`slipway check` lists them)' : ''}.`;
}

function describe({ publication, changes, counts }: PublishResult) {
  return {
    releases: publication.records.releases.length,
    initiatives: publication.records.initiatives.length,
    changes: changes.map(({ path, what }) => ({ path, what })),
    plans: publication.outcomes.map(({ file, outcome }) => ({ path: file.path, outcome })),
    ...counts,
  };
}

export function exitCodeOf(counts: Counts): ExitCode {
  return counts.errors > 0 ? 1 : 0;
}
