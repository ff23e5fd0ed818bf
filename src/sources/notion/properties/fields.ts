import type { PageObjectResponse } from '@notionhq/client';
import type { RawField, RawScalar, RawValue } from '../../../plan/document.ts';
import type { Field } from '../../../plan/fields.ts';
import { isFieldFlaggedInside } from '../../../plan/inside-flags.ts';
import type { FieldColumns } from './columns.ts';
import { readProperty, type PropertyText } from './property-value.ts';
import { fieldsOf, type Kind } from './tables.ts';
import { joinTarget } from './target.ts';

export interface PageFields {
  fields: RawField[];
  /** Worth telling, in whole sentences. */
  notes: string[];
}

/**
 * The fields of a plan, in the order of the fields table; empty properties are left out. Of the team's own ones it takes what keeps a plan inside, such as
 * “Published” that is not ticked.
 */
export function readFields(
  kind: Kind,
  page: PageObjectResponse,
  columns: FieldColumns,
  titles: ReadonlyMap<string, string>,
): PageFields {
  const notes: string[] = [];
  const byId = new Map(Object.values(page.properties).map((property) => [property.id, property]));
  const read = fieldsOf(kind).flatMap((field): RawField[] => {
    const column = columns[field.key];
    // By id: a name may change between two pages of one sweep.
    const property = column && byId.get(column.id);
    if (!column || !property) return [];
    const isRange = property.type === 'date' && property.date?.end;
    const takeEnd = field.key === 'target';
    const text = readProperty(property, { markdown: field.form === 'text', takeEnd, titles });
    if (text.unread)
      notes.push(`The property “${column.name}” is a ${text.unread}, which cannot be read; it is left out.`);
    if (isRange)
      notes.push(
        `The property “${column.name}” is a range of days; its ${takeEnd ? 'last' : 'first'} day counts.`,
      );
    const value = toValue(field, text);
    return value ? [{ key: field.key, value }] : [];
  });
  // Items of a roadmap are known by the names of their files.
  const hasId = kind === 'roadmap' || read.some((field) => field.key === 'id');
  if (!hasId) read.splice(1, 0, { key: 'id', value: scalar(page.id) });
  return { fields: [...joinTarget(read), ...readFlags(page, columns, titles)], notes };
}

function readFlags(
  page: PageObjectResponse,
  columns: FieldColumns,
  titles: ReadonlyMap<string, string>,
): RawField[] {
  const known = new Set(Object.values(columns).map(({ id }) => id));
  return Object.entries(page.properties)
    .filter(([, { id }]) => !known.has(id))
    .map(([key, property]): RawField => {
      const { texts, bare } = readProperty(property, { markdown: false, takeEnd: false, titles });
      const items = texts.map((text) => scalar(text, !bare));
      return { key, value: items.length === 1 ? (items[0] ?? null) : { type: 'list', items } };
    })
    .filter(isFieldFlaggedInside)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function toValue(field: Field, text: PropertyText): RawValue {
  const texts = field.form === 'id' || field.form === 'ids' ? text.texts.map(toId) : text.texts;
  const [first] = texts;
  if (first === undefined) return null;
  if (field.key === 'visibility' && text.bare) return scalar(first === 'true' ? 'public' : 'internal');
  if (field.form === 'lines' || field.form === 'ids') {
    return text.many ? { type: 'list', items: texts.map((each) => scalar(each)) } : scalar(first);
  }
  return scalar(texts.join(', '), !text.bare);
}

function scalar(text: string, quoted = true): RawScalar {
  return { type: 'scalar', text, quoted };
}

/** `PLAN-12` → `plan-12`, `Pause without fees` → `pause-without-fees`. */
export function toId(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || text
  );
}
