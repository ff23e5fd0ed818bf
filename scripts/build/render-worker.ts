import { mkdirSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { recordsWithShareImage, type ShareRecords } from '../../src/documents/public/share-image.ts';
import type { Site } from '../../src/release/site.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { hasLinks, readLinks } from '../../src/site/broken-links.ts';
import { collectRecords, type SiteRecords } from '../../src/site/record-files.ts';
import { readClock } from './clock.ts';
import { digestOf } from './file-digests.ts';
import { placeInWhole } from './language-sites.ts';
import { createLinkTable, type LinkTable } from './link-table.ts';
import { describeFile, type FileEntry, isIntact, type Manifest, readManifest } from './manifest.ts';
import type { FromWorker, RenderJob, ToWorker } from './messages.ts';
import { openPages, type SitePage, type SitePages } from './pages.ts';
import { loadShards, refreshShard } from './record-shards.ts';
import { createDigests } from './shown.ts';

/** A process of its own that renders pages: it knows the public records and nothing else, and no token. */

let session: Session | undefined;

interface Session extends SitePages {
  job: RenderJob;
  last?: Manifest;
  /** Everything that pages can look at. */
  content: string;
  digest: ReturnType<typeof createDigests>;
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
      for (const index of message.shards) refreshShard(message.records, index);
      return say({ did: 'parse' });
    case 'render':
      return begin(message.job);
    case 'range':
      return say(await makeFiles(message.from, message.to));
  }
}

async function begin(job: RenderJob): Promise<void> {
  const { now, part } = job;
  const { site } = part;
  const { records, digests, media } = loadShards(job.records);
  const clock = readClock(records, site.timezone, new Date(now));
  const content = digestOf([clock.state, ...job.records.shards.flat().map(String)].join('\n'));
  Object.assign(globalThis, {
    __SLIPWAY_SITE__: site,
    __SLIPWAY_NOW__: now,
    __SLIPWAY_RECORDS__: () => records,
    __SLIPWAY_WATCH__: () => (looksAtAll = true),
  });
  const { pages: all, render } = await openPages(job.templates, site);
  const placed = all.flatMap((page) => {
    const file = placeInWhole(part, page.file);
    return file === undefined ? [] : [{ ...page, file }];
  });
  const last = job.last && readManifest(job.last.manifest);
  const first = placed.findIndex(({ props }) => props);
  const single = first < 0 ? placed.length : first;
  // The largest first, so that nobody waits for it at the end.
  const sizeOf = ({ file }: SitePage) => last?.files.get(file)?.size ?? 0;
  const pages = [
    ...placed.slice(0, single).toSorted((a, b) => sizeOf(b) - sizeOf(a)),
    ...placed.slice(single),
  ];
  session = { job, pages, render, content, digest: createDigests(digests), ...(last && { last }) };
  const share = listShared(site, records, new Date(now));
  flushCompileCache();
  say({ did: 'list', list: { pages: pages.length, single, content, until: clock.until, share, media } });
}

function listShared(site: Site, files: SiteRecords, now: Date): ShareRecords {
  const { releases, initiatives } = arrangeContent(site, collectRecords(files), now);
  const shown = recordsWithShareImage({ site, releases, initiatives });
  return {
    site,
    releases: releases.filter(({ id }) => shown.has(id)),
    initiatives: initiatives.filter(({ id }) => shown.has(id)),
  };
}

/** Set by a page that looks at more than its path hands it. Pages are rendered one after the other, so it is known which. */
let looksAtAll = false;

async function makeFiles(from: number, to: number): Promise<FromWorker> {
  const files: [string, FileEntry][] = [];
  const links = createLinkTable();
  for (const page of session?.pages.slice(from, to) ?? [])
    files.push([page.file, await makeFile(page, links)]);
  return { did: 'range', files, links: links.packed };
}

async function makeFile(page: SitePage, links: LinkTable): Promise<FileEntry> {
  if (!session) throw new Error('Nothing was said yet about what is to be rendered.');
  const { job, last, content, digest, render } = session;
  const shown = digest(page.props ?? (await page.getShown?.()) ?? {});
  const shows = digestOf(`${page.route.route} ${shown}`);
  const before = shown === undefined ? undefined : last?.files.get(page.file);
  const isGood = before && job.last && isIntact(job.last.folder, page.file, before);
  if (isGood && before.shows === shows && (!before.all || last?.content === content)) return kept(before);
  looksAtAll = shown === undefined;
  const bytes = await render(page);
  const all = looksAtAll;
  if (isGood && before.hash === digestOf(bytes)) return { ...kept(before), shows, all };
  const path = join(job.next, page.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const entry = describeFile(path, bytes, shows, all);
  if (hasLinks(page.file)) links.add(entry.hash, readLinks(page.file, bytes.toString(), job.siteUrl));
  return entry;
}

function kept(entry: FileEntry): FileEntry {
  return { ...entry, fresh: false };
}

function say(message: FromWorker): void {
  process.send?.(message);
}
