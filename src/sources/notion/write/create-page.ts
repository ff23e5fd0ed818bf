import { type Client, isFullPage, type PageObjectResponse } from '@notionhq/client';
import type { PlanDocument, RawField } from '../../../plan/document.ts';
import { Problem } from '../../problem.ts';
import { explainNotion } from '../client/explain.ts';
import { matchColumns } from '../properties/columns.ts';
import { readFields } from '../properties/fields.ts';
import type { Mapping } from '../properties/find-column.ts';
import { findFieldOf, type Kind, NOUNS } from '../properties/tables.ts';
import { findDataSource } from '../pull/data-source.ts';
import { sweepPages } from '../pull/sweep.ts';
import { describePage } from './describe-page.ts';

export interface NewPage {
  url: string;
  /** Fields that the data source has no fitting column for. */
  left: string[];
}

/**
 * Makes a page of a plan or roadmap item, unless there is one with its id.
 * @throws {Problem}
 */
export async function createPage(options: {
  client: Client;
  kind: Kind;
  /** Id or link. */
  dataSource: string;
  mapping: Mapping;
  document: Pick<PlanDocument, 'fields' | 'body'>;
}): Promise<NewPage> {
  const { client, kind, mapping, document } = options;
  const { source } = await findDataSource(client, kind, options.dataSource);
  const id = idOf(kind, document.fields);
  if (id !== undefined) {
    const schema = Object.values(source.properties);
    const { columns } = matchColumns(kind, schema, mapping, {}, source.url);
    const { pages, failure } = await sweepPages(client, source.id, () => undefined);
    if (failure !== undefined) throw explainNotion(failure, { what: `your ${NOUNS[kind]}` });
    const twin = pages.find((page) => idOf(kind, readFields(kind, page, columns, new Map()).fields) === id);
    if (twin) throw isThere(id, twin);
  }
  const { request, left } = describePage(kind, source.id, source.properties, document, mapping);
  try {
    const page = await client.pages.create(request);
    return { url: isFullPage(page) ? page.url : '', left };
  } catch (error) {
    throw unsure(explainNotion(error, { what: `the database of your ${kind}` }));
  }
}

function idOf(kind: Kind, fields: readonly RawField[]): string | undefined {
  const value = fields.find((field) => findFieldOf(kind, field.key)?.key === 'id')?.value;
  return value?.type === 'scalar' && value.text !== '' ? value.text : undefined;
}

function isThere(id: string, page: PageObjectResponse): Problem {
  return new Problem(`There is a page with the id \`${id}\` already. Nothing was changed.`, {
    hint: `Edit it there: ${page.url}`,
  });
}

/** Where Notion answered with a failure of its own, the page may have been made all the same. */
function unsure(error: Error): Error {
  if (!(error instanceof Problem) || !/problem of its own|in time|broke|half an answer/.test(error.message))
    return error;
  return new Problem(
    error.message.replace('Nothing was changed.', 'Nobody knows whether the page was made.'),
    {
      hint: 'Look into Notion before you run it again.',
      cause: error,
    },
  );
}
