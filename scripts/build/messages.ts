import type { ShareRecords } from '../../src/documents/public/share-image.ts';
import type { RecordShards } from './record-shards.ts';
import type { LanguageSite } from './language-sites.ts';
import type { PackedLinks } from './link-table.ts';
import type { FileEntry } from './manifest.ts';
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
  last?: { folder: string; manifest: string };
  /** Where files are written. */
  next: string;
}

export type ToWorker =
  | { do: 'parse'; records: RecordShards; shards: number[] }
  | { do: 'render'; job: RenderJob }
  /** A part of the pages, by their places in the list that every worker makes for itself. */
  | { do: 'range'; from: number; to: number };

export type FromWorker =
  | { did: 'parse' }
  | { did: 'list'; list: PageList }
  /** With the links of those that were made. */
  | { did: 'range'; files: [path: string, entry: FileEntry][]; links: PackedLinks }
  | { did: 'fail'; message: string };

export interface PageList {
  pages: number;
  /** How many of them, the first, there are once each. */
  single: number;
  /** Everything that pages can look at, as a digest. */
  content: string;
  /** When the clock will say something else, in milliseconds since 1970. */
  until: number;
  /** What has a picture of its own. */
  share: ShareRecords;
  /** True where records show files. */
  media: boolean;
}
