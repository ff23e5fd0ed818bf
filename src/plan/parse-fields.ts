import { HISTORY } from './profiles.ts';
import type { VFile } from 'vfile';
import { isDay, precisionOf } from '../release/date.ts';
import { findUnreadable } from '../release/readable.ts';
import { IdSchema } from '../release/release.ts';
import { findCommentLine } from './comments.ts';
import type { Place, RawField, RawValue } from './document.ts';
import { type Field, fields, findField, normaliseName } from './fields.ts';
import { isFieldFlaggedInside } from './inside-flags.ts';
import { report } from './message.ts';
import { readMoment } from './moment.ts';
import { nearest } from './nearest.ts';
import type { PlanFields } from './plan.ts';
import type { PlanSettings } from './settings.ts';

/** Keys that notes apps write into every export. They mean nothing here, and nobody wants to hear about them. */
const EXPORT_KEYS = new Set(
  [
    'type',
    'collections',
    'description',
    'icon',
    'createdAt',
    'creationDate',
    'modificationDate',
    'coverImage',
  ].map(normaliseName),
);

/** Reads front matter or properties into typed fields. What does not fit is reported and left out. */
export function parseFields(file: VFile, raw: readonly RawField[], settings: PlanSettings): PlanFields {
  const values: Record<string, unknown> = {};
  for (const entry of raw) {
    const field = fieldOf(entry);
    if (isWish(entry)) continue;
    // What keeps all of a plan inside means something.
    if (!field) {
      if (!isFieldFlaggedInside(entry)) reportUnknownKey(file, entry);
    } else if (entry.value !== null && values[field.key] !== undefined) reportDoubled(file, entry, field);
    else if (entry.value !== null) {
      const value = parseValue({ file, field, settings, place: entry.place }, entry.value);
      if (value !== undefined) values[field.key] = value;
    }
  }
  for (const wish of raw.filter(isWish)) reportWish(file, wish, values['visibility'] === 'public');
  const flag = values['visibility'] === 'public' && raw.find(contradicts);
  if (flag) {
    reportFlag(file, fieldLine(flag), { place: flag.place, severity: 'error' });
    values['visibility'] = 'internal';
  }
  return values as PlanFields;
}

/** The field that an entry means. A day under `publish`, `public` or `published` is the one from which on a plan is public. */
export function fieldOf({ key, value }: RawField): Field | undefined {
  const isEmbargo =
    value?.type === 'scalar' &&
    /^\s*\d{4}-\d{2}-\d{2}(?!\d)/.test(value.text) &&
    ['publish', 'public', 'published'].includes(normaliseName(key));
  return findField(isEmbargo ? 'publishAt' : key);
}

/** True for a field that says, beside `visibility: public`, that its plan is not to be public. */
function contradicts(entry: RawField): boolean {
  const field = fieldOf(entry);
  return (!field || MAY_CONTRADICT.has(field.key)) && isFieldFlaggedInside(entry);
}

const MAY_CONTRADICT = new Set<string>(['visibility', 'publish', 'publishAt']);

/** True for a field that says in other tools that all may see it: `published: true`, `draft: false`, `audience: external`. */
function isWish(entry: RawField): boolean {
  const { key, value } = entry;
  if (value?.type !== 'scalar') return false;
  return WISHES.some(([keys, wished]) => keys.test(normaliseName(key)) && wished.test(value.text.trim()));
}

const WISHES: readonly [keys: RegExp, wished: RegExp][] = [
  [/^(?:is)?(?:public|publish|published|external|visible)$/, /^(?:yes|y|true|1)$/i],
  [/^(?:is)?(?:draft|internal|private|hidden|unlisted)$/, /^(?:no|n|false|0)$/i],
  [/^(?:audience|access|visibleto)$/, /^(?:public|external|customers?|every(?:one|body)|all)$/i],
];

function reportWish(file: VFile, entry: RawField, isPublic: boolean): void {
  const line = fieldLine(entry);
  report(file, {
    code: 'RP122',
    severity: isPublic ? 'info' : 'warning',
    text: isPublic
      ? `Unexpected \`${line}\` beside \`visibility: public\`, expected one of them`
      : `Unexpected \`${line}\`, expected \`visibility: public\``,
    hint: isPublic
      ? '`visibility` alone decides who sees a plan; leave the other out.'
      : 'The plan stays internal: `visibility` alone decides who sees it.',
    place: entry.place,
  });
}

/** Tells of words such as `draft: true`, which keep all of a plan inside. */
export function reportFlag(
  file: VFile,
  flag: string,
  { place, severity }: { place: Place | undefined; severity: 'error' | 'warning' },
): void {
  report(file, {
    code: 'RP123',
    severity,
    text: `Unexpected second visibility in \`${flag}\`, expected one`,
    hint: 'All of it stays internal. Write `visibility: internal`, or take the second one out.',
    place,
  });
}

/** A field as it is written. */
export function fieldLine({ key, value }: RawField): string {
  const texts = value?.type === 'list' ? value.items.flatMap(scalarText) : scalarText(value);
  return `${key}: ${texts.join(', ')}`;
}

interface Context {
  file: VFile;
  field: Field;
  settings: PlanSettings;
  place: Place | undefined;
}

function parseValue(context: Context, value: RawValue): unknown {
  const { field } = context;
  const isMany = field.form === 'lines' || field.form === 'ids';
  if (value?.type === 'map') return complain(context, 'a mapping', 'Write it as one value after the colon.');
  const texts = value?.type === 'list' ? value.items.flatMap(scalarText) : value ? [value.text.trim()] : [];
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return undefined;
  if (isMany) {
    const parts =
      value?.type === 'list' ? filled : filled.flatMap((text) => text.split(/\s*,\s*/)).filter(Boolean);
    const known = field.form === 'ids' ? parts.flatMap((part) => parseId(context, part) ?? []) : parts;
    return known.length > 0 ? known : undefined;
  }
  if (filled.length > 1) return complain(context, `a list of ${filled.length} values`, 'Keep one of them.');
  const isBare = value?.type === 'scalar' && !value.quoted;
  return parseOne(context, filled[0] ?? '', isBare);
}

function parseOne(context: Context, text: string, isBare: boolean): unknown {
  const { field, settings } = context;
  const comment = field.form === 'text' ? undefined : findCommentLine(text);
  if (comment) {
    const hint = 'In a text of several lines `#` begins no comment: write it above the field.';
    return complain(context, `line \`${comment}\``, hint, 'one line');
  }
  switch (field.form) {
    case 'line':
      return parseLine(context, text);
    case 'text': {
      const unreadable = findUnreadable(text);
      if (!unreadable) return text;
      const hint = 'Write it as a person would read it, or take it out.';
      return complain(context, unreadable.found, hint, unreadable.expected);
    }
    case 'choice':
      return parseChoice(context, text);
    case 'id':
      return parseId(context, text);
    case 'version':
      return parseVersion(context, text, isBare);
    case 'date':
      if (precisionOf(text.toUpperCase())) return text.toUpperCase();
      return parseDay(context, text, '2026-11-18, 2026-11, 2026-Q4 or 2026');
    case 'day':
      return parseDay(context, text, 'a day such as 2026-11-18');
    case 'moment': {
      const read = readMoment(text, settings.site.timezone);
      if ('moment' in read) return read.moment;
      return complain(
        context,
        `\`${text}\``,
        'Write a day and a time, such as 2026-11-18 09:00.',
        'a moment',
      );
    }
    case 'ids':
    case 'lines':
      return [text];
  }
}

/** Products and themes are known by id or by name; everything else is a line as it stands. */
function parseLine(context: Context, text: string): string | undefined {
  const { field, settings } = context;
  const list =
    field.key === 'product'
      ? settings.site.products
      : field.key === 'theme'
        ? settings.site.themes
        : undefined;
  if (!list) return text.replace(/\s+/g, ' ');
  const wanted = normaliseName(text);
  const found = list.find((each) => normaliseName(each.id) === wanted || normaliseName(each.name) === wanted);
  if (found) return found.id;
  const known = list.map((each) => each.id);
  return misspelt(context, text, known, `site.yaml knows ${known.join(', ') || 'none'}.`);
}

function parseChoice(context: Context, text: string): string | undefined {
  const own = context.field.key === 'profile' ? context.settings.format?.profiles.keys() : undefined;
  const options = own ? [...own] : (context.field.options ?? []);
  const wanted = normaliseName(text);
  const isProfile = context.field.key === 'profile';
  const found = [...options, ...(isProfile ? [HISTORY] : [])].find(
    (option) => normaliseName(option) === wanted,
  );
  return found ?? misspelt(context, text, options, `Possible are ${options.join(', ')}.`);
}

function parseId(context: Context, text: string): string | undefined {
  const id = text.toLowerCase();
  if (IdSchema.safeParse(id).success) return id;
  return complain(
    context,
    `\`${text}\``,
    'An id stands in addresses and names of files: small letters, digits and dashes, and no name of a device of Windows such as `con`.',
    'an id such as rider-app-5-12',
  );
}

function parseVersion(context: Context, text: string, isBare: boolean): string | undefined {
  if (isBare && /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    return complain(
      context,
      `the number ${text}`,
      `Put it in quotation marks, \`version: "${text}"\`: as a number, 1.10 is the same as 1.1.`,
      'a version in quotation marks',
    );
  }
  if (text.length > 100) return complain(context, `${text.length} characters`, 'Shorten it.', 'at most 100');
  return text;
}

function parseDay(context: Context, text: string, expected: string): string | undefined {
  if (isDay(text)) return text;
  const read = readMoment(text, context.settings.site.timezone);
  if (!('fault' in read) && /^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return read.moment.slice(0, 10);
  const looksLikeDay = /^\d{4}-\d{2}-\d{2}/.test(text);
  return complain(
    context,
    `\`${text}\``,
    looksLikeDay ? 'The calendar has no such day.' : 'Dates are written year-month-day.',
    expected,
  );
}

function scalarText(value: RawValue): string[] {
  return value?.type === 'scalar' ? [value.text.trim()] : [];
}

function misspelt(context: Context, text: string, options: readonly string[], hint: string): undefined {
  const guess = nearest(text, options);
  report(context.file, {
    code: 'RP120',
    severity: 'error',
    text: `Unknown ${context.field.label.toLowerCase()} \`${text}\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
    hint: guess ? undefined : hint,
    place: context.place,
  });
}

function complain(context: Context, unexpected: string, hint: string, expected = 'one value'): undefined {
  report(context.file, {
    code: 'RP121',
    severity: context.field.form === 'ids' ? 'warning' : 'error',
    text: `Unexpected ${unexpected} as ${context.field.label.toLowerCase()}, expected ${expected}`,
    hint,
    place: context.place,
  });
}

function reportUnknownKey(file: VFile, entry: RawField): void {
  if (EXPORT_KEYS.has(normaliseName(entry.key))) return;
  const guess = nearest(
    entry.key,
    fields.map((field) => field.key),
  );
  // An embargo that nobody understands is one all the same.
  const isEmbargo = guess === 'publishAt';
  report(file, {
    code: isEmbargo ? 'RP121' : 'RP122',
    severity: isEmbargo ? 'error' : guess ? 'warning' : 'info',
    text: `Unknown field \`${entry.key}\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
    hint: isEmbargo
      ? 'Until it is spelt so, nothing new of the plan is published.'
      : 'It is kept in the plan and published nowhere.',
    place: entry.place,
  });
}

function reportDoubled(file: VFile, entry: RawField, field: Field): void {
  report(file, {
    code: 'RP123',
    severity: 'warning',
    text: `Unexpected second ${field.label.toLowerCase()} in \`${entry.key}\`, expected one`,
    hint: 'The first one counts.',
    place: entry.place,
  });
}
