import type { FieldForm } from '../../../plan/fields.ts';
import { nearest } from '../../../plan/nearest.ts';
import { Problem } from '../../problem.ts';
import { findColumn, mappedName, type Mapping } from './find-column.ts';
import { fieldsOf, findFieldOf, type Kind } from './tables.ts';

/** A column of the data source, as its schema tells. */
export interface Column {
  id: string;
  name: string;
  type: string;
}

/** Which column holds which field, by the field's key. */
export type FieldColumns = Record<string, Column>;

export interface ColumnMatch {
  columns: FieldColumns;
  /** Worth telling, in whole sentences. */
  notes: string[];
}

/**
 * Finds the column of each field: by the mapping of `site.yaml` (field → name or id of a column), by name or alias, and, where a column was
 * renamed since the last pull, by its id.
 * @throws {Problem} where a mapped or formerly used column is gone or has changed into a type that the field cannot be read from
 */
export function matchColumns(
  kind: Kind,
  schema: readonly Column[],
  mapping: Mapping,
  previous: FieldColumns,
  url: string,
): ColumnMatch {
  const columns: FieldColumns = {};
  const notes: string[] = [];
  checkMapping(kind, mapping);
  for (const field of fieldsOf(kind)) {
    const mapped = mappedName(kind, mapping, field.key);
    const column = findColumn(kind, schema, field.key, mapping);
    if (mapped !== undefined && !column) throw notMapped(schema, mapped, field.label, url);
    const before = previous[field.key];
    const renamed = column ? undefined : schema.find((each) => each.id === before?.id);
    if (renamed && before) {
      notes.push(
        `The property “${before.name}” is now called “${renamed.name}”. It is still read as ${field.label}; name it “${field.label}” again, ` +
          `or say \`${field.key}: ${renamed.name}\` under notion → ${MAPPINGS[kind]} in site.yaml. ${url}`,
      );
    }
    const found = column ?? renamed;
    if (!found && before) throw gone(before, schema, url);
    if (!found) continue;
    checkType(found, field, before, url);
    columns[field.key] = found;
  }
  return { columns, notes: [...notes, ...nearMisses(kind, schema, columns, url)] };
}

/** Where in `site.yaml` the names of properties are given. */
const MAPPINGS: Record<Kind, string> = { plans: 'properties', roadmap: 'roadmapProperties' };

function checkMapping(kind: Kind, mapping: Mapping): void {
  const unknown = Object.keys(mapping).find((name) => !findFieldOf(kind, name));
  if (!unknown) return;
  const keys = fieldsOf(kind).map((field) => field.key);
  const guess = nearest(unknown, keys);
  throw new Problem(`site.yaml maps \`${unknown}\`, which is no field of a plan. Nothing was changed.`, {
    hint: guess ? `Did you mean \`${guess}\`?` : `Fields are ${keys.join(', ')}.`,
  });
}

function notMapped(schema: readonly Column[], wanted: string, label: string, url: string): Problem {
  const names = schema.map((column) => column.name);
  const guess = nearest(wanted, names);
  return new Problem(
    `The database has no property “${wanted}”, which site.yaml names for ${label}. Nothing was changed.`,
    {
      hint: `${guess ? `Did you mean “${guess}”? ` : ''}It has ${names.join(', ')}. ${url}`,
    },
  );
}

function gone(before: Column, schema: readonly Column[], url: string): Problem {
  return new Problem(
    `The property “${before.name}”, which plans were read from, is gone from the database. Nothing was changed.`,
    {
      hint: `Restore it in Notion, or pull with --accept-schema to go on without it. It has ${schema.map((column) => column.name).join(', ')}. ${url}`,
    },
  );
}

const TEXT = [
  'title',
  'rich_text',
  'select',
  'status',
  'formula',
  'rollup',
  'url',
  'email',
  'phone_number',
  'unique_id',
];
const DATES = [
  'date',
  'rich_text',
  'title',
  'formula',
  'rollup',
  'created_time',
  'last_edited_time',
  'select',
];

const READABLE: Record<FieldForm, readonly string[]> = {
  line: [
    ...TEXT,
    'number',
    'people',
    'multi_select',
    'relation',
    'created_by',
    'last_edited_by',
    'place',
    'verification',
  ],
  text: [...TEXT, 'number'],
  lines: [...TEXT, 'multi_select', 'relation', 'people', 'files'],
  choice: [...TEXT, 'checkbox', 'verification'],
  id: [...TEXT, 'number', 'relation'],
  ids: [...TEXT, 'multi_select', 'relation'],
  version: [...TEXT, 'number'],
  day: DATES,
  date: DATES,
  moment: DATES,
};

function checkType(
  column: Column,
  field: { label: string; form: FieldForm },
  before: Column | undefined,
  url: string,
): void {
  if (READABLE[field.form].includes(column.type)) return;
  const was = before && before.type !== column.type ? `, and was a ${before.type}` : '';
  throw new Problem(
    `The property “${column.name}” is a ${column.type}${was}; ${field.label} cannot be read from it. Nothing was changed.`,
    {
      hint: `Make it a ${READABLE[field.form][0]} property in Notion, or map ${field.label} to another one in site.yaml. ${url}`,
    },
  );
}

/** Columns whose names are slips of the pen. Other columns are the team's own business. */
function nearMisses(kind: Kind, schema: readonly Column[], columns: FieldColumns, url: string): string[] {
  const fields = fieldsOf(kind);
  const used = new Set(Object.values(columns).map((column) => column.id));
  return schema.flatMap((column) => {
    const label = used.has(column.id)
      ? undefined
      : nearest(
          column.name,
          fields.map((field) => field.label),
        );
    const field = fields.find((each) => each.label === label);
    if (!field || columns[field.key]) return [];
    return [`The property “${column.name}” is not read. Did you mean “${field.label}”? ${url}`];
  });
}
