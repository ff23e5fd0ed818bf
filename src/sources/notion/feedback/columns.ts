import type { Client, DataSourceObjectResponse, PageObjectResponse } from '@notionhq/client';
import { normaliseName } from '../../../plan/fields.ts';

/** What is written back into a page. */
export interface PageFacts {
  publishedUrl: string | undefined;
  /** From 0 to 100. */
  completeness: number;
}

/** The properties that Slipway writes into; they belong to no field of a plan. */
const COLUMNS = {
  'Published URL': { url: {}, description: 'Written by Slipway: where customers read it.' },
  Completeness: {
    number: { format: 'percent' },
    description: 'Written by Slipway: how much of the plan is filled in.',
  },
} as const;

type Schema = DataSourceObjectResponse['properties'];
type Updates = Record<string, { url: string | null } | { number: number }>;

export interface FeedbackColumns {
  url: Schema[string] | undefined;
  completeness: Schema[string] | undefined;
  notes: string[];
}

/** Finds the two properties, and adds those that are missing. One that is of another type is left alone, and told. */
export async function prepareColumns(
  client: Client,
  source: DataSourceObjectResponse,
): Promise<FeedbackColumns> {
  const missing = Object.entries(COLUMNS).filter(([name]) => !named(source.properties, name));
  const { properties } =
    missing.length === 0
      ? source
      : await client.dataSources.update({
          data_source_id: source.id,
          properties: Object.fromEntries(missing),
        });
  const notes: string[] = [];
  const take = (name: keyof typeof COLUMNS, type: string) => {
    const column = named(properties as Schema, name);
    if (column?.type === type) return column;
    notes.push(
      `The property “${name}” is a ${column?.type ?? 'mystery'} and would have to be a ${type}; nothing is written into it.`,
    );
    return undefined;
  };
  return { url: take('Published URL', 'url'), completeness: take('Completeness', 'number'), notes };
}

/** What of a page's properties differs from the facts; empty where nothing does. */
export function compareFacts(page: PageObjectResponse, facts: PageFacts, columns: FeedbackColumns): Updates {
  const values = Object.values(page.properties);
  const updates: Updates = {};
  const { url, completeness } = columns;
  if (url) {
    const stands = values.find(({ id }) => id === url.id);
    const wanted = facts.publishedUrl ?? null;
    if (stands?.type === 'url' && stands.url !== wanted) updates[url.id] = { url: wanted };
  }
  if (completeness) {
    const stands = values.find(({ id }) => id === completeness.id);
    const isPercent = completeness.type === 'number' && completeness.number.format === 'percent';
    const wanted = isPercent ? facts.completeness / 100 : facts.completeness;
    if (stands?.type === 'number' && stands.number !== wanted) updates[completeness.id] = { number: wanted };
  }
  return updates;
}

function named(schema: Schema, name: string): Schema[string] | undefined {
  return Object.values(schema).find((column) => normaliseName(column.name) === normaliseName(name));
}
