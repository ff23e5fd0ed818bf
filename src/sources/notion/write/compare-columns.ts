import type { DataSourceObjectResponse, UpdateDataSourceParameters } from '@notionhq/client';
import { normaliseName } from '../../../plan/fields.ts';
import { findColumn, type Mapping } from '../properties/find-column.ts';
import { findFieldOf, type Kind } from '../properties/tables.ts';
import type { ColumnRequest } from './describe-columns.ts';

type Schema = DataSourceObjectResponse['properties'];
type Changes = NonNullable<UpdateDataSourceParameters['properties']>;

export interface ColumnDifferences {
  /** What the request adds; nothing that is there is removed or changed into something else. */
  changes: Changes;
  /** What was added, in words. */
  added: string[];
  /** What differs and was left as it is, in words. */
  differs: string[];
}

/** What a data source lacks of the columns that it should have. */
export function compareColumns(
  kind: Kind,
  wanted: Record<string, ColumnRequest>,
  schema: Schema,
  mapping: Mapping,
): ColumnDifferences {
  const differences: ColumnDifferences = { changes: {}, added: [], differs: [] };
  const existing = Object.values(schema);
  for (const [name, request] of Object.entries(wanted)) {
    const type = typeOf(request);
    const key = findFieldOf(kind, name)?.key ?? name;
    const found = findColumn(kind, existing, key, mapping);
    if (!found) {
      differences.changes[name] = request as Changes[string];
      differences.added.push(`the property “${name}”`);
    } else if ((found.type as string) !== type) {
      differences.differs.push(`“${found.name}” is a ${found.type} and would be made a ${type}`);
    } else {
      addOptions(differences, found, request);
    }
  }
  return differences;
}

function addOptions(differences: ColumnDifferences, column: Schema[string], request: ColumnRequest): void {
  const before = optionsOf(column) ?? [];
  const lacking = (optionsOf(request) ?? []).filter(
    (option) => !before.some((each) => normaliseName(each.name) === normaliseName(option.name)),
  );
  if (lacking.length === 0) return;
  const kept = before.map(({ id, name }) => ({ id, name }));
  differences.changes[column.name] = {
    [column.type]: { options: [...kept, ...lacking] },
  } as unknown as Changes[string];
  differences.added.push(`${lacking.map((option) => `“${option.name}”`).join(', ')} to “${column.name}”`);
}

function typeOf(request: ColumnRequest): string {
  return Object.keys(request).find((key) => key !== 'type' && key !== 'description') ?? '';
}

function optionsOf(column: object): { id?: string; name: string }[] | undefined {
  for (const type of ['select', 'multi_select', 'status']) {
    const config = (column as Record<string, { options?: { id?: string; name: string }[] } | undefined>)[
      type
    ];
    if (config?.options) return config.options;
  }
  return undefined;
}
