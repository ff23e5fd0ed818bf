import { createColumn, emptyValue } from './columns.ts';
import { title, text } from './values.ts';
import type { ColumnConfig, PropertyValue, WireBlock } from './wire.ts';
import { type BlockRecord, type PageRecord, remember, type World } from './world.ts';
import { blockUrl } from './urls.ts';

/** What people do in Notion: each of these moves `last_edited_time` exactly as Notion does. */

export function addDatabase(world: World, name: string, columns: Record<string, Record<string, unknown>>) {
  const database = {
    id: world.nextId(),
    title: name,
    parentPage: world.nextId(),
    sources: [] as string[],
    inTrash: false,
    shared: true,
    createdAt: world.clock.now(),
  };
  world.databases.set(database.id, database);
  const source = {
    id: world.nextId(),
    databaseId: database.id,
    name,
    columns: Object.entries(columns).map(([column, config]) => createColumn(column, config)),
    inTrash: false,
    shared: true,
    createdAt: world.clock.now(),
  };
  world.sources.set(source.id, source);
  database.sources.push(source.id);
  return { database, source };
}

/** A page on its own, to put databases on. */
export function addHome(world: World): PageRecord {
  const now = world.clock.now();
  const page: PageRecord = {
    id: world.nextId(),
    parent: { page_id: world.nextId() },
    createdAt: now,
    editedAt: now,
    inTrash: false,
    archived: false,
    shared: true,
    properties: {},
    body: '',
  };
  world.pages.set(page.id, page);
  return page;
}

export function addPage(
  world: World,
  sourceId: string,
  page: { title: string; body?: string; properties?: Record<string, PropertyValue>; createdAt?: number },
): PageRecord {
  const source = world.sources.get(sourceId);
  if (!source) throw new Error(`no data source ${sourceId}`);
  const createdAt = page.createdAt ?? world.clock.now();
  const record: PageRecord = {
    id: world.nextId(),
    parent: { data_source_id: source.id, database_id: source.databaseId },
    createdAt,
    editedAt: createdAt,
    inTrash: false,
    archived: false,
    shared: true,
    properties: {},
    body: page.body ?? '',
  };
  for (const column of source.columns) {
    const given = column.type === 'title' ? title(page.title) : page.properties?.[column.name];
    record.properties[column.id] = given ?? emptyValue(column);
  }
  world.pages.set(record.id, record);
  remember(world, record);
  return record;
}

/** Anything that an author does to a page. */
export function editPage(world: World, id: string, change: (page: PageRecord) => void): void {
  recompute(world, id, (page) => {
    change(page);
    page.editedAt = world.clock.now();
  });
}

/** Anything that shows on a page without an edit of it: a formula or roll-up, an edit inside a synced block's original. */
export function recompute(world: World, id: string, change: (page: PageRecord) => void): void {
  const page = world.pages.get(id);
  if (!page) throw new Error(`no page ${id}`);
  change(page);
  remember(world, page);
}

export function setProperty(world: World, id: string, column: string, value: PropertyValue): void {
  editPage(world, id, (page) => {
    page.properties[findColumn(world, page, column).id] = value;
  });
}

export function renameColumn(world: World, sourceId: string, from: string, to: string): void {
  const column = world.sources.get(sourceId)?.columns.find((each) => each.name === from);
  if (!column) throw new Error(`no column ${from}`);
  column.name = to;
}

export function findColumn(world: World, page: PageRecord, name: string): ColumnConfig {
  const source = 'data_source_id' in page.parent ? world.sources.get(page.parent.data_source_id) : undefined;
  const column = source?.columns.find((each) => each.name === name || each.id === name);
  if (!column) throw new Error(`no column ${name}`);
  return column;
}

/** A block that only `GET blocks/{id}` can tell about; returns the line that stands for it in the Markdown of its page. */
export function addUnknown(
  world: World,
  pageId: string,
  alt: string,
  content: Record<string, unknown>,
): string {
  const id = world.nextId();
  const facts = {
    object: 'block',
    id,
    parent: { type: 'page_id', page_id: pageId },
    created_time: new Date(world.clock.now()).toISOString(),
    last_edited_time: new Date(world.clock.now()).toISOString(),
    created_by: { object: 'user', id: world.nextId() },
    last_edited_by: { object: 'user', id: world.nextId() },
    has_children: false,
    in_trash: false,
    ...content,
  } as unknown as WireBlock;
  world.blocks.set(id, { id, pageId, shared: true, facts });
  return `<unknown url="${blockUrl(pageId, id)}" alt="${alt}"/>`;
}

export function addBookmark(world: World, pageId: string, url: string, caption = ''): string {
  const content = {
    type: 'bookmark',
    bookmark: { url, caption: (text(caption) as { rich_text: unknown }).rich_text },
  };
  return addUnknown(world, pageId, 'bookmark', content);
}

/** A part of a page that its Markdown leaves out for size, or because it is not shared with the connection. */
export function addLeftOut(
  world: World,
  pageId: string,
  markdown: string,
  shared = true,
): { id: string; line: string } {
  const line = addUnknown(world, pageId, '', { type: 'unsupported', unsupported: {} }).replace(' alt=""', '');
  const id = [...world.blocks.keys()].at(-1) as string;
  const block = world.blocks.get(id) as BlockRecord;
  block.markdown = markdown;
  block.shared = shared;
  return { id, line };
}

export function addFile(world: World, name: string, bytes: Uint8Array, type: string): string {
  const id = world.nextId();
  world.files.set(id, { id, name, bytes, type });
  return `{{file:${id}}}`;
}
