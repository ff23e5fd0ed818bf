import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFolder } from '../content.ts';
import { copyMedia } from '../media.ts';
import { drawShareImages, type ShareImages } from '../share-images.ts';
import { type LanguageSite, listLanguageSites, placeInWhole } from './language-sites.ts';
import type { LinkTable } from './link-table.ts';
import { chooseChanged, readListing, startListing, writeListing } from './listing.ts';
import type { FileEntry, Manifest } from './manifest.ts';
import type { ChosenFiles, MadeRange, PageList } from './messages.ts';
import type { RecordFile, RecordShards } from './record-shards.ts';
import { copyIn, isLeftBehind, listTree } from './site-files.ts';
import { prepareTemplates, type Templates } from './templates.ts';
import type { Workers } from './workers.ts';

/** What a site is made with, whatever its language. */
export interface Making {
  /** Where files are written. */
  next: string;
  records: RecordShards;
  /** Each makes one language after the other. */
  teams: readonly Workers[];
  /** Where it is kept what texts come to. */
  texts: string;
  looking: Promise<LookedAt>;
  /** Called once the processes that render know what they begin with. */
  onTold: () => void;
}

/** What is found out while pages are listed. */
export interface LookedAt {
  /** Takes the links of files that are made. */
  table: LinkTable;
  /** Files of the last site that are not as they were written. */
  damaged: ReadonlySet<string>;
  /** Told of files as soon as they are made. */
  see: (files: [string, FileEntry][]) => void;
}

/** What is known before anything is made. */
export interface Known {
  now: Date;
  /** The address that the site stands under, with a slash at its end. */
  siteUrl: string;
  /** What everything rests on. */
  base: string;
  /** Where it is written down what is known of the output. */
  manifest: string;
  /** Absent where nothing of it can be used. */
  last?: { folder: string; manifest: Manifest };
  /** All that there are, in the order of their paths. */
  records: readonly RecordFile[];
}

/**
 * Makes what is new of a site in each of its languages.
 * @throws {Error} that names the page or the picture that cannot be made
 */
export async function makeLanguages(
  content: ContentFolder,
  known: Known,
  making: Making,
): Promise<Pick<Manifest, 'files' | 'content' | 'listing' | 'until'>> {
  const { site } = content.settings;
  const parts = listLanguageSites(site);
  const languages: Promise<MadeLanguage>[] = [];
  let images: Promise<ShareImages[]> | undefined;
  for (const [index, part] of parts.entries()) {
    const templates = prepareTemplates(site, known.base, part.language);
    const workers = making.teams[index % making.teams.length] as Workers;
    const listed = Promise.all([templates, languages[index - making.teams.length]]).then(([compiled]) =>
      listPages(part, known, making, workers, compiled),
    );
    // Pictures of all languages are drawn at once, while pages are rendered.
    images ??= listed
      .then(() => workers.share(parts.map((each) => each.site)))
      .then((share) => drawShareImages(site, share));
    const drawn = images.then((all) => all[index] as ShareImages);
    drawn.catch(() => {});
    languages.push(
      Promise.all([templates, listed]).then(([compiled, list]) =>
        makeLanguage(content, part, list, known, { ...making, workers, templates: compiled, drawn }),
      ),
    );
  }
  // Nobody is left behind who still writes.
  await Promise.allSettled(languages);
  const made = await Promise.all(languages);
  const files = new Map<string, FileEntry>();
  for (const { pages, copied } of made)
    for (const [path, entry] of [...(await filesOrFailure(copied)), ...pages]) files.set(path, entry);
  const { content: digest = '', listing = '', until = Infinity } = made.at(-1)?.list ?? {};
  return { files, content: digest, listing, until };
}

interface Turn {
  workers: Workers;
  templates: Templates;
  /** Pictures for shared links. */
  drawn: Promise<ShareImages>;
}

interface MadeLanguage {
  list: PageList;
  pages: Map<string, FileEntry>;
  copied: Promise<Copied>;
}

/** What went wrong with what is copied is told after what went wrong with the pages. */
type Copied = { files: Map<string, FileEntry> } | { failure: unknown };

function listPages(
  part: LanguageSite,
  { now, siteUrl, last, manifest }: Known,
  { next, records, texts, onTold }: Making,
  workers: Workers,
  templates: Templates,
): Promise<PageList> {
  return workers.list(
    {
      part,
      siteUrl,
      now: now.toISOString(),
      records,
      templates,
      next,
      ...(last && {
        last: {
          folder: last.folder,
          manifest,
          content: last.manifest.content,
          listing: last.manifest.listing,
        },
      }),
    },
    join(texts, templates.key),
    onTold,
  );
}

/**
 * Renders what is new of the site in one language. Pictures for shared links are drawn by another process meanwhile, and may still be when this
 * comes to its end.
 */
async function makeLanguage(
  content: ContentFolder,
  part: LanguageSite,
  list: PageList,
  known: Known,
  making: Making & Turn,
): Promise<MadeLanguage> {
  const { last } = known;
  const { next, templates, drawn, looking } = making;
  const copied = copyFiles(content, part, list, { templates, next, last, drawn, looking });
  try {
    return { list, pages: await makePages(part, list, known, making), copied };
  } catch (error) {
    // Nobody is left behind who still writes.
    await copied;
    throw error;
  }
}

/** Where there are the same pages as before, only those are looked at that may have changed. */
async function makePages(
  part: LanguageSite,
  list: PageList,
  { last, manifest, records }: Known,
  { workers, looking }: Making & Turn,
): Promise<Map<string, FileEntry>> {
  const { table, see, damaged } = await looking;
  const kept = `${manifest}.pages${part.language ?? ''}`;
  const before = last?.manifest.files;
  const listing = last?.manifest.listing === list.listing ? readListing(kept, list.listing) : undefined;
  const pages = new Map<string, FileEntry>();
  const onMade = ({ files, kept: stay, links: found }: MadeRange) => {
    for (const path of stay) pages.set(path, entryOf(before, path));
    for (const [path, entry] of files) pages.set(path, entry);
    table.take(found);
    see(files);
  };
  if (!listing) {
    const fresh = startListing(list.listing, records.length);
    await workers.render(list, undefined, (series, made) => {
      onMade(made);
      fresh.add(series, [...made.files.map(([path]) => path), ...made.kept], made.held);
    });
    writeListing(kept, fresh.make());
    return pages;
  }
  const changed = records.flatMap(([, digest], number) =>
    digest === last?.manifest.records[number] ? [] : [number],
  );
  const isSettled = (file: string) => before?.get(file)?.looks !== 'everything' && !damaged.has(file);
  const chosen = chooseChanged(listing, changed, isSettled).map((files, series): ChosenFiles => ({
    series,
    files: new Map(files.map((file) => [file, damaged.has(file) ? undefined : before?.get(file)])),
  }));
  for (const file of listing.series.flat()) pages.set(file, entryOf(before, file));
  await workers.render(list, chosen, (_, made) => onMade(made));
  return pages;
}

function entryOf(known: ReadonlyMap<string, FileEntry> | undefined, path: string): FileEntry {
  const entry = known?.get(path);
  if (!entry) throw new Error(`Nothing is known of \`${path}\`, which was to stay as it is.`);
  return entry;
}

/** What is not rendered: what browsers load, pictures for shared links, and the files that records show. */
async function copyFiles(
  content: ContentFolder,
  part: LanguageSite,
  list: PageList,
  {
    templates,
    next,
    last,
    drawn,
    looking,
  }: Pick<Making, 'next' | 'looking'> & Pick<Known, 'last'> & Omit<Turn, 'workers'>,
): Promise<Copied> {
  try {
    const images = await drawn;
    const media = `${next}.media`;
    if (list.media && part.below === '') copyMedia(content.folder, media);
    const copied = [
      ...filesOf(join(templates.folder, 'client')),
      ...[...images].map(([address, file]): [string, string] => [address.slice(1), file]),
      ...(existsSync(media) ? filesOf(media) : []),
    ].flatMap(([path, source]): [string, string][] => {
      const place = placeInWhole(part, path);
      return place === undefined ? [] : [[place, source]];
    });
    const files = copyIn(new Map(copied), next, last);
    const { see } = await looking;
    see([...files]);
    rmSync(media, { recursive: true, force: true });
    return { files };
  } catch (failure) {
    return { failure };
  }
}

async function filesOrFailure(copied: Promise<Copied>): Promise<Map<string, FileEntry>> {
  const result = await copied;
  if ('failure' in result) throw result.failure;
  return result.files;
}

function filesOf(folder: string): [string, string][] {
  return listTree(folder).flatMap((path) => (isLeftBehind(path) ? [] : [[path, join(folder, path)]]));
}
