import { VFile } from 'vfile';
import { z, type ZodObject, type ZodRawShape } from 'zod';
import type { RawMap, RawValue } from '../plan/document.ts';
import { extendFormat, FormatSettingsSchema } from '../plan/format.ts';
import { report } from '../plan/message.ts';
import { nearest } from '../plan/nearest.ts';
import { CheckSettingsSchema, type PlanSettings } from '../plan/settings.ts';
import { type Site, SiteSchema } from '../release/site.ts';
import { type NotionSettings, NotionSettingsSchema } from './notion/settings.ts';
import { placeOf, valueOf } from './raw-fields.ts';
import { stringNames } from '../languages/string-names.ts';
import { checkSiteWords, list } from './site-words.ts';
import { readYaml, YamlError } from './yaml.ts';

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
  const known = schemas.flatMap((schema) => Object.keys(schema.shape));
  for (const entry of raw.entries) {
    if (!known.includes(entry.key)) reportUnknown(file, raw, [entry.key], known);
  }
  const site = parsePart(file, raw, SiteSchema);
  const checks = parsePart(file, raw, CheckSettingsSchema);
  const part = parsePart(file, raw, NotionPartSchema);
  const additions = parsePart(file, raw, FormatSettingsSchema);
  if (!site || !checks || !part || !additions) return { file };
  refuseDoubled(file, raw, site);
  checkSiteWords(file, raw, site);
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
  for (const issue of result.error.issues) {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') reportIssue(file, raw, path, issue);
    else for (const key of issue.keys) reportUnknown(file, raw, [...path, key], keysAt(schema, path));
  }
  return undefined;
}

function readRaw(file: VFile, text: string): RawMap | undefined {
  try {
    return readYaml(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    report(file, {
      code: 'RP130',
      severity: 'error',
      text: `Unexpected YAML: ${error.message}`,
      place: error.place,
      hint: error.hint,
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

function reportIssue(file: VFile, raw: RawMap, path: string[], issue: z.core.$ZodIssue): void {
  const place = placeOf(raw, path);
  const found = valueOf(raw, path);
  const where = path.join('.') || 'the settings';
  const text =
    issue.code === 'invalid_key'
      ? `Unexpected key \`${where}\`, expected ${expectation(issue)}`
      : found === undefined
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
    hint: guess ? `Did you mean \`${guess}\`?` : hintFor(raw, path),
  });
}

/** Names of sentences have dots, and look like paths. */
function hintFor(raw: RawMap, path: string[]): string | undefined {
  const [key = '', ...above] = path.toReversed();
  if (above[0] !== 'strings' || valueOf(raw, path) !== 'mapping') return undefined;
  const name = stringNames().find((each) => each.startsWith(`${key}.`)) ?? `${key}.…`;
  return `Write each name in one piece: \`${name}: …\`.`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { string: 'a text', number: 'a number', array: 'a list', object: 'a mapping', record: 'a mapping' }[
          issue.expected as string
        ] ?? issue.expected
      );
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_format':
      return issue.format === 'url' ? 'an address such as https://updates.example.com/' : issue.message;
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join(', ');
    case 'too_small':
      if (issue.origin === 'array') return 'at least one entry';
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_union':
      return 'a web address or an e-mail address';
    default:
      return issue.message;
  }
}

/** A setting that nothing reads. Further down than the first level, one mistake is enough to refuse all. */
function reportUnknown(file: VFile, raw: RawMap, path: string[], known: readonly string[]): void {
  const [key = ''] = path.slice(-1);
  const guess = nearest(key, known) ?? (path.length === 1 ? findBelow(key) : undefined);
  const isWord = stringNames().some((name) => name === key || name.startsWith(`${key}.`));
  report(file, {
    code: 'RP122',
    severity: guess || path.length > 1 ? 'error' : 'warning',
    text: `Unknown setting \`${path.join('.')}\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
    place: placeOf(raw, path),
    hint: guess
      ? undefined
      : isWord && path.length === 1
        ? `The site’s own words stand under \`strings\`, each by its whole name: \`${key}.…: …\`.`
        : `There are ${list(known)}.`,
  });
}

/** Where a setting stands that was looked for on the first level: `hue` under `look`. */
function findBelow(key: string): string | undefined {
  const { properties = {} } = z.toJSONSchema(SiteSchema, { io: 'input', unrepresentable: 'any' });
  const group = Object.keys(properties).find((name) => {
    const at = properties[name];
    return typeof at === 'object' && key in (at.properties ?? {});
  });
  return group && `${group}.${key}`;
}

/** The keys that a schema has at a path. */
function keysAt(schema: z.ZodType, path: readonly string[]): string[] {
  let at = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const step of path)
    at = (at.properties?.[step] ?? at.items ?? at.additionalProperties ?? {}) as typeof at;
  return Object.keys(at.properties ?? {});
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
