import { normaliseName } from '../../../plan/fields.ts';
import { findFieldOf, type Kind } from './tables.ts';

/** Field → name or id of a column, as `site.yaml` says. */
export type Mapping = Readonly<Record<string, string>>;

/** The column of a field: the one that `site.yaml` maps it to, or else the one that is called so. */
export function findColumn<Column extends { id: string; name: string; type: string }>(
  kind: Kind,
  schema: readonly Column[],
  key: string,
  mapping: Mapping,
): Column | undefined {
  const wanted = mappedName(kind, mapping, key);
  if (wanted !== undefined) return schema.find((column) => isMeant(column, wanted));
  if (key === 'title') return schema.find((column) => column.type === 'title');
  return schema.find((column) => column.type !== 'title' && findFieldOf(kind, column.name)?.key === key);
}

/** What a field is mapped to; undefined where it goes by its own name. */
export function mappedName(kind: Kind, mapping: Mapping, key: string): string | undefined {
  return Object.entries(mapping).find(([name]) => findFieldOf(kind, name)?.key === key)?.[1];
}

function isMeant(column: { id: string; name: string }, wanted: string): boolean {
  return (
    column.id === wanted ||
    decodeURIComponent(column.id) === wanted ||
    normaliseName(column.name) === normaliseName(wanted)
  );
}
