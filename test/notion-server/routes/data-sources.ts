import { createColumn } from '../columns.ts';
import { invalid, notFound } from '../errors.ts';
import { readId } from '../ids.ts';
import { presentSource } from '../present.ts';
import { checkKeys } from '../validate.ts';
import type { WireDataSource } from '../wire.ts';
import type { SourceRecord, World } from '../world.ts';
import type { Asked, Route } from './route.ts';

export const dataSourceRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/v1\/data_sources\/([^/]+)$/,
    answer: (asked): WireDataSource => presentSource(asked.world, findSource(asked.world, asked.params[0])),
  },
  { method: 'PATCH', path: /^\/v1\/data_sources\/([^/]+)$/, answer: updateSource },
];

export function findSource(world: World, id: unknown): SourceRecord {
  const sourceId = readId('path.data_source_id', id);
  const source = world.sources.get(sourceId);
  if (!source?.shared) throw notFound('data_source', sourceId);
  return source;
}

/** Adds, renames and changes columns; `null` removes one. */
function updateSource({ world, params, body }: Asked): WireDataSource {
  const source = findSource(world, params[0]);
  const { properties } = checkKeys(body, [
    'title',
    'icon',
    'properties',
    'in_trash',
    'parent',
    'description',
  ]);
  for (const [name, change] of Object.entries(
    (properties ?? {}) as Record<string, Record<string, unknown> | null>,
  )) {
    const found = source.columns.find((column) => column.name === name || column.id === name);
    if (change === null) {
      source.columns = source.columns.filter((column) => column !== found);
    } else if (!found) {
      source.columns.push(createColumn(name, change));
    } else if (typeof change['name'] === 'string') {
      found.name = change['name'];
    } else {
      Object.assign(found, createColumn(found.name, mergeOptions(found, change), found.id));
    }
  }
  return presentSource(world, source);
}

/** Options that a request leaves out are removed, and those of a status cannot be. */
function mergeOptions(column: { type: string }, change: Record<string, unknown>): Record<string, unknown> {
  const type = Object.keys(change).find((key) => key !== 'type' && key !== 'name' && key !== 'description');
  if (type !== column.type) return change;
  const before = (column as unknown as Record<string, { options?: { name: string }[] }>)[column.type]
    ?.options;
  const after = (change[type] as { options?: { name: string }[] }).options;
  const lost = before?.find((option) => !after?.some((each) => each.name === option.name));
  if (type === 'status' && lost) throw invalid(`Cannot remove status option "${lost.name}".`);
  return change;
}
