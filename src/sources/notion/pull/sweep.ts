import { type Client, isFullPage, type PageObjectResponse } from '@notionhq/client';

export interface Sweep {
  pages: PageObjectResponse[];
  /** Why there may be more pages than these. Then nothing may be taken for deleted. */
  failure?: unknown;
}

/**
 * All pages of a data source with their properties, oldest first, a hundred a request. Beyond the 10,000 rows that one query gives, it goes
 * on from the creation time of the last one.
 */
export async function sweepPages(
  client: Client,
  dataSource: string,
  onRows: (count: number) => void,
): Promise<Sweep> {
  const pages = new Map<string, PageObjectResponse>();
  const cursors = new Set<string>();
  let from: string | undefined;
  let cursor: string | null | undefined;
  try {
    for (;;) {
      const answer = await client.dataSources.query({
        data_source_id: dataSource,
        sorts: [{ timestamp: 'created_time', direction: 'ascending' }],
        page_size: 100,
        ...(from && { filter: { timestamp: 'created_time', created_time: { on_or_after: from } } }),
        ...(cursor && { start_cursor: cursor }),
      });
      const before = pages.size;
      for (const row of answer.results) if (isFullPage(row)) pages.set(row.id, row);
      onRows(pages.size);
      cursor = answer.next_cursor;
      if (cursor) {
        if (cursors.has(cursor)) throw new Error('Notion gave the same page of the list twice.');
        cursors.add(cursor);
      } else if (answer.request_status?.type === 'incomplete') {
        const last = [...pages.values()].at(-1)?.created_time;
        if (last === from || (from !== undefined && pages.size === before)) {
          throw new Error('More than 10,000 pages were created in the same minute.');
        }
        from = last;
      } else {
        return { pages: [...pages.values()] };
      }
    }
  } catch (failure) {
    return { pages: [...pages.values()], failure };
  }
}
