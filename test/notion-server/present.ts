import { toMinute } from './clock.ts';
import { emptyValue } from './columns.ts';
import { INTEGRATION } from './errors.ts';
import { pageUrl } from './urls.ts';
import { richText } from './values.ts';
import type { WireDatabase, WireDataSource, WirePage } from './wire.ts';
import type { DatabaseRecord, PageRecord, SourceRecord, World } from './world.ts';

export const BOT = { object: 'user' as const, id: INTEGRATION.id };

/** A page object, its properties by their present names; relations are cut at 25. */
export function presentPage(world: World, page: PageRecord): WirePage {
  const source = 'data_source_id' in page.parent ? world.sources.get(page.parent.data_source_id) : undefined;
  const properties: Record<string, unknown> = {};
  for (const column of source?.columns ?? []) {
    const value = page.properties[column.id] ?? emptyValue(column);
    properties[column.name] = cutRelation({ id: column.id, ...value });
  }
  return {
    object: 'page',
    id: page.id,
    created_time: toMinute(page.createdAt),
    last_edited_time: toMinute(page.editedAt),
    created_by: BOT,
    last_edited_by: BOT,
    cover: null,
    icon: null,
    parent:
      'page_id' in page.parent
        ? { type: 'page_id', page_id: page.parent.page_id }
        : { type: 'data_source_id', ...page.parent },
    in_trash: page.inTrash,
    is_archived: page.archived,
    is_locked: false,
    properties: properties as WirePage['properties'],
    url: pageUrl(page.id),
    public_url: null,
  };
}

function cutRelation(value: Record<string, unknown>): Record<string, unknown> {
  const related = value['relation'];
  if (!Array.isArray(related)) return value;
  return { ...value, relation: related.slice(0, 25), has_more: related.length > 25 };
}

export function presentSource(world: World, source: SourceRecord): WireDataSource {
  const database = world.databases.get(source.databaseId);
  return {
    object: 'data_source',
    id: source.id,
    title: richText(source.name),
    description: [],
    parent: { type: 'database_id', database_id: source.databaseId },
    database_parent: { type: 'page_id', page_id: database?.parentPage ?? source.databaseId },
    is_inline: false,
    in_trash: source.inTrash,
    created_time: toMinute(source.createdAt),
    last_edited_time: toMinute(source.createdAt),
    created_by: BOT,
    last_edited_by: BOT,
    properties: Object.fromEntries(source.columns.map((column) => [column.name, column])),
    icon: null,
    cover: null,
    url: pageUrl(source.databaseId),
    public_url: null,
  };
}

export function presentDatabase(world: World, database: DatabaseRecord): WireDatabase {
  return {
    object: 'database',
    id: database.id,
    title: richText(database.title),
    description: [],
    parent: { type: 'page_id', page_id: database.parentPage },
    is_inline: false,
    in_trash: database.inTrash,
    is_locked: false,
    created_time: toMinute(database.createdAt),
    last_edited_time: toMinute(database.createdAt),
    data_sources: database.sources.map((id) => ({ id, name: world.sources.get(id)?.name ?? '' })),
    icon: null,
    cover: null,
    url: pageUrl(database.id),
    public_url: null,
  };
}
