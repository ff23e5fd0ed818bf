import type { ShareRecords } from '../../src/documents/public/share-image-records.ts';
import type { Site } from '../../src/release/site.ts';
import type { RecordShards } from './record-shards.ts';
import type { LanguageSite } from './language-sites.ts';
import type { PackedLinks } from './link-table.ts';
import type { FileEntry, Manifest } from './manifest.ts';
import type { Templates } from './templates.ts';

/** What the process of a build and those that render pages for it say to each other. */

export interface RenderJob {
  part: LanguageSite;
  /** The address that the whole site stands under, with a slash at its end. */
  siteUrl: string;
  /** RFC 3339. */
  now: string;
  records: RecordShards;
  templates: Templates;
  /** The site as it stands, and what is known of it; absent where everything is to be made anew. */
  last?: LastSite;
  /** Where files are written. */
  next: string;
  /** Where it is kept what texts come to, and the file there that is this process's own. */
  texts: { folder: string; own: string };
}

export interface LastSite extends Pick<Manifest, 'content' | 'listing'> {
  folder: string;
  /** Where it is written down what is known of its files. */
  manifest: string;
}

export type ToWorker =
  | { do: 'parse'; records: RecordShards; shards: number[] }
  | { do: 'render'; job: RenderJob }
  /** What has a picture of its own for shared links, in each of a site's languages. */
  | { do: 'share'; sites: Site[] }
  | { do: 'range'; range: PageRange }
  /** Nothing more is to be rendered. */
  | { do: 'save' };

/** Pages of one series. */
export type PageRange = PlacesInSeries | ChosenFiles;

/** By their places in it. */
export interface PlacesInSeries {
  series: number;
  from: number;
  to: number;
}

/** By their files, each with what is known of it where it is as it was written. */
export interface ChosenFiles {
  series: number;
  files: ReadonlyMap<string, FileEntry | undefined>;
}

export type FromWorker =
  | { did: 'parse' }
  | { did: 'list'; list: PageList }
  | { did: 'share'; share: ShareRecords[] }
  | { did: 'range'; made: MadeRange }
  | { did: 'save' }
  | { did: 'fail'; message: string };

export interface MadeRange {
  files: [path: string, entry: FileEntry][];
  /** Files that are as they were written down, by their paths. */
  kept: string[];
  /** For each that was made, then for each that is kept: how many records it holds, and their numbers. */
  held: Uint32Array;
  /** Of those that were made. */
  links: PackedLinks;
  /** How many pages the whole series has. */
  of: number;
}

export interface PageList {
  /** How many pages there are once each; they are the series 0. */
  single: number;
  /** How many series there are behind it. */
  series: number;
  /** Everything that pages can look at, as a digest. */
  content: string;
  /** What decides which pages there are and which records each holds, as a digest. */
  listing: string;
  /** When the clock will say something else, in milliseconds since 1970. */
  until: number;
  /** True where records show files. */
  media: boolean;
}
