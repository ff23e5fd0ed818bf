import { join } from 'node:path';
import { explainNotion, statusOf } from '../client/explain.ts';
import { bodyOf, markOld } from '../plan-file.ts';
import { type BodiesContext, type FetchedPage, fetchFrontMatter } from './bodies.ts';
import { type Decision, isSettled, type SeenPage } from './decide.ts';
import { type Disk, readText } from './disk.ts';
import { MEDIA_FOLDER } from './load-state.ts';
import type { PullReport } from './report.ts';
import type { PageState, PullState } from './state.ts';

export interface NextFolder {
  state: PullState;
  /** New and changed files. */
  written: Map<string, string | Uint8Array>;
  /** Files that stay. */
  kept: Set<string>;
  /** True where no file changes. */
  isSame: boolean;
  report: PullReport;
}

interface Facts {
  context: BodiesContext;
  disk: Disk;
  folder: string;
  decision: Decision;
  fetched: readonly FetchedPage[];
  /** Ids of pages that go, and why. */
  gone: ReadonlyMap<string, string>;
  slack: number;
  /** To be filled with pages. */
  state: PullState;
}

/** Puts together what the folder will hold. Pages that could not be had keep their last good copy, with their fields of today. */
export async function nextFolder(facts: Facts): Promise<NextFolder> {
  const next: NextFolder = {
    state: facts.state,
    written: new Map(),
    kept: new Set(),
    isSame: true,
    report: {
      added: [],
      changed: [],
      removed: [],
      plans: 0,
      templates: 0,
      failed: [],
      notes: [],
      problems: [],
      written: false,
    },
  };
  const before = facts.context.previous?.pages ?? {};
  for (const page of facts.fetched) {
    if ('failure' in page) await keepLastGood(facts, next, page.seen, page.failure);
    else await addFetched(facts, next, page);
  }
  for (const seen of facts.decision.refresh) await refresh(facts, next, seen);
  for (const { page } of facts.decision.keep) keep(next, page.id, before[page.id]);
  for (const id of facts.decision.missing) {
    const why = facts.gone.get(id);
    if (why) next.report.removed.push({ title: before[id]?.title ?? id, why });
    else keep(next, id, before[id]);
  }
  finish(next, before);
  return next;
}

async function addFetched(
  facts: Facts,
  next: NextFolder,
  page: Extract<FetchedPage, { text: string }>,
): Promise<void> {
  const { seen, pulled } = page;
  const { id, last_edited_time: edited, url } = seen.page;
  const state: PageState = {
    file: seen.file,
    title: seen.title,
    edited,
    settled: isSettled(edited, page.readAt, facts.slack),
    fields: seen.fields,
    ...pulled.state,
  };
  next.state.pages[id] = state;
  await put(facts, next, id, state, page.text);
  for (const file of pulled.files) next.written.set(join(MEDIA_FOLDER, file.name), file.bytes);
  for (const text of page.notes) next.report.notes.push({ title: seen.title, url, text });
}

/** Writes a plan file, or leaves the one that says the same. */
async function put(
  facts: Facts,
  next: NextFolder,
  id: string,
  state: PageState,
  text: string,
): Promise<void> {
  const before = facts.context.previous?.pages[id];
  const stands =
    before?.file === state.file ? await readText(facts.disk, join(facts.folder, state.file)) : undefined;
  if (stands === text) {
    next.kept.add(state.file);
    return;
  }
  next.written.set(state.file, text);
  (before ? next.report.changed : next.report.added).push(state.title);
}

async function refresh(
  facts: Facts,
  next: NextFolder,
  seen: SeenPage,
  mark = (body: string) => body,
): Promise<boolean> {
  const before = facts.context.previous?.pages[seen.page.id];
  const stands = before && (await readText(facts.disk, join(facts.folder, before.file)));
  const body = stands === undefined ? undefined : bodyOf(stands);
  if (!before || body === undefined) return false;
  const { file } = seen;
  const state: PageState = { ...before, file, title: seen.title, fields: seen.fields };
  next.state.pages[seen.page.id] = state;
  await put(
    facts,
    next,
    seen.page.id,
    state,
    (await fetchFrontMatter(facts.context, seen.page)) + mark(body),
  );
  return true;
}

/** What was made internal in Notion becomes internal here even where the text cannot be had; what was made public waits for its text. */
async function keepLastGood(facts: Facts, next: NextFolder, seen: SeenPage, failure: unknown): Promise<void> {
  const before = facts.context.previous?.pages[seen.page.id];
  const isKept =
    before?.fields === seen.fields
      ? keep(next, seen.page.id, before)
      : await refresh(facts, next, seen, markOld);
  const why =
    statusOf(failure) === 404
      ? 'Notion no longer shows the page to the connection.'
      : explainNotion(failure, { what: `the plan “${seen.title}”` }).message.replace(
          ' Nothing was changed.',
          '',
        );
  const state = isKept ? 'The copy of the last pull stays.' : 'It is missing here until the next pull.';
  next.report.failed.push({ title: seen.title, url: seen.page.url, why: `${why} ${state}` });
}

function keep(next: NextFolder, id: string, state: PageState | undefined): boolean {
  if (!state) return false;
  next.state.pages[id] = state;
  next.kept.add(state.file);
  return true;
}

/** Media stay as long as a page shows them. */
function finish(next: NextFolder, before: Readonly<Record<string, PageState>>): void {
  const used = (pages: Readonly<Record<string, PageState>>) =>
    new Set(
      Object.values(pages).flatMap((page) =>
        Object.values(page.media).map((name) => join(MEDIA_FOLDER, name)),
      ),
    );
  const usedBefore = used(before);
  const usedNow = used(next.state.pages);
  for (const path of next.written.keys()) if (usedBefore.has(path)) next.written.delete(path);
  for (const path of usedNow) if (usedBefore.has(path)) next.kept.add(path);
  next.isSame =
    next.written.size === 0 &&
    next.report.removed.length === 0 &&
    [...usedBefore].every((path) => usedNow.has(path));
  next.report.plans = Object.keys(next.state.pages).length;
}
