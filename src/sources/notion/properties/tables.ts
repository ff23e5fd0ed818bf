import { type Field, fields, normaliseName } from '../../../plan/fields.ts';

/** What a data source holds. */
export type Kind = 'plans' | 'roadmap';

/** What its pages are called. */
export const NOUNS: Record<Kind, string> = { plans: 'plans', roadmap: 'roadmap items' };

const ROADMAP_KEYS = [
  'title',
  'id',
  'horizon',
  'theme',
  'product',
  'stage',
  'visibility',
  'locale',
  'translationOf',
  'owner',
  'tags',
];

const roadmapFields: readonly Field[] = [
  ...(fields as readonly Field[]).filter((field) => ROADMAP_KEYS.includes(field.key)),
  {
    key: 'updated',
    label: 'Updated',
    form: 'day',
    audience: 'public',
    hint: 'The day the item was looked at last.',
  },
  {
    key: 'dropped',
    label: 'Dropped',
    form: 'text',
    audience: 'public',
    hint: 'Given up: why, in a sentence for readers.',
  },
];

/** The fields that the pages of a data source have as properties. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return kind === 'plans' ? fields : roadmapFields;
}

/** The field that a property's name means, by key, label or alias. */
export function findFieldOf(kind: Kind, name: string): Field | undefined {
  const wanted = normaliseName(name);
  return fieldsOf(kind).find((field) =>
    [field.key, field.label, ...(field.aliases ?? [])].some((each) => normaliseName(each) === wanted),
  );
}
