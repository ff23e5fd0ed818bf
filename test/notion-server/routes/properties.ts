import { invalid } from '../errors.ts';
import { readPageSize } from '../validate.ts';
import type { WireProperty } from '../wire.ts';
import type { PageRecord } from '../world.ts';
import { findPage } from './pages.ts';
import type { Asked, Route } from './route.ts';

export const propertyRoutes: Route[] = [
  { method: 'GET', path: /^\/v1\/pages\/([^/]+)\/properties\/([^/]+)$/, answer: readProperty },
];

/** All values of a relation, however many: what the page object cuts at 25. */
function readProperty({ world, cursors, params, query }: Asked): WireProperty {
  const page = findPage(world, params[0]);
  const found = findValue(page, params[1] ?? '');
  if (!found) throw invalid(`Could not find property with name or id: ${params[1] ?? ''}`);
  const { id, value } = found;
  if (value.type !== 'relation') return { object: 'property_item', id, ...value } as WireProperty;
  const all = (value as unknown as { relation: { id: string }[] }).relation;
  const question = { page: page.id, property: id };
  const from = cursors.take(question, query.get('start_cursor') ?? undefined)?.given ?? 0;
  const size = readPageSize(query.get('page_size'), 'query');
  const slice = all.slice(from, from + size);
  const more = from + size < all.length;
  return {
    object: 'list',
    type: 'property_item',
    results: slice.map((related) => ({
      object: 'property_item',
      type: 'relation',
      id,
      relation: { id: related.id },
    })),
    property_item: { type: 'relation', id, relation: {}, next_url: null },
    has_more: more,
    next_cursor: more ? cursors.give(question, { after: page, given: from + size }) : null,
  };
}

/** Ids may come percent-encoded once more, or not. */
function findValue(page: PageRecord, asked: string) {
  const wanted = [asked, decodeURIComponent(asked), encodeURIComponent(asked)];
  return Object.entries(page.properties)
    .map(([id, value]) => ({ id, value }))
    .find(({ id }) => wanted.includes(id));
}
