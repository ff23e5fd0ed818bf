import { createColumn } from '../columns.ts';
import { invalid, notFound } from '../errors.ts';
import { readId } from '../ids.ts';
import { presentDatabase } from '../present.ts';
import { checkKeys } from '../validate.ts';
import type { WireDatabase } from '../wire.ts';
import type { DatabaseRecord, World } from '../world.ts';
import type { Asked, Route } from './route.ts';

export const databaseRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/v1\/databases\/([^/]+)$/,
    answer: (asked): WireDatabase => presentDatabase(asked.world, findDatabase(asked.world, asked.params[0])),
  },
  { method: 'POST', path: /^\/v1\/databases$/, answer: createDatabase },
];

export function findDatabase(world: World, id: unknown, place = 'path.database_id'): DatabaseRecord {
  const databaseId = readId(place, id);
  const database = world.databases.get(databaseId);
  if (!database?.shared) throw notFound('database', databaseId);
  return database;
}

/** Columns come in `initial_data_source`; those at the top level are ignored, as Notion ignores them since 2025-09-03. */
function createDatabase({ world, body }: Asked): WireDatabase {
  const given = checkKeys(body, [
    'parent',
    'title',
    'description',
    'is_inline',
    'initial_data_source',
    'properties',
    'icon',
    'cover',
  ]);
  const parent = given['parent'] as { page_id?: string } | undefined;
  const parentPage = readId('body.parent.page_id', parent?.page_id);
  if (!world.pages.get(parentPage)?.shared) throw notFound('page', parentPage);
  const name = ((given['title'] ?? []) as { text: { content: string } }[])
    .map((item) => item.text.content)
    .join('');
  const initial = checkKeys(given['initial_data_source'] ?? {}, ['properties'], 'body.initial_data_source');
  const properties = Object.entries((initial['properties'] ?? {}) as Record<string, Record<string, unknown>>);
  const columns = properties.map(([column, config]) => createColumn(column, config));
  if (columns.length > 0 && !columns.some((column) => column.type === 'title')) {
    throw invalid('Title is not provided. Each data source needs exactly one title property.');
  }
  const createdAt = world.clock.now();
  const database = {
    id: world.nextId(),
    title: name,
    parentPage,
    sources: [world.nextId()],
    inTrash: false,
    shared: true,
    createdAt,
  };
  const [sourceId = ''] = database.sources;
  world.databases.set(database.id, database);
  world.sources.set(sourceId, {
    id: sourceId,
    databaseId: database.id,
    name,
    columns: columns.length > 0 ? columns : [createColumn('Name', { title: {} })],
    inTrash: false,
    shared: true,
    createdAt,
  });
  return presentDatabase(world, database);
}
