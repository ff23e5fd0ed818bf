import { VFile } from 'vfile';
import { z, type ZodObject, type ZodRawShape } from 'zod';
import type { Place, RawField, RawMap, RawValue } from '../plan/document.ts';
import { extendFormat, FormatSettingsSchema } from '../plan/format.ts';
import { report } from '../plan/message.ts';
import { nearest } from '../plan/nearest.ts';
import { CheckSettingsSchema, type PlanSettings } from '../plan/settings.ts';
import { type Site, SiteSchema } from '../release/site.ts';
import { type NotionSettings, NotionSettingsSchema } from './notion/settings.ts';
import { readYaml, YamlError } from './yaml.ts';

/** Keys of `site.yaml` that are not for the site's readers, and are read elsewhere. */
const OTHER_KEYS = ['segments'] as const;

/** The part of `site.yaml` that says where plans come from besides files. */
export const NotionPartSchema = z.object({ notion: NotionSettingsSchema.optional() });

/** What `site.yaml` says: to everybody, and about where the plans come from. */
export interface SiteFile {
  file: VFile;
  settings?: PlanSettings;
  notion?: NotionSettings;
}

/**
 * Reads `site.yaml`. Without settings in the result there are messages on the file that say why.
 */
export function readSiteFile(path: string, text: string): SiteFile {
  const file = new VFile({ path, value: text });
  const raw = readRaw(file, text);
  if (!raw) return { file };
  const schemas = [SiteSchema, CheckSettingsSchema, FormatSettingsSchema, NotionPartSchema];
  const known = [...schemas.flatMap((schema) => Object.keys(schema.shape)), ...OTHER_KEYS];
  for (const entry of raw.entries) {
    if (!known.includes(entry.key)) reportUnknown(file, entry.key, known, entry.place);
  }
  const site = parsePart(file, raw, SiteSchema);
  const checks = parsePart(file, raw, CheckSettingsSchema);
  const part = parsePart(file, raw, NotionPartSchema);
  const additions = parsePart(file, raw, FormatSettingsSchema);
  if (!site || !checks || !part || !additions) return { file };
  refuseDoubled(file, raw, site);
  const { format, faults } = extendFormat(additions);
  for (const { path: where, text: fault } of faults) {
    report(file, { code: 'RP120', severity: 'error', text: fault, place: placeOf(raw, where) });
  }
  if (file.messages.some((message) => message.fatal)) return { file };
  return { file, settings: { site, ...checks, format }, ...(part.notion && { notion: part.notion }) };
}

/** The keys of one schema, checked; what is wrong with them is reported. */
function parsePart<Shape extends ZodRawShape>(file: VFile, raw: RawMap, schema: ZodObject<Shape>) {
  const entries = raw.entries.filter((entry) => entry.key in schema.shape);
  const result = schema.safeParse(toPlain({ type: 'map', entries }));
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(file, raw, issue);
  return undefined;
}

function readRaw(file: VFile, text: string): RawMap | undefined {
  try {
    return readYaml(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const hint = 'Put texts with a colon, a quotation mark or a leading symbol in quotation marks.';
    report(file, {
      code: 'RP130',
      severity: 'error',
      text: `Unexpected YAML: ${error.message}`,
      place: error.place,
      hint,
    });
    return undefined;
  }
}

/** What a schema alone cannot say: ids that stand twice. */
function refuseDoubled(file: VFile, raw: RawMap, site: Site): void {
  for (const key of ['products', 'themes'] as const) {
    const ids = site[key].map((each) => each.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    const text = `Unexpected second \`${twice}\` among the ${key}, expected each id once`;
    if (twice) report(file, { code: 'RP150', severity: 'error', text, place: placeOf(raw, [key]) });
  }
}

function reportIssue(file: VFile, raw: RawMap, issue: z.core.$ZodIssue): void {
  const path = issue.path.map(String);
  const place = placeOf(raw, path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      reportUnknown(file, [...path, key].join('.'), [], placeOf(raw, [...path, key]));
    return;
  }
  const found = valueOf(raw, path);
  const where = path.join('.') || 'the settings';
  const text =
    found === undefined
      ? `Missing \`${where}\`, expected ${expectation(issue)}`
      : `Unexpected ${found} as \`${where}\`, expected ${expectation(issue)}`;
  const guess =
    issue.code === 'invalid_value' && found
      ? nearest(found.replaceAll('`', ''), issue.values.map(String))
      : undefined;
  report(file, {
    code: 'RP121',
    severity: 'error',
    text,
    place,
    hint: guess && `Did you mean \`${guess}\`?`,
  });
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { string: 'a text', number: 'a number', array: 'a list', object: 'a mapping' }[
          issue.expected as string
        ] ?? issue.expected
      );
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_format':
      return issue.format === 'url' ? 'an address such as https://updates.example.com/' : `a ${issue.format}`;
    case 'too_small':
      return issue.origin === 'array' ? 'at least one entry' : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_union':
      return 'a web address or an e-mail address';
    default:
      return issue.message;
  }
}

function reportUnknown(file: VFile, key: string, known: readonly string[], place: Place | undefined): void {
  const guess = nearest(key, known);
  const text = `Unknown setting \`${key}\`${guess ? `; did you mean \`${guess}\`?` : ''}`;
  report(file, { code: 'RP122', severity: guess ? 'error' : 'warning', text, place });
}

/** Bare numbers and booleans become what they look like; everything else stays text. */
function toPlain(value: RawValue): unknown {
  if (value === null) return undefined;
  if (value.type === 'list') return value.items.map(toPlain);
  if (value.type === 'map')
    return Object.fromEntries(value.entries.map((entry) => [entry.key, toPlain(entry.value)]));
  if (value.quoted) return value.text;
  // Longer runs of digits are ids.
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(value.text)) return Number(value.text);
  return value.text === 'true' ? true : value.text === 'false' ? false : value.text;
}

function fieldAt(raw: RawMap, path: readonly string[]): RawField | undefined {
  let value: RawValue | undefined = raw;
  let field: RawField | undefined;
  for (const step of path) {
    if (value?.type === 'map') {
      const next: RawField | undefined = value.entries.find((entry) => entry.key === step);
      if (!next) return field;
      field = next;
      value = next.value;
    } else if (value?.type === 'list') value = value.items[Number(step)];
    else return field;
  }
  return field;
}

function placeOf(raw: RawMap, path: readonly string[]): Place | undefined {
  return fieldAt(raw, path)?.place;
}

function valueOf(raw: RawMap, path: readonly string[]): string | undefined {
  const field = fieldAt(raw, path);
  if (!field || field.key !== path.at(-1) || field.value === null) return undefined;
  return field.value.type === 'scalar'
    ? `\`${field.value.text}\``
    : `a ${field.value.type === 'list' ? 'list' : 'mapping'}`;
}
