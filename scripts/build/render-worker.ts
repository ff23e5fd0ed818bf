import { mkdirSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { hasLinks, readLinks } from '../../src/site/broken-links.ts';
import type { Site } from '../../src/release/site.ts';
import type { SiteRecords } from '../../src/site/record-files.ts';
import { readClock } from './clock.ts';
import { digestOf } from './file-digests.ts';
import { type KeptTexts, openKeptTexts } from './kept-texts.ts';
import { type LanguageSite, placeInWhole } from './language-sites.ts';
import { createLinkTable, type LinkTable } from './link-table.ts';
import { describeFile, type FileEntry, isIntact, type Manifest, readManifest } from './manifest.ts';
import type { FromWorker, MadeRange, PageRange, RenderJob, ToWorker } from './messages.ts';
import { openPages, type SitePage, type SitePages } from './pages.ts';
import { loadShards, refreshShard } from './record-shards.ts';
import type { ShareRecords } from '../../src/documents/public/share-image.ts';
import { createDigests } from './shown.ts';

/** A process of its own that renders pages: it knows the public records and nothing else, and no token. */

let session: Session | undefined;

interface Session extends Pick<SitePages, 'render'> {
  job: RenderJob;
  records: SiteRecords;
  texts: KeptTexts;
  last?: Manifest;
  /** Everything that pages can look at. */
  content: string;
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
  const { records, digests, media } = loadShards(job.records);
  const clock = readClock(records, site.timezone, new Date(now));
  const content = digestOf([clock.state, ...job.records.shards.flat().map(String)].join('\n'));
  const texts = openKeptTexts(job.texts.folder, job.texts.own);
  Object.assign(globalThis, {
    __SLIPWAY_SITE__: site,
    __SLIPWAY_NOW__: now,
    __SLIPWAY_RECORDS__: () => records,
    __SLIPWAY_WATCH__: () => (looksAtAll = true),
    __SLIPWAY_KEEP__: texts.keep,
  });
  const { single, series, render } = await openPages(job.templates, site);
  const last = job.last && readManifest(job.last.manifest);
  // The largest first, so that nobody waits for it at the end.
  const sizeOf = ({ file }: SitePage) => last?.files.get(file)?.size ?? 0;
  const once = placeAll(single, part).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  session = {
    job,
    records,
    render,
    texts,
    content,
    digest: createDigests(digests),
    series: [() => once, ...series.map((list) => async () => placeAll(await list(), part))],
    ...(last && { last }),
  };
  say({
    did: 'list',
    list: { single: once.length, series: series.length, content, until: clock.until, media },
  });
}

async function listShared(sites: readonly Site[]): Promise<ShareRecords[]> {
  const { job, records } = current();
  // What it takes is needed nowhere else in this process.
  const { listShareRecords } = await import('./share-records.ts');
  return sites.map((site) => listShareRecords(site, records, new Date(job.now)));
}

/** Set by a page that looks at more than its path hands it. Pages are rendered one after the other, so it is known which. */
let looksAtAll = false;

async function makeFiles({ series, from, to }: PageRange): Promise<MadeRange> {
  const pages = await listSeries(series);
  const files: [string, FileEntry][] = [];
  const kept: string[] = [];
  const links = createLinkTable();
  for (const page of pages.slice(from, to)) {
    const made = await makeFile(page, links);
    if (made) files.push([page.file, made]);
    else kept.push(page.file);
  }
  return { files, kept, links: links.packed, of: pages.length };
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

/** Makes a page anew, unless it is as it was written down. */
async function makeFile(page: SitePage, links: LinkTable): Promise<FileEntry | undefined> {
  const { job, last, content, digest, render } = current();
  const shown = digest(page.props ?? (await page.getShown?.()) ?? {});
  const shows = digestOf(`${page.route.route} ${shown}`);
  const before = shown === undefined ? undefined : last?.files.get(page.file);
  const isGood = before && job.last && isIntact(job.last.folder, page.file, before);
  if (isGood && before.shows === shows && (!before.all || last?.content === content)) return undefined;
  looksAtAll = shown === undefined;
  const bytes = await render(page);
  const all = looksAtAll;
  if (isGood && before.hash === digestOf(bytes)) return { ...before, shows, all, fresh: false };
  const path = join(job.next, page.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const entry = describeFile(path, bytes, shows, all);
  if (hasLinks(page.file)) links.add(entry.hash, readLinks(page.file, bytes.toString(), job.siteUrl));
  return entry;
}

function say(message: FromWorker): void {
  process.send?.(message);
}
