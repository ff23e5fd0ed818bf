import { mkdirSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { hasLinks, readLinks } from '../../src/site/broken-links.ts';
import type { Site } from '../../src/release/site.ts';
import { latest } from '../../src/site/once.ts';
import type { SiteRecords } from '../../src/site/record-files.ts';
import { readClock } from './clock.ts';
import { digestOf } from './file-digests.ts';
import { type KeptTexts, openKeptTexts } from './kept-texts.ts';
import { type LanguageSite, placeInWhole } from './language-sites.ts';
import { createLinkTable, type LinkTable } from './link-table.ts';
import {
  describeFile,
  type FileEntry,
  isIntact,
  type Looks,
  type Manifest,
  readManifest,
} from './manifest.ts';
import type { FromWorker, MadeRange, PageRange, RenderJob, ToWorker } from './messages.ts';
import { openPages, type SitePage, type SitePages } from './pages.ts';
import { loadShards, refreshShard } from './record-shards.ts';
import type { ShareRecords } from '../../src/documents/public/share-image-records.ts';
import { createDigests, withoutRest } from './shown.ts';

/** A process of its own that renders pages: it knows the public records and nothing else, and no token. */

let session: Session | undefined;

interface Session extends Pick<SitePages, 'render'> {
  job: RenderJob;
  records: SiteRecords;
  texts: KeptTexts;
  /** Everything that pages can look at, and the same without what longer texts say. */
  content: string;
  listing: string;
  digest: ReturnType<typeof createDigests>;
  /** The first is the one of pages that there are once. */
  series: (() => SitePage[] | Promise<SitePage[]>)[];
  /** The series that was asked for last. */
  listed?: { series: number; pages: SitePage[] };
}

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
process.on('message', (message: ToWorker) => {
  work(message).catch((error: unknown) => {
    say({ did: 'fail', message: error instanceof Error ? error.message : String(error) });
  });
});

async function work(message: ToWorker): Promise<void> {
  switch (message.do) {
    case 'parse':
      for (const index of message.shards) await refreshShard(message.records, index);
      return say({ did: 'parse' });
    case 'render':
      return begin(message.job);
    case 'share':
      return say({ did: 'share', share: await listShared(message.sites) });
    case 'range':
      return say({ did: 'range', made: await makeFiles(message.range) });
    case 'save':
      current().texts.save();
      say({ did: 'save' });
      // While the site is put in place; whoever asks now for more waits for it.
      setImmediate(flushCompileCache);
      return;
  }
}

async function begin(job: RenderJob): Promise<void> {
  const { now, part } = job;
  const { site } = part;
  const { records, given, parts, outline, media } = await loadShards(job.records);
  const clock = readClock(records, site.timezone, new Date(now));
  const content = digestOf([clock.state, ...job.records.shards.flat().map(String)].join('\n'));
  const listing = digestOf([clock.state, job.records.parser, outline].join('\n'));
  const texts = openKeptTexts(job.texts.folder, job.texts.own);
  Object.assign(globalThis, {
    __SLIPWAY_SITE__: site,
    __SLIPWAY_NOW__: now,
    __SLIPWAY_RECORDS__: () => records,
    __SLIPWAY_WATCH__: (at: Looks) => void (looks = looks === 'everything' ? looks : at),
    __SLIPWAY_OUTLINES__: listing,
    __SLIPWAY_KEEP__: texts.keep,
  });
  const { single, series, render } = await openPages(job.templates, site);
  const once = placeAll(single, part);
  session = {
    job,
    records,
    render,
    texts,
    content,
    listing,
    digest: createDigests(given, parts),
    series: [() => once, ...series.map((list) => async () => placeAll(await list(), part))],
  };
  say({
    did: 'list',
    list: { single: once.length, series: series.length, content, listing, until: clock.until, media },
  });
}

async function listShared(sites: readonly Site[]): Promise<ShareRecords[]> {
  const { job, records } = current();
  // What it takes is needed nowhere else in this process.
  const { listShareRecords } = await import('./share-records.ts');
  return sites.map((site) => listShareRecords(site, records, new Date(job.now)));
}

/** The site as it stands; only where all of its pages are looked through is it needed as a whole. */
const lastFiles = (): Manifest['files'] | undefined => {
  const { last } = current().job;
  return last && (known ??= readManifest(last.manifest)?.files);
};
let known: Manifest['files'] | undefined;

/** So that nobody waits for it at the end. */
const largestFirst = latest((pages: readonly SitePage[]): SitePage[] => {
  const sizeOf = ({ file }: SitePage) => lastFiles()?.get(file)?.size ?? 0;
  return pages.toSorted((a, b) => sizeOf(b) - sizeOf(a));
});

/** Said by a page that looks at more than its path hands it. Pages are rendered one after the other, so it is known which. */
let looks: Looks = 'nothing';

async function makeFiles(range: PageRange): Promise<MadeRange> {
  const pages = await listSeries(range.series);
  const files: [string, FileEntry][] = [];
  const kept: string[] = [];
  const held: { kept: number[]; made: number[] } = { kept: [], made: [] };
  const links = createLinkTable();
  for (const [page, before] of choosePages(pages, range)) {
    const { entry, records } = await makeFile(page, before, links);
    if (entry === before) kept.push(page.file);
    else files.push([page.file, entry]);
    (entry === before ? held.kept : held.made).push(records.length, ...records);
  }
  return {
    files,
    kept,
    held: Uint32Array.from([...held.made, ...held.kept]),
    links: links.pack(),
    of: pages.length,
  };
}

/** With what is known of each page whose file is as it was written. */
function choosePages(
  pages: readonly SitePage[],
  range: PageRange,
): [page: SitePage, before: FileEntry | undefined][] {
  if ('files' in range)
    return pages.flatMap((page) => (range.files.has(page.file) ? [[page, range.files.get(page.file)]] : []));
  const { last } = current().job;
  const ordered = range.series === 0 ? largestFirst(pages) : pages;
  return ordered.slice(range.from, range.to).map((page) => {
    const before = lastFiles()?.get(page.file);
    return [page, before && last && isIntact(last.folder, page.file, before) ? before : undefined];
  });
}

async function listSeries(series: number): Promise<SitePage[]> {
  const known = current();
  if (known.listed?.series !== series)
    known.listed = { series, pages: (await known.series[series]?.()) ?? [] };
  return known.listed.pages;
}

function current(): Session {
  if (!session) throw new Error('Nothing was said yet about what is to be rendered.');
  return session;
}

function placeAll(pages: readonly SitePage[], part: LanguageSite): SitePage[] {
  return pages.flatMap((page) => {
    const file = placeInWhole(part, page.file);
    return file === undefined ? [] : [{ ...page, file }];
  });
}

/**
 * Makes a page anew, unless it is as it was written down.
 * @param before what is known of it where its file is as it was written
 * @returns what is known of it from then on, and the numbers of the records that it holds
 */
async function makeFile(
  page: SitePage,
  before: FileEntry | undefined,
  links: LinkTable,
): Promise<{ entry: FileEntry; records: readonly number[] }> {
  const { job, digest, render } = current();
  const handed = page.getProps?.() ?? (await page.getShown?.()) ?? {};
  const shown = digest(handed);
  const records = shown?.records ?? [];
  const shows = digestOf(`${page.route.route} ${shown?.digest}`);
  if (shown && before?.shows === shows && isSeenAlike(before.looks)) return { entry: before, records };
  const close = withoutRest(handed);
  const closely = close && digest(close)?.digest;
  if (closely && before?.closely === closely && before.looks === 'nothing')
    return { entry: { ...before, shows }, records };
  looks = shown ? 'nothing' : 'everything';
  const bytes = await render(page);
  const seen = looks;
  const hash = digestOf(bytes);
  if (before?.hash === hash) return { entry: { ...before, shows, closely, looks: seen }, records };
  const path = join(job.next, page.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const entry = { ...describeFile(path, hash, shows, seen), closely };
  if (hasLinks(page.file)) links.add(entry.hash, readLinks(page.file, bytes, job.siteUrl));
  return { entry, records };
}

/** True where what a page looked at besides what it was handed is as it was. */
function isSeenAlike(seen: Looks): boolean {
  const { job, content, listing } = current();
  if (seen === 'outlines') return job.last?.listing === listing;
  return seen === 'nothing' || job.last?.content === content;
}

function say(message: FromWorker): void {
  process.send?.(message);
}
