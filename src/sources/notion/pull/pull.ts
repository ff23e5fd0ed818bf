import type { Client } from '@notionhq/client';
import { join } from 'node:path';
import { Problem } from '../../problem.ts';
import type { Clock } from '../client/clock.ts';
import { explainNotion } from '../client/explain.ts';
import { matchColumns } from '../properties/columns.ts';
import { type Kind, NOUNS } from '../properties/tables.ts';
import { type BodiesContext, fetchBodies } from './bodies.ts';
import { findDataSource } from './data-source.ts';
import { decidePull } from './decide.ts';
import { codeOf, type Disk } from './disk.ts';
import { lookThrough } from './look-through.ts';
import { loadState } from './load-state.ts';
import { lockOf, takeLock } from './lock.ts';
import { type NextFolder, nextFolder } from './next-folder.ts';
import type { MediaOptions } from './page-media.ts';
import { decideRemovals } from './removals.ts';
import { joinReports, type PullProgress, type PullReport } from './report.ts';
import { renderState, STATE_FILE } from './state.ts';
import { recoverFolder, replaceFolder, syncFolder } from './swap.ts';
import { sweepPages } from './sweep.ts';

export interface PullOptions extends MediaOptions {
  kind: Kind;
  client: Client;
  clock: Clock;
  disk: Disk;
  /** A folder of its own for the plans of this data source; everything in it is Slipway's. */
  folder: string;
  /** Id or address of the data source, or of a database that has one. */
  dataSource: string;
  /** Field → name or id of a column. */
  mapping?: Readonly<Record<string, string>>;
  full?: boolean;
  dryRun?: boolean;
  allowMassDelete?: boolean;
  acceptSchema?: boolean;
  /** How long after an edit a page may still change within the same minute for all that clocks tell, in milliseconds. */
  slack?: number;
  onProgress?: (progress: PullProgress) => void;
}

const SLACK = 5 * 60_000;

/**
 * Brings the plans of a Notion data source into a folder of plan files: one request for the schema, one for each hundred rows, one for each page that
 * is new or changed. The folder changes as a whole or not at all.
 * @throws {Problem} where nothing could be done, and nothing was changed
 */
export async function pullPlans(options: PullOptions): Promise<PullReport> {
  const { disk, folder } = options;
  if (options.dryRun) return pullLocked(options);
  const release = await takeLock(disk, lockOf(folder));
  try {
    await recoverFolder(disk, folder);
    return await pullUntilRecent(options, MOST_PASSES);
  } finally {
    await release();
  }
}

/** From how long on between the properties of a page and its text one looks again, in milliseconds. */
const LONG = 5 * 60_000;
const MOST_PASSES = 3;

/**
 * Properties are read before texts. Where the texts took long, a page may have been made internal first and then written for those inside, so it
 * looks at once for what has changed meanwhile.
 */
async function pullUntilRecent(options: PullOptions, passes: number): Promise<PullReport> {
  const started = options.clock.now();
  const report = await pullLocked(options);
  const isRecent = options.clock.now() - started < LONG;
  if (isRecent || !report.written || report.problems.length > 0 || passes === 1) return report;
  return joinReports(report, await pullUntilRecent({ ...options, full: false }, passes - 1));
}

async function pullLocked(options: PullOptions): Promise<PullReport> {
  const { client, disk, folder, onProgress } = options;
  const { text: stateText, state: previous } = await loadState(disk, folder);
  const { source, note } = await findDataSource(client, options.kind, options.dataSource);
  const isSame = previous?.source === source.id && !options.acceptSchema;
  const { columns, notes } = matchColumns(
    options.kind,
    Object.values(source.properties).map(({ id, name, type }) => ({ id, name, type })),
    options.mapping ?? {},
    isSame ? previous.columns : {},
    source.url,
  );
  const sweep = await sweepPages(client, source.id, (done) => onProgress?.({ step: 'list', done }));
  if (sweep.failure !== undefined && sweep.pages.length === 0)
    throw explainNotion(sweep.failure, { what: `your ${NOUNS[options.kind]}` });
  const { seen, titles, templates } = lookThrough(options.kind, sweep.pages, columns);
  const decision = decidePull(seen, previous, options.full ?? false);
  const context: BodiesContext = { ...options, columns, titles, previous, now: () => options.clock.now() };
  const fetched = await fetchBodies(context, decision.fetch, (done) =>
    onProgress?.({ step: 'pages', done, total: decision.fetch.length }),
  );
  const canMiss = sweep.failure === undefined && previous !== undefined;
  const removals = canMiss
    ? await decideRemovals(
        client,
        decision.missing,
        previous,
        { id: source.id, nouns: NOUNS[options.kind] },
        options.allowMassDelete ?? false,
        (done) => onProgress?.({ step: 'missing', done, total: decision.missing.length }),
      )
    : { gone: new Map<string, string>() };
  const next = await nextFolder({
    context,
    disk,
    folder,
    decision,
    fetched,
    gone: removals.gone,
    slack: options.slack ?? SLACK,
    state: { source: source.id, columns, pages: {} },
  });
  next.report.templates = templates;
  next.report.notes.unshift(...[note ?? [], notes].flat().map((text) => ({ text })));
  if (removals.problem) next.report.problems.push(removals.problem);
  if (sweep.failure !== undefined) next.report.problems.push(incomplete(sweep.failure, NOUNS[options.kind]));
  if (!options.dryRun) next.report.written = await writeFolder(disk, folder, next, stateText);
  return next.report;
}

function incomplete(failure: unknown, nouns: string): Problem {
  const why = explainNotion(failure, { what: `the list of your ${nouns}` }).message.replace(
    ' Nothing was changed.',
    '',
  );
  return new Problem(
    `The list of your ${nouns} broke off. What was seen is up to date, and nothing was removed. ${why}`,
    {
      hint: 'Run it again.',
      cause: failure,
    },
  );
}

async function writeFolder(
  disk: Disk,
  folder: string,
  next: NextFolder,
  before: string | undefined,
): Promise<boolean> {
  const state = renderState(next.state);
  try {
    if (next.isSame && before !== undefined) {
      if (state === before) return false;
      const aside = join(folder, `${STATE_FILE}.next`);
      await disk.writeFile(aside, state, { flush: true });
      await disk.rename(aside, join(folder, STATE_FILE));
      await syncFolder(disk, folder);
      return true;
    }
    const written = new Map<string, string | Uint8Array>([...next.written, [STATE_FILE, state]]);
    await replaceFolder(disk, folder, { written, kept: next.kept });
    return true;
  } catch (error) {
    if (!/^(?:ENOSPC|EDQUOT|EACCES|EROFS|EPERM)$/.test(codeOf(error))) throw error;
    const isFull = /ENOSPC|EDQUOT/.test(codeOf(error));
    throw new Problem(
      `${isFull ? 'The disk is full' : `${folder} cannot be written`}. Nothing was changed.`,
      {
        hint: isFull
          ? 'Make room and pull again.'
          : 'Make the folder and the one around it writable for you.',
        cause: error,
      },
    );
  }
}
