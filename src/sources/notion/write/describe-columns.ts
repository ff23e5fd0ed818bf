import type { CreateDatabaseParameters } from '@notionhq/client';
import type { Field } from '../../../plan/fields.ts';
import { sections } from '../../../plan/sections.ts';
import { fieldsOf, type Kind } from '../properties/tables.ts';

/** A column as a request describes it. */
export type ColumnRequest = NonNullable<
  NonNullable<CreateDatabaseParameters['initial_data_source']>['properties']
>[string];

/** Words of a site that columns offer as options. */
export interface SiteWords {
  products: readonly { id: string; name: string }[];
  themes: readonly { id: string; name: string }[];
  /** All profiles, where the site has some of its own. */
  profiles?: readonly string[];
}

interface Option {
  name: string;
  description?: string;
}

/** The columns of a data source, by their names: one for each field, in the order of the table. */
export function describeColumns(kind: Kind, site: SiteWords): Record<string, ColumnRequest> {
  return Object.fromEntries(fieldsOf(kind).map((field) => [field.label, describeColumn(kind, field, site)]));
}

function describeColumn(kind: Kind, field: Field, site: SiteWords): ColumnRequest {
  const description = field.hint;
  const offered = optionsOf(field, site);
  if (field.key === 'title') return { description, title: {} };
  if (field.key === 'status' && kind === 'plans') return { description, status: { options: offered } };
  if (field.form === 'choice' || field.key === 'product' || field.key === 'theme') {
    return { description, select: { options: offered } };
  }
  if (field.form === 'lines' || field.form === 'ids')
    return { description, multi_select: { options: offered } };
  if (field.form === 'day' || field.form === 'date' || field.form === 'moment')
    return { description, date: {} };
  return { description, rich_text: {} };
}

function optionsOf(field: Field, site: SiteWords): Option[] {
  if (field.key === 'product') return site.products.map(toOption);
  if (field.key === 'theme') return site.themes.map(toOption);
  if (field.key === 'profile' && site.profiles) return site.profiles.map((name) => ({ name }));
  if (field.key === 'publish') {
    return sections
      .filter((section) => section.audience === 'opt-in')
      .map((section) => ({ name: section.heading }));
  }
  return (field.options ?? []).map((name) => ({ name }));
}

/** Plans and roadmap items name products and themes by id; people recognise them by name. */
function toOption({ id, name }: { id: string; name: string }): Option {
  return { name: id, description: name };
}
