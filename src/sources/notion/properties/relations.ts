import type { Client, PageObjectResponse } from '@notionhq/client';
import type { FieldColumns } from './columns.ts';

/** The page with the whole of each relation that a field is read from: page objects stop at 25. */
export async function completeRelations(
  client: Client,
  page: PageObjectResponse,
  columns: FieldColumns,
): Promise<PageObjectResponse> {
  const used = new Set(Object.values(columns).map((column) => column.id));
  const properties = { ...page.properties };
  for (const [name, property] of Object.entries(properties)) {
    if (property.type !== 'relation' || !used.has(property.id)) continue;
    if (!('has_more' in property) || property.has_more !== true) continue;
    properties[name] = { ...property, relation: await readAll(client, page.id, property.id) };
  }
  return { ...page, properties };
}

async function readAll(client: Client, pageId: string, propertyId: string): Promise<{ id: string }[]> {
  const related: { id: string }[] = [];
  const cursors = new Set<string>();
  let cursor: string | undefined;
  do {
    const answer = await client.pages.properties.retrieve({
      page_id: pageId,
      property_id: propertyId,
      ...(cursor && { start_cursor: cursor }),
    });
    if (answer.object !== 'list') break;
    for (const item of answer.results) if (item.type === 'relation') related.push(item.relation);
    cursor = answer.next_cursor ?? undefined;
    if (cursor && cursors.has(cursor)) throw new Error('Notion gave the same page of the list twice.');
    if (cursor) cursors.add(cursor);
  } while (cursor);
  return related;
}
