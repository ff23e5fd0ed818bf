import type { RawField } from '../../../plan/document.ts';
import { splitTranslationName, stemOf } from '../../../plan/translation-name.ts';

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
  const parts = splitTranslationName(stemOf(name));
  const beside = parts && fieldsOf(`${parts.original}.md`);
  const original = beside && (textOf(beside, 'id') ?? textOf(beside, 'title'));
  if (!original || textOf(fields, 'translationOf')) return fields;
  const added = { locale: parts.locale, translationOf: original };
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
