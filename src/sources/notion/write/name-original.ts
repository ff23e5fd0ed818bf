import type { RawField } from '../../../plan/document.ts';

/**
 * The fields of a plan that translates the one beside it (`plan.de.md` beside `plan.md`), for Notion, where no page stands beside another: they
 * say the language and the original by name. Fields of other plans are given back as they are.
 * @param name of the plan's file
 * @param fieldsOf what a file beside it says, if it is there
 */
export function nameOriginal(
  name: string,
  fields: readonly RawField[],
  fieldsOf: (name: string) => readonly RawField[] | undefined,
): readonly RawField[] {
  const [, stem, locale] = /^(.+)\.([a-z]{2,3}(?:-[a-z0-9]+)*)\.md$/i.exec(name) ?? [];
  const beside = stem && fieldsOf(`${stem}.md`);
  const original = beside && (textOf(beside, 'id') ?? textOf(beside, 'title'));
  if (!locale || !original || textOf(fields, 'translationOf')) return fields;
  const added = { locale, translationOf: original };
  return [
    ...fields.filter(({ key }) => !(key in added)),
    ...Object.entries(added).map(([key, text]) => ({
      key,
      value: { type: 'scalar' as const, text, quoted: true },
    })),
  ];
}

function textOf(fields: readonly RawField[], key: string): string | undefined {
  const value = fields.find((field) => field.key === key)?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}
