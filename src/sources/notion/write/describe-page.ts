import type { CreatePageParameters, DataSourceObjectResponse } from '@notionhq/client';
import type { Root } from 'mdast';
import type { RawField, RawValue } from '../../../plan/document.ts';
import { findColumn, type Mapping } from '../properties/find-column.ts';
import { findFieldOf, type Kind } from '../properties/tables.ts';
import { splitTarget } from '../properties/target.ts';
import { renderPageBody } from './page-body.ts';

type Schema = DataSourceObjectResponse['properties'];
type PropertyRequest = NonNullable<CreatePageParameters['properties']>[string];

export interface PageDescription {
  request: CreatePageParameters;
  /** Fields that the data source has no fitting column for. */
  left: string[];
}

/** A plan or roadmap item as one request that makes its page. */
export function describePage(
  kind: Kind,
  dataSource: string,
  schema: Schema,
  document: { fields: readonly RawField[]; body: Root },
  mapping: Mapping = {},
): PageDescription {
  const properties: Record<string, PropertyRequest> = {};
  const left: string[] = [];
  for (const field of splitTarget(document.fields)) {
    const texts = textsOf(field.value);
    if (texts.length === 0) continue;
    const key = findFieldOf(kind, field.key)?.key;
    const column = key && findColumn(kind, Object.values(schema), key, mapping);
    const value = column ? describeValue(column, texts) : undefined;
    if (column && value) properties[column.name] = value;
    else left.push(field.key);
  }
  const markdown = renderPageBody(document.body);
  return {
    request: { parent: { data_source_id: dataSource }, properties, ...(markdown && { markdown }) },
    left,
  };
}

function textsOf(value: RawValue): string[] {
  if (value === null || value.type === 'map') return [];
  if (value.type === 'list') return value.items.flatMap(textsOf);
  return value.text === '' ? [] : [value.text];
}

function describeValue(column: Schema[string], texts: readonly string[]): PropertyRequest | undefined {
  const [first = ''] = texts;
  switch (column.type) {
    case 'title':
      return { title: richText(first) };
    case 'rich_text':
      return { rich_text: richText(texts.join(', ')) };
    case 'select':
      return { select: { name: optionOf(column.select.options, first) } };
    case 'status': {
      const name = optionOf(column.status.options, first);
      return column.status.options.some((option) => option.name === name) ? { status: { name } } : undefined;
    }
    case 'multi_select': {
      const parts = texts.length > 1 ? texts : first.split(/\s*,\s*/).filter(Boolean);
      return {
        multi_select: parts.map((part) => ({
          name: optionOf(column.multi_select.options, part.replaceAll(',', ' ')),
        })),
      };
    }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(first)
        ? { date: { start: first.replace(' ', 'T') } }
        : undefined;
    case 'checkbox':
      return { checkbox: first === 'true' || first === 'public' };
    case 'number':
      return Number.isFinite(Number(first)) ? { number: Number(first) } : undefined;
    case 'url':
      return { url: first };
    case 'email':
      return { email: first };
    case 'phone_number':
      return { phone_number: first };
    default:
      return undefined;
  }
}

/** The spelling that the column has for a word. */
function optionOf(options: readonly { name: string }[], text: string): string {
  return (
    options.find((option) => option.name.toLowerCase() === text.trim().toLowerCase())?.name ?? text.trim()
  );
}

/** Notion takes 2,000 characters a piece. */
function richText(text: string): { text: { content: string } }[] {
  const pieces = text.match(/[^]{1,1900}(?![\udc00-\udfff])/g) ?? [];
  return pieces.map((content) => ({ text: { content } }));
}
