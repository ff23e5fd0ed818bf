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
import { type FolderTimes, lookIntoFolders, readFolderTimes, withoutChanged } from './folder-times.ts';
import { type SiteSearch, openSiteSearch } from './site-search.ts';
import { createLinkTable, type LinkTable, readPackedLinks, writePackedLinks } from './link-table.ts';
import { type FileEntry, isIntact, type Manifest, readManifest, writeManifest } from './manifest.ts';
import type { RecordFile, RecordShards } from './record-shards.ts';
import { dealShards, findStale, refreshShard } from './record-shards.ts';
import { type Known, makeLanguages } from './make-languages.ts';
import { forgetOld } from './forget.ts';
import { findBroken } from './site-links.ts';
import { linkKept, type SiteFiles } from './site-files.ts';
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
    const { manifest, search, links } = await makeFiles(content, input, place, teams);
    const files = locate(manifest, place.next, out);
    await search.searchRest(files, manifest.files, last?.manifest.secrets);
    const { broken, packed } = findBroken(manifest.files, files, links, last?.manifest, input.siteUrl);
    manifest.broken = broken;
    checkLinks(content, manifest.broken);
    manifest.folders = show(out, place, manifest, last?.manifest, large);
    writePackedLinks(linksOf(input), packed);
    writeManifest(input.manifest, manifest);
    for (const name of ['sites', 'records', 'texts']) forgetOld(join(kept, name));
    const written = [...manifest.files.values()].filter(({ fresh }) => fresh).length;
    return { pages: countPages(manifest.files), written };
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
): Promise<{ manifest: Manifest; search: SiteSearch; links: LinkTable }> {
  const { now, base, inputs } = input;
  const { site } = content.settings;
  const records: RecordShards = {
    records: join(content.folder, 'releases'),
    folder: join(kept, 'records', digestOf(content.folder)),
    parser: base,
    shards: dealShards(input.records),
  };
  const [, , damaged, search, links] = await Promise.all([
    prepareTemplates(site, base),
    refreshShards(records, teams[0]),
    Promise.resolve().then(() => findDamaged(input.last)),
    Promise.resolve().then(() => openSiteSearch(content, next)),
    Promise.resolve().then(() => createLinkTable(input.last && readPackedLinks(linksOf(input)))),
  ]);
  const see = (files: [string, FileEntry][]) => search.searchMade(files);
  const made = await makeLanguages(content, input, {
    next,
    records,
    teams,
    links,
    see,
    damaged,
    texts: join(kept, 'texts'),
  });
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
  return { manifest, search, links };
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

/** Where the links of its files are kept. */
function linksOf({ manifest }: Input): string {
  return `${manifest}.links`;
}

/** Where the bytes of each file are before the site is put together. */
function locate({ files }: Manifest, next: string, out: string): SiteFiles {
  return new Map([...files].map(([path, { fresh }]) => [path, join(fresh ? next : out, path)]));
}

/**
 * Puts the new site in the place of the last one. A site that is small is swapped as a whole; in a large one the files that are new are moved in.
 * @returns what is known of its folders from then on
 */
function show(
  out: string,
  place: OutFolder,
  { files }: Manifest,
  last: Manifest | undefined,
  large: number,
): FolderTimes {
  if (last) {
    const { strays, times } = lookIntoFolders(out, last.files, last.folders);
    const gone = [...last.files.keys(), ...strays].filter((path) => !files.has(path));
    const made = [...files].flatMap(([path, { fresh }]) => (fresh ? [path] : []));
    if (files.size > large && gone.length + made.length < files.size / 4) {
      place.change(gone);
      return withoutChanged(times, [...gone, ...made]);
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
