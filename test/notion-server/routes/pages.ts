import { canonicalMarkdown } from '../canonical.ts';
import { emptyValue } from '../columns.ts';
import { invalid, notFound } from '../errors.ts';
import { readId } from '../ids.ts';
import { presentPage } from '../present.ts';
import { checkKeys } from '../validate.ts';
import { richText } from '../values.ts';
import type { PropertyValue, WirePage } from '../wire.ts';
import { type PageRecord, remember, type SourceRecord, type World } from '../world.ts';
import { findSource } from './data-sources.ts';
import type { Asked, Route } from './route.ts';

export const pageRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/v1\/pages\/([^/]+)$/,
    answer: (asked): WirePage => presentPage(asked.world, findPage(asked.world, asked.params[0])),
  },
  { method: 'POST', path: /^\/v1\/pages$/, answer: createPage },
  { method: 'PATCH', path: /^\/v1\/pages\/([^/]+)$/, answer: updatePage },
];

export function findPage(world: World, id: unknown): PageRecord {
  const pageId = readId('path.page_id', id);
  const page = world.pages.get(pageId);
  if (!page?.shared) throw notFound('page', pageId);
  return page;
}

function createPage({ world, body }: Asked): WirePage {
  const given = checkKeys(body, [
    'parent',
    'properties',
    'markdown',
    'children',
    'icon',
    'cover',
    'template',
    'position',
  ]);
  if (given['markdown'] !== undefined && given['children'] !== undefined) {
    throw invalid('body failed validation: body.children should be not present where body.markdown is.');
  }
  const parent = given['parent'] as { data_source_id?: string };
  const source = findSource(world, parent.data_source_id);
  const page: PageRecord = {
    id: world.nextId(),
    parent: { data_source_id: source.id, database_id: source.databaseId },
    createdAt: world.clock.now(),
    editedAt: world.clock.now(),
    inTrash: false,
    archived: false,
    shared: true,
    properties: Object.fromEntries(source.columns.map((column) => [column.id, emptyValue(column)])),
    body: canonicalMarkdown(String(given['markdown'] ?? '')),
  };
  writeProperties(source, page, given['properties']);
  world.pages.set(page.id, page);
  remember(world, page);
  return presentPage(world, page);
}

function updatePage({ world, params, body }: Asked): WirePage {
  const page = findPage(world, params[0]);
  const given = checkKeys(body, ['properties', 'icon', 'cover', 'in_trash', 'is_archived', 'is_locked']);
  const source = 'data_source_id' in page.parent ? world.sources.get(page.parent.data_source_id) : undefined;
  if (source) writeProperties(source, page, given['properties']);
  if (typeof given['in_trash'] === 'boolean') page.inTrash = given['in_trash'];
  if (typeof given['is_archived'] === 'boolean') page.archived = given['is_archived'];
  page.editedAt = world.clock.now();
  remember(world, page);
  return presentPage(world, page);
}

function writeProperties(source: SourceRecord, page: PageRecord, given: unknown): void {
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, Record<string, unknown>>)) {
    const column = source.columns.find((each) => each.name === name || each.id === name);
    if (!column) throw invalid(`${name} is not a property that exists.`);
    if (!(column.type in value)) throw invalid(`${name} is expected to be ${column.type}.`);
    page.properties[column.id] = readValue(column, value[column.type]);
  }
}

function readValue(column: SourceRecord['columns'][number], content: unknown): PropertyValue {
  if (column.type === 'title' || column.type === 'rich_text') {
    const items = content as { text: { content: string } }[];
    const whole = items.map((item) => item.text.content).join('');
    return { type: column.type, [column.type]: richText(whole) } as PropertyValue;
  }
  if (column.type === 'status') {
    const name = (content as { name: string } | null)?.name;
    if (name && !column.status.options.some((option) => option.name === name)) {
      throw invalid(`Invalid status option. Status option "${name}" does not exist.`);
    }
  }
  if (column.type === 'date' && content) {
    return { type: 'date', date: { end: null, time_zone: null, ...(content as { start: string }) } };
  }
  return { type: column.type, [column.type]: content } as unknown as PropertyValue;
}
