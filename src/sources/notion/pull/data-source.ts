import {
  type Client,
  type DataSourceObjectResponse,
  isFullDatabase,
  isFullDataSource,
} from '@notionhq/client';
import { Problem } from '../../problem.ts';
import { explainNotion, statusOf } from '../client/explain.ts';
import { readNotionId } from '../ids.ts';
import type { Kind } from '../properties/tables.ts';

export interface FoundSource {
  source: DataSourceObjectResponse;
  /** Worth telling: another id would have been better. */
  note?: string;
}

/**
 * Finds the data source that an id or link of site.yaml means; that of a database leads to its only data source.
 * @throws {Problem}
 */
export async function findDataSource(client: Client, kind: Kind, idOrLink: string): Promise<FoundSource> {
  const what = `the database of your ${kind}`;
  const id = readNotionId(idOrLink);
  if (!id) {
    throw new Problem(`\`${idOrLink}\` is neither an id nor a link of Notion. Nothing was changed.`, {
      hint: `Open the database in Notion, copy its link, and put it into site.yaml as \`notion: { ${kind}: <link> }\`.`,
    });
  }
  try {
    return { source: await readSource(client, kind, id) };
  } catch (error) {
    if (statusOf(error) !== 404) throw explainNotion(error, { what, id });
  }
  try {
    const only = await findInDatabase(client, id);
    const note = `\`${idOrLink}\` is a database; its data source is ${only}. With that id as notion → ${kind} in site.yaml a pull takes two requests less.`;
    return { source: await readSource(client, kind, only), note };
  } catch (error) {
    throw explainNotion(error, { what, id });
  }
}

async function readSource(client: Client, kind: Kind, id: string): Promise<DataSourceObjectResponse> {
  const source = await client.dataSources.retrieve({ data_source_id: id });
  if (!isFullDataSource(source)) {
    throw new Problem(`Notion shows the database of your ${kind} only in part. Nothing was changed.`, {
      hint: 'Open it in Notion, choose ••• → Connections, and add your connection there.',
    });
  }
  if (source.in_trash) {
    throw new Problem(`The database of your ${kind} is in Notion’s trash. Nothing was changed.`, {
      hint: `Restore it there: ${source.url}`,
    });
  }
  return source;
}

async function findInDatabase(client: Client, id: string): Promise<string> {
  const database = await client.databases.retrieve({ database_id: id });
  const sources = isFullDatabase(database) ? database.data_sources : [];
  const [only, ...others] = sources;
  if (only && others.length === 0) return only.id;
  throw new Problem(`The database ${id} has ${sources.length} data sources. Nothing was changed.`, {
    hint: `Name one of them in site.yaml: ${sources.map((each) => `${each.name} (${each.id})`).join(', ')}.`,
  });
}
