import { toMinute } from '../clock.ts';
import { invalid, notFound } from '../errors.ts';
import { readId } from '../ids.ts';
import { pageUrl } from '../urls.ts';
import { checkKeys } from '../validate.ts';
import type { WireView, WireViews } from '../wire.ts';
import type { SourceRecord, ViewRecord, World } from '../world.ts';
import { findSource } from './data-sources.ts';
import { findDatabase } from './databases.ts';
import type { Asked, Route } from './route.ts';

export const viewRoutes: Route[] = [
  { method: 'GET', path: /^\/v1\/views$/, answer: listViews },
  {
    method: 'GET',
    path: /^\/v1\/views\/([^/]+)$/,
    answer: ({ world, params }) => presentView(world, findView(world, params[0])),
  },
  { method: 'POST', path: /^\/v1\/views$/, answer: createView },
];

function listViews({ world, query }: Asked): WireViews {
  const database = findDatabase(world, query.get('database_id'), 'query.database_id');
  const views = [...world.views.values()].filter((view) => view.databaseId === database.id);
  return {
    object: 'list',
    results: views.map((view) => ({ object: 'view', id: view.id })),
    next_cursor: null,
    has_more: false,
    type: 'view',
    view: {},
  };
}

function findView(world: World, id: unknown): ViewRecord {
  const viewId = readId('path.view_id', id);
  const view = world.views.get(viewId);
  if (!view) throw notFound('view', viewId);
  return view;
}

function createView({ world, body }: Asked): WireView {
  const given = checkKeys(body, [
    'data_source_id',
    'database_id',
    'name',
    'type',
    'configuration',
    'filter',
    'sorts',
    'position',
  ]);
  const source = findSource(world, given['data_source_id']);
  const database = findDatabase(world, given['database_id'], 'body.database_id');
  const configuration = given['configuration'] as Record<string, unknown> | undefined;
  if (configuration && configuration['type'] !== given['type']) {
    throw invalid('body failed validation: body.configuration.type should match body.type.');
  }
  checkColumns(source, configuration);
  const view: ViewRecord = {
    id: world.nextId(),
    databaseId: database.id,
    sourceId: source.id,
    name: String(given['name']),
    type: given['type'] as ViewRecord['type'],
    configuration: configuration ?? null,
  };
  world.views.set(view.id, view);
  return presentView(world, view);
}

/** Every `…property_id` in a configuration names a column. */
function checkColumns(source: SourceRecord, configuration: unknown): void {
  if (typeof configuration !== 'object' || configuration === null) return;
  for (const [key, value] of Object.entries(configuration)) {
    if (key.endsWith('property_id') && !source.columns.some((column) => column.id === value)) {
      throw invalid(`Could not find property with name or id: ${String(value)}`);
    }
    checkColumns(source, value);
  }
}

function presentView(world: World, view: ViewRecord): WireView {
  return {
    object: 'view',
    id: view.id,
    parent: { type: 'database_id', database_id: view.databaseId },
    name: view.name,
    type: view.type,
    created_time: toMinute(world.clock.now()),
    last_edited_time: toMinute(world.clock.now()),
    url: `${pageUrl(view.databaseId)}?v=${view.id.replaceAll('-', '')}`,
    data_source_id: view.sourceId,
    configuration: view.configuration as NonNullable<WireView['configuration']>,
  };
}
