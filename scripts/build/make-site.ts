import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteLanguages } from '../../src/release/language.ts';
import { listRecordFiles } from '../../src/site/record-files.ts';
import type { ContentFolder } from '../content.ts';
import { renderSearched } from '../leak-scan.ts';
import { checkLinks } from '../link-check.ts';
import type { OutFolder } from '../out-folder.ts';
import { projectFolder } from '../project-folder.ts';
import { digestOf, openFileDigests } from './file-digests.ts';
import {
  type FoldersFound,
  type FolderTimes,
  lookIntoFolders,
  readFolderTimes,
  withoutChanged,
} from './folder-times.ts';
import { type SiteSearch, openSiteSearch } from './site-search.ts';
import { type KeptLinks, openKeptLinks } from './kept-links.ts';
import { type FileEntry, isIntact, type Manifest, readManifest, writeManifest } from './manifest.ts';
import type { RecordFile, RecordShards } from './record-shards.ts';
import { dealShards, findStale, refreshShard } from './record-shards.ts';
import { type Known, type LookedAt, makeLanguages } from './make-languages.ts';
import { forgetOld } from './forget.ts';
import { findBroken } from './site-links.ts';
import { linkKept } from './site-files.ts';
import { describeTemplates, prepareTemplates } from './templates.ts';
import { startTeams, type Workers } from './workers.ts';

export interface Made {
  /** Files of HTML. */
  pages: number;
  /** Files that were written. */
  written: number;
}

/**
 * Makes a site from public records: pages are rendered anew where anything that they show has changed since the last time, and stay where it
 * has not and they are as they were written.
 * @param place the output, taken for this run
 * @throws {Error} that names the record or the page at fault; then the output is as it was
 */
export async function makeSite(
  content: ContentFolder,
  out: string,
  place: OutFolder,
  now: Date,
  large = LARGE,
): Promise<Made> {
  const input = readInput(content, out, now);
  const { last } = input;
  if (last && isUpToDate(last.manifest, input) && isWhole(out, last.manifest)) {
    checkLinks(content, last.manifest.broken);
    return { pages: countPages(last.manifest.files), written: 0 };
  }
  const teams = startTeams(input.records.length, siteLanguages(content.settings.site).length);
  try {
    const { manifest, search, links, found } = await makeFiles(content, input, place, teams);
    const { files } = manifest;
    // Before the site is put together.
    const placeOf = (path: string) => join(files.get(path)?.fresh ? place.next : out, path);
    await search.searchRest(placeOf, files, last?.manifest.secrets);
    manifest.broken = findBroken(files, placeOf, links.table, last?.manifest, input.siteUrl);
    checkLinks(content, manifest.broken);
    manifest.folders = show(out, place, manifest, found, large);
    links.save(files.values());
    writeManifest(input.manifest, manifest);
    for (const name of ['sites', 'records', 'texts']) forgetOld(join(kept, name));
    const written = [...files.values()].filter(({ fresh }) => fresh).length;
    return { pages: countPages(files), written };
  } finally {
    for (const workers of teams) workers.end();
  }
}

/** Everything that a site is made from, before anything is made. */
interface Input extends Known {
  inputs: string;
}

function readInput(content: ContentFolder, out: string, now: Date): Input {
  const id = digestOf(out);
  const digests = openFileDigests(join(kept, 'records', `${digestOf(content.folder)}.digests`));
  const releases = join(content.folder, 'releases');
  const records = listRecordFiles(releases).map((path): RecordFile => [
    path,
    digests.digestOf(join(releases, path)),
  ]);
  digests.save();
  const base = describeTemplates(content.settings.site);
  const inputs = digestOf([base, renderSearched(content), content.folder, ...records.map(String)].join('\n'));
  const manifest = join(kept, 'sites', id);
  const before = readManifest(manifest);
  const last = before?.base === base && existsSync(out) ? { folder: out, manifest: before } : undefined;
  const siteUrl = content.settings.site.url.replace(/\/*$/, '/');
  return { now, siteUrl, manifest, records, base, inputs, ...(last && { last }) };
}

/** What builds know from one to the next. All of it may be deleted. */
const kept = join(projectFolder, '.slipway');

function isUpToDate({ inputs, from, until }: Manifest, input: Input): boolean {
  const at = input.now.getTime();
  return inputs === input.inputs && from <= at && at < until;
}

/** True where a site holds every file as it was written, and no other. */
function isWhole(out: string, { files, folders }: Manifest): boolean {
  return (
    lookIntoFolders(out, files, folders).strays.length === 0 &&
    [...files].every(([path, entry]) => isIntact(out, path, entry))
  );
}

/** Makes what is new into the next folder. */
async function makeFiles(
  content: ContentFolder,
  input: Input,
  { next }: OutFolder,
  teams: readonly [Workers, ...Workers[]],
): Promise<Pick<Looked, 'search' | 'links' | 'found'> & { manifest: Manifest }> {
  const { now, base, inputs, last } = input;
  const { site } = content.settings;
  const records: RecordShards = {
    records: join(content.folder, 'releases'),
    folder: join(kept, 'records', digestOf(content.folder)),
    parser: base,
    shards: dealShards(input.records),
  };
  await Promise.all([prepareTemplates(site, base), refreshShards(records, teams[0])]);
  // While the processes that render load the records.
  const told = Promise.withResolvers<void>();
  const looking = told.promise.then((): Looked => {
    const search = openSiteSearch(content, next);
    const links = openKeptLinks(`${input.manifest}.links`, last !== undefined);
    return {
      search,
      links,
      see: (files) => search.searchMade(files),
      table: links.table,
      damaged: findDamaged(last),
      ...(last && { found: lookAtLast(last) }),
    };
  });
  // It is told where it is asked for.
  looking.catch(() => {});
  const made = await makeLanguages(content, input, {
    next,
    records,
    teams,
    looking,
    onTold: told.resolve,
    texts: join(kept, 'texts'),
  });
  const { search, links, found } = await looking;
  const manifest = {
    base,
    inputs,
    records: input.records.map(([, digest]) => digest),
    from: now.getTime(),
    secrets: search.digest,
    broken: [],
    folders: new Map(),
    ...made,
  };
  return { manifest, search, links, ...(found && { found }) };
}

interface Looked extends LookedAt {
  search: SiteSearch;
  links: KeptLinks;
  found?: LastFound;
}

/** The site as it stands. */
interface LastFound extends FoldersFound {
  files: Manifest['files'];
}

function lookAtLast({ folder, manifest: { files, folders } }: NonNullable<Input['last']>): LastFound {
  return { files, ...lookIntoFolders(folder, files, folders) };
}

/** A few are parsed here while the processes that render load their code. */
async function refreshShards(records: RecordShards, workers: Workers): Promise<void> {
  const stale = findStale(records);
  if (stale.length > FEW_SHARDS) return workers.parse(records, stale);
  for (const index of stale) await refreshShard(records, index);
}

const FEW_SHARDS = 3;

function findDamaged(last: Input['last']): ReadonlySet<string> {
  const damaged = new Set<string>();
  for (const [path, entry] of last?.manifest.files ?? [])
    if (last && !isIntact(last.folder, path, entry)) damaged.add(path);
  return damaged;
}

/**
 * Puts the new site in the place of the last one. A site that is small is swapped as a whole; in a large one the files that are new are moved in.
 * @returns what is known of its folders from then on
 */
function show(
  out: string,
  place: OutFolder,
  { files }: Manifest,
  last: LastFound | undefined,
  large: number,
): FolderTimes {
  if (last) {
    const gone = [...last.files.keys(), ...last.strays].filter((path) => !files.has(path));
    const made = [...files].flatMap(([path, { fresh }]) => (fresh ? [path] : []));
    if (files.size > large && gone.length + made.length < files.size / 4) {
      place.change(gone);
      return withoutChanged(last.times, [...gone, ...made]);
    }
    linkKept(files, out, place.next);
  }
  place.swap();
  return readFolderTimes(out, files.keys());
}

/** Files. Up to here, giving each that stays a second name takes less than a tenth of a second. */
const LARGE = 2_000;

function countPages(files: ReadonlyMap<string, FileEntry>): number {
  return [...files.keys()].filter((path) => path.endsWith('.html')).length;
}
