import { precisionOf } from '../../release/date.ts';
import { normaliseName } from '../fields.ts';
import type { Item } from '../items.ts';
import { findLabel, type Label } from '../labels.ts';
import { nearest } from '../nearest.ts';
import { isNo, isNothing } from './answers.ts';
import { complain, type SectionInput } from './input.ts';

/** What an item says under a label, without markup; “none” and a dash say nothing. */
export function plainOf(item: Pick<Item, 'labels'>, key: string): string | undefined {
  const plain = findLabel(item.labels, key)?.plain;
  return plain && !isNo(plain) ? plain : undefined;
}

/** The same as Markdown. */
export function textOf(item: Pick<Item, 'labels'>, key: string): string | undefined {
  const label = findLabel(item.labels, key);
  return label?.value && !isNo(label.value) ? label.value : undefined;
}

/** All that an item lists under a label. */
export function listOf(item: Pick<Item, 'labels'>, key: string): string[] {
  return item.labels
    .filter((label) => label.key === key)
    .flatMap((label) => label.values)
    .filter((value) => !isNothing(value));
}

/** A partial date under a label. “TBD” says nothing; what else is no date is reported. */
export function dateOf(
  input: SectionInput,
  item: Pick<Item, 'labels'>,
  key: string,
  what: string,
): string | undefined {
  const label = findLabel(item.labels, key);
  if (!label || isNo(label.plain) || /^(?:tb[acd]|open|\?+)$/i.test(label.plain)) return undefined;
  const text = label.plain.toUpperCase();
  if (precisionOf(text)) return text;
  complain(input, {
    code: 'RP121',
    text: `Unexpected \`${label.plain}\` as ${what}, expected a date such as 2026-11-18`,
    place: label.place,
  });
  return undefined;
}

/** One of a few words under a label, or a word that means one of them; a misspelt one is reported. */
export function choiceOf<Option extends string>(
  input: SectionInput,
  item: Pick<Item, 'labels'>,
  key: string,
  choice: Choice<Option>,
): Option | undefined {
  const label = findLabel(item.labels, key);
  return label && !isNo(label.plain) ? chooseFrom(input, label, choice) : undefined;
}

export interface Choice<Option extends string> {
  /** “state of a wave”, for messages. */
  what: string;
  options: readonly Option[];
  /** Other words, as `normaliseName` spells them. */
  synonyms: Readonly<Record<string, Option>>;
}

function chooseFrom<Option extends string>(
  input: SectionInput,
  label: Label,
  { what, options, synonyms }: Choice<Option>,
): Option | undefined {
  const name = normaliseName(label.plain);
  const found = options.find((option) => normaliseName(option) === name) ?? synonyms[name];
  if (found) return found;
  const guess = nearest(label.plain, options);
  complain(input, {
    code: 'RP120',
    text: `Unknown ${what} \`${label.plain}\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
    hint: `Possible are ${options.join(', ')}.`,
    place: label.place,
  });
  return undefined;
}
