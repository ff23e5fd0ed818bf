import { type Client, extractNotionId, isFullDatabase, isFullDataSource } from '@notionhq/client';
import { Problem } from '../../problem.ts';
import { explainNotion, statusOf } from '../client/explain.ts';
import type { Column } from '../properties/columns.ts';

export interface DataSource {
  id: string;
  columns: Column[];
  /** Where people open it. */
  url: string;
  /** Worth telling: another id would have been better. */
  note?: string;
}

/**
 * Finds the data source that an id or address of site.yaml means; that of a database leads to its only data source.
 * @throws {Problem}
 */
export async function findDataSource(client: Client, idOrUrl: string): Promise<DataSource> {
  const id = extractNotionId(idOrUrl);
  if (!id) {
    throw new Problem(`\`${idOrUrl}\` is neither an id nor an address of Notion. Nothing was changed.`, {
      hint: 'Open the database in Notion, copy its link, and put it into site.yaml as `notion: { plans: <link> }`.',
    });
  }
  try {
    return await readSchema(client, id);
  } catch (error) {
    if (statusOf(error) !== 404) throw explainNotion(error, { what: 'the database of your plans', id });
  }
  const found = await findInDatabase(client, id);
  try {
    const source = await readSchema(client, found);
    return {
      ...source,
      note: `${idOrUrl} is a database; its data source is ${found}. With that id in site.yaml a pull takes two requests less.`,
    };
  } catch (error) {
    throw explainNotion(error, { what: 'the database of your plans', id: found });
  }
}

async function readSchema(client: Client, id: string): Promise<DataSource> {
  const source = await client.dataSources.retrieve({ data_source_id: id });
  const isFull = isFullDataSource(source);
  if (isFull && source.in_trash) {
    throw new Problem('The database of your plans is in Notion’s trash. Nothing was changed.', {
      hint: `Restore it there: ${source.url}`,
    });
  }
  const columns = Object.values(source.properties).map(({ id, name, type }) => ({ id, name, type }));
  return { id: source.id, columns, url: isFull ? source.url : '' };
}

async function findInDatabase(client: Client, id: string): Promise<string> {
  try {
    const database = await client.databases.retrieve({ database_id: id });
    const sources = isFullDatabase(database) ? database.data_sources : [];
    const [only, ...others] = sources;
    if (only && others.length === 0) return only.id;
    throw new Problem(`The database ${id} has ${sources.length} data sources. Nothing was changed.`, {
      hint: `Name one of them in site.yaml: ${sources.map((each) => `${each.name} (${each.id})`).join(', ')}.`,
    });
  } catch (error) {
    throw explainNotion(error, { what: 'the database of your plans', id });
  }
}
