import type { Client, PageObjectResponse } from '@notionhq/client';
import type { RawField } from '../../../plan/document.ts';
import { explainNotion, statusOf } from '../client/explain.ts';
import { renderFrontMatter, renderPlanDocument } from '../plan-file.ts';
import type { FieldColumns } from '../properties/columns.ts';
import { readFields } from '../properties/fields.ts';
import type { Kind } from '../properties/tables.ts';
import { completeRelations } from '../properties/relations.ts';
import type { SeenPage } from './decide.ts';
import { pullPage, type PulledPage } from './page.ts';
import type { MediaOptions } from './page-media.ts';
import type { PullState } from './state.ts';
import { withWorkers } from './workers.ts';

export interface BodiesContext extends MediaOptions {
  kind: Kind;
  client: Client;
  columns: FieldColumns;
  titles: ReadonlyMap<string, string>;
  previous: PullState | undefined;
  /** The moment that counts as the reading of a page. */
  now: () => number;
}

/** What became of one page: its new file, or why there is none. */
export type FetchedPage = { seen: SeenPage; readAt: number } & (
  { text: string; pulled: PulledPage; notes: string[] } | { failure: unknown }
);

const AT_ONCE = 6;
/** After so many pages in a row could not be had, the rest is not tried. */
const PATIENCE = 3;

/**
 * Fetches the bodies of pages, several at once. A page that cannot be had is reported; a token that is no longer good ends the run.
 * @throws {Problem} where Notion refuses the connection as such
 */
export async function fetchBodies(
  context: BodiesContext,
  pages: readonly SeenPage[],
  onDone: (done: number) => void,
): Promise<FetchedPage[]> {
  let done = 0;
  let inARow = 0;
  let lastFailure: unknown;
  return withWorkers(pages, AT_ONCE, async (seen) => {
    const readAt = context.now();
    if (inARow >= PATIENCE) return { seen, readAt, failure: lastFailure };
    try {
      const fetched = await fetchBody(context, seen);
      inARow = 0;
      return { seen, readAt, ...fetched };
    } catch (error) {
      const status = statusOf(error);
      if (status === 401 || status === 403) throw explainNotion(error, { what: `the plan “${seen.title}”` });
      // A page that is gone says nothing about the others.
      inARow = status === 404 ? 0 : inARow + 1;
      lastFailure = error;
      return { seen, readAt, failure: error };
    } finally {
      onDone(++done);
    }
  });
}

async function fetchBody(context: BodiesContext, { page }: SeenPage) {
  const { client, titles, previous } = context;
  const { fields, notes } = await fieldsOf(context, page);
  const pulled = await pullPage(client, page.id, titles, previous?.pages[page.id], context);
  return {
    text: renderPlanDocument({ fields, body: pulled.body, url: page.url }),
    pulled,
    notes: [...notes, ...pulled.notes],
  };
}

/** The front matter of a page whose body stays. */
export async function fetchFrontMatter(context: BodiesContext, page: PageObjectResponse): Promise<string> {
  return renderFrontMatter((await fieldsOf(context, page)).fields, page.url);
}

async function fieldsOf(
  { kind, client, columns, titles }: BodiesContext,
  page: PageObjectResponse,
): Promise<{ fields: RawField[]; notes: string[] }> {
  const { fields, notes } = readFields(kind, await completeRelations(client, page, columns), columns, titles);
  return { fields: kind === 'roadmap' ? fields.filter((field) => field.key !== 'id') : fields, notes };
}
