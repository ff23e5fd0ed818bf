import { VFile } from 'vfile';
import type { ZodIssue } from 'zod';
import type { Place, RawField, RawMap, RawValue } from '../plan/document.ts';
import { report } from '../plan/message.ts';
import { nearest } from '../plan/nearest.ts';
import type { PlanSettings } from '../plan/settings.ts';
import { type Site, SiteSchema } from '../release/site.ts';
import { readYaml, YamlError } from './yaml.ts';

/** Keys of `site.yaml` that are not for the site's readers. */
const PRIVATE_KEYS = ['notion', 'rules', 'sections', 'profiles', 'cadence', 'segments'] as const;

/**
 * Reads `site.yaml`. Without settings in the result there are messages on the file that say why.
 */
export function readSiteFile(path: string, text: string): { file: VFile; settings?: PlanSettings } {
  const file = new VFile({ path, value: text });
  const raw = readRaw(file, text);
  if (!raw) return { file };
  const publicKeys = Object.keys(SiteSchema.shape);
  const known = new Set<string>([...publicKeys, ...PRIVATE_KEYS]);
  for (const entry of raw.entries) {
    if (!known.has(entry.key)) reportUnknown(file, entry.key, [...known], entry.place);
  }
  const plain = toPlain({
    type: 'map',
    entries: raw.entries.filter((entry) => publicKeys.includes(entry.key)),
  });
  const result = SiteSchema.safeParse(plain);
  const hasErrors = file.messages.some((message) => message.fatal);
  if (result.success && !hasErrors) return checkSite(file, raw, result.data);
  if (result.success) return { file };
  for (const issue of result.error.issues) reportIssue(file, raw, issue);
  return { file };
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
function checkSite(file: VFile, raw: RawMap, site: Site): { file: VFile; settings?: PlanSettings } {
  for (const key of ['products', 'themes'] as const) {
    const ids = site[key].map((each) => each.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) {
      const text = `Unexpected second \`${twice}\` among the ${key}, expected each id once`;
      report(file, { code: 'RP150', severity: 'error', text, place: placeOf(raw, [key]) });
      return { file };
    }
  }
  return { file, settings: { site } };
}

function reportIssue(file: VFile, raw: RawMap, issue: ZodIssue): void {
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

function expectation(issue: ZodIssue): string {
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
  if (/^-?\d+(?:\.\d+)?$/.test(value.text)) return Number(value.text);
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
