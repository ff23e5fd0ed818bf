import type { VirtualClock } from './clock.ts';
import { createIds } from './ids.ts';
import type { ColumnConfig, PropertyValue, RichText, WireBlock } from './wire.ts';

/** A row of a data source, or a page on its own. */
export interface PageRecord {
  id: string;
  parent: { data_source_id: string; database_id: string } | { page_id: string };
  createdAt: number;
  editedAt: number;
  inTrash: boolean;
  archived: boolean;
  shared: boolean;
  /** By the id of the column, so that renaming a column touches no page. */
  properties: Record<string, PropertyValue>;
  /** In Notion's dialect. `{{file:id}}` becomes a freshly signed URL at each reading. */
  body: string;
}

export interface SourceRecord {
  id: string;
  databaseId: string;
  name: string;
  columns: ColumnConfig[];
  inTrash: boolean;
  shared: boolean;
  createdAt: number;
}

export interface DatabaseRecord {
  id: string;
  title: string;
  parentPage: string;
  sources: string[];
  inTrash: boolean;
  shared: boolean;
  createdAt: number;
}

/** A block that the Markdown of its page shows only as `<unknown>`. */
export interface BlockRecord {
  id: string;
  pageId: string;
  shared: boolean;
  facts: WireBlock;
  /** What the Markdown endpoint says for it, where it was left out of its page for size. */
  markdown?: string;
}

export interface ViewRecord {
  id: string;
  databaseId: string;
  sourceId: string;
  name: string;
  type: 'table' | 'board' | 'list' | 'calendar' | 'timeline' | 'gallery';
  configuration: unknown;
}

export interface CommentRecord {
  id: string;
  discussion: string;
  pageId: string;
  createdAt: number;
  text: RichText;
}

export interface FileRecord {
  id: string;
  name: string;
  bytes: Uint8Array;
  type: string;
}

export interface World {
  clock: VirtualClock;
  nextId: () => string;
  databases: Map<string, DatabaseRecord>;
  sources: Map<string, SourceRecord>;
  pages: Map<string, PageRecord>;
  blocks: Map<string, BlockRecord>;
  views: Map<string, ViewRecord>;
  comments: Map<string, CommentRecord>;
  files: Map<string, FileRecord>;
  /** A query sees the workspace as it was so many milliseconds ago. */
  queryLag: number;
  /** What pages were, for queries that lag. */
  history: { at: number; page: PageRecord }[];
}

export function createWorld(clock: VirtualClock): World {
  return {
    clock,
    nextId: createIds(),
    databases: new Map(),
    sources: new Map(),
    pages: new Map(),
    blocks: new Map(),
    views: new Map(),
    comments: new Map(),
    files: new Map(),
    queryLag: 0,
    history: [],
  };
}

/** Pages as a query sees them. */
export function pagesInQueries(world: World): PageRecord[] {
  if (world.queryLag === 0) return [...world.pages.values()];
  const until = world.clock.now() - world.queryLag;
  const seen = new Map<string, PageRecord>();
  for (const { at, page } of world.history) if (at <= until) seen.set(page.id, page);
  return [...seen.values()];
}

export function remember(world: World, page: PageRecord): void {
  if (world.queryLag > 0) world.history.push({ at: world.clock.now(), page: structuredClone(page) });
}
