import { z } from 'zod';
import { FormatSettingsSchema } from '../../plan/format.ts';
import { type Field, fields, type FieldForm } from '../../plan/fields.ts';
import { CheckSettingsSchema } from '../../plan/settings.ts';
import { type Site, SiteSchema } from '../../release/site.ts';

/** JSON Schemas (2020-12) with which an editor completes and checks what is typed. Made from the tables that the reader uses. */

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The front matter of a plan; products and themes are those of the site. Keys that are not known are allowed: they are kept and reported. */
export function describePlanSchema(site: Site): object {
  const properties = (fields as readonly Field[]).flatMap((field) =>
    [field.key, field.label.toLowerCase()].map((name) => [name, describeField(field, site)] as const),
  );
  return {
    $schema: DIALECT,
    title: 'Front matter of a release plan',
    type: 'object',
    properties: Object.fromEntries(properties),
    required: ['title'],
  };
}

/** `site.yaml`. Other keys are allowed. `doors` says where else plans come from, which those who read them know. */
export function describeSiteSchema(doors: z.ZodRawShape): object {
  const whole = z.object({
    ...SiteSchema.shape,
    ...CheckSettingsSchema.shape,
    ...FormatSettingsSchema.shape,
    ...doors,
  });
  return {
    ...z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any' }),
    title: 'Settings of a Slipway site',
  };
}

function describeField(field: Field, site: Site): object {
  const options =
    { product: site.products, theme: site.themes }[field.key]?.flatMap(({ id, name }) => [id, name]) ??
    field.options;
  const value = { ...describeForm(field.form), ...(options && { enum: options }) };
  const isMany = field.form === 'lines' || field.form === 'ids';
  return {
    description: field.hint,
    anyOf: [isMany ? { type: 'array', items: value } : value, { type: 'null' }],
  };
}

function describeForm(form: FieldForm): object {
  switch (form) {
    case 'id':
    case 'ids':
      return { type: 'string', pattern: '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$' };
    case 'day':
      return { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
    case 'date':
      return { type: 'string', pattern: String.raw`^\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4])?$` };
    case 'line':
    case 'lines':
    case 'text':
    case 'choice':
    case 'version':
    case 'moment':
      return { type: 'string' };
  }
}
