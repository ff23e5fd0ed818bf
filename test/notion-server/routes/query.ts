import { toMinute } from '../clock.ts';
import { invalid } from '../errors.ts';
import { presentPage } from '../present.ts';
import { checkKeys, readPageSize } from '../validate.ts';
import type { WireQuery } from '../wire.ts';
import { type PageRecord, pagesInQueries, type SourceRecord } from '../world.ts';
import { findSource } from './data-sources.ts';
import type { Asked, Route } from './route.ts';

/** One query gives no more rows than this, however often it is continued. */
const MOST_ROWS = 10_000;

export const queryRoutes: Route[] = [
  { method: 'POST', path: /^\/v1\/data_sources\/([^/]+)\/query$/, answer: query },
];

function query({ world, cursors, params, body }: Asked): WireQuery {
  const source = findSource(world, params[0]);
  if (source.inTrash) throw invalid(`Could not query data source with ID: ${source.id}: it is in the trash.`);
  const asked = checkKeys(body ?? {}, [
    'filter',
    'sorts',
    'start_cursor',
    'page_size',
    'in_trash',
    'result_type',
  ]);
  const size = readPageSize(asked['page_size']);
  const question = {
    source: source.id,
    filter: asked['filter'],
    sorts: asked['sorts'],
    trash: asked['in_trash'],
  };
  const position = cursors.take(question, asked['start_cursor']);
  const descending = readSort(source, asked['sorts']);
  const rows = pagesInQueries(world)
    .filter((page) => 'data_source_id' in page.parent && page.parent.data_source_id === source.id)
    .filter((page) => page.shared && !page.archived && page.inTrash === (asked['in_trash'] === true))
    .filter((page) => matches(page, asked['filter']))
    .sort((a, b) => order(a, b) * (descending ? -1 : 1));
  const rest = position ? rows.filter((row) => order(row, position.after) * (descending ? -1 : 1) > 0) : rows;
  const given = position?.given ?? 0;
  const results = rest.slice(0, Math.min(size, MOST_ROWS - given));
  const last = results.at(-1);
  const cut = given + results.length >= MOST_ROWS && rest.length > results.length;
  const more = !cut && rest.length > results.length && last !== undefined;
  return {
    object: 'list',
    results: results.map((page) => presentPage(world, page)),
    next_cursor: more ? cursors.give(question, { after: last, given: given + results.length }) : null,
    has_more: more,
    type: 'page_or_data_source',
    page_or_data_source: {},
    request_status: cut
      ? { type: 'incomplete', incomplete_reason: 'query_result_limit_reached' }
      : { type: 'complete' },
  };
}

function order(a: { createdAt: number; id: string }, b: { createdAt: number; id: string }): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** True for descending order. Only the order by creation is known here, as that is all that a sweep asks for. */
function readSort(source: SourceRecord, sorts: unknown): boolean {
  if (sorts === undefined) return false;
  const [sort] = sorts as { timestamp?: string; property?: string; direction: string }[];
  if (
    sort?.property &&
    !source.columns.some((column) => column.name === sort.property || column.id === sort.property)
  ) {
    throw invalid(`Could not find property with name or id: ${sort.property}`);
  }
  return sort?.direction === 'descending';
}

interface TimeFilter {
  timestamp: 'created_time' | 'last_edited_time';
  created_time?: Record<string, string>;
  last_edited_time?: Record<string, string>;
}

function matches(page: PageRecord, filter: unknown): boolean {
  if (filter === undefined) return true;
  const { and, timestamp } = filter as { and?: unknown[]; timestamp?: TimeFilter['timestamp'] };
  if (and) return and.every((each) => matches(page, each));
  if (!timestamp) throw invalid('body failed validation: body.filter should be a timestamp filter here.');
  const time = toMinute(timestamp === 'created_time' ? page.createdAt : page.editedAt);
  return Object.entries((filter as TimeFilter)[timestamp] ?? {}).every(([operator, bound]) => {
    if (operator === 'on_or_after') return time >= bound;
    if (operator === 'after') return time > bound;
    if (operator === 'on_or_before') return time <= bound;
    if (operator === 'before') return time < bound;
    throw invalid(`body failed validation: body.filter.${timestamp}.${operator} should be not present.`);
  });
}
