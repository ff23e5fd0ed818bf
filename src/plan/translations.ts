import type { VFile } from 'vfile';
import type { Site } from '../release/site.ts';
import { normaliseName } from './fields.ts';
import { report } from './message.ts';
import { nearest } from './nearest.ts';
import { splitTranslationName, stemOf } from './translation-name.ts';

/** A plan or roadmap item whose texts are those of another one in another language. */
export interface Translation<Written> {
  written: Written;
  /** As `site.yaml` writes it. */
  locale: string;
  original: Written;
}

/** What can be a translation, and what can have one. */
export interface Translatable {
  file: VFile;
  /** By which others name it, besides its file. */
  names: readonly (string | undefined)[];
  locale?: string | undefined;
  translationOf?: string | undefined;
}

export interface SplitTranslations<Written> {
  originals: Written[];
  translations: Translation<Written>[];
  /** Those that are meant as translations and cannot be; there are messages on them that say why. Nothing of them is published. */
  failed: Written[];
}

/**
 * Tells translations from what they translate: a file beside the other with the language before its ending, `plan.de.md` beside `plan.md`,
 * or one that names the other in `translationOf`, as a page in Notion does.
 */
export function splitTranslations<Written>(
  all: readonly Written[],
  describe: (written: Written) => Translatable,
  site: Site,
): SplitTranslations<Written> {
  const entries = all.map((written) => ({
    written,
    ...describe(written),
    beside: undefined as string | undefined,
  }));
  const byPath = new Map(entries.map((entry) => [stemOf(entry.file.path), entry]));
  const tags = [site.locale, ...Object.keys(site.languages)];
  for (const entry of entries) entry.beside = besideOf(entry, tags, byPath);
  const originals = entries.filter((entry) => !entry.beside && !entry.translationOf);
  const taken = new Map<string, VFile>();
  const split: SplitTranslations<Written> = {
    originals: originals.map(({ written }) => written),
    translations: [],
    failed: [],
  };
  for (const entry of entries) {
    if (!entry.beside && !entry.translationOf) continue;
    const original = entry.beside
      ? byPath.get(stemOf(entry.file.path).slice(0, -entry.beside.length - 1))
      : findNamed(originals, entry);
    const locale = original && findLocale(entry, original, site, tags);
    const key = `${originals.indexOf(original as (typeof originals)[number])} ${locale}`;
    const other = taken.get(key);
    if (locale && other) {
      complain(
        entry.file,
        'RP160',
        `Unexpected second translation into ${locale}, beside ${other.path}`,
        'Delete one of the two.',
      );
    }
    if (!original || !locale || other) split.failed.push(entry.written);
    else {
      taken.set(key, entry.file);
      split.translations.push({ written: entry.written, locale, original: original.written });
    }
  }
  return split;
}

type Entry<Written> = Translatable & { written: Written; beside: string | undefined };

/** The language in the name of a file that stands beside one without it. */
function besideOf(
  { file, locale }: Translatable,
  tags: readonly string[],
  byPath: ReadonlyMap<string, unknown>,
): string | undefined {
  const name = splitTranslationName(stemOf(file.path));
  if (!name || !byPath.has(name.original)) return undefined;
  const isLanguage = [...tags, locale ?? ''].some((each) => each.toLowerCase() === name.locale.toLowerCase());
  return isLanguage ? name.locale : undefined;
}

function findNamed<Written>(
  originals: readonly Entry<Written>[],
  { file, translationOf = '' }: Entry<Written>,
): Entry<Written> | undefined {
  const namesOf = (entry: Entry<Written>) =>
    [...entry.names, stemOf(entry.file.path).split('/').at(-1)].flatMap((name) => (name ? [name] : []));
  const wanted = normaliseName(translationOf);
  const found = originals.filter((entry) => namesOf(entry).some((name) => normaliseName(name) === wanted));
  if (found.length === 1) return found[0];
  const guess = nearest(translationOf, originals.flatMap(namesOf));
  const text =
    found.length > 1
      ? `Unexpected original \`${translationOf}\`, which can be ${found.map((each) => each.file.path).join(' or ')}`
      : `Unknown original \`${translationOf}\`${guess ? `; did you mean \`${guess}\`?` : ''}`;
  complain(file, 'RP160', text, 'Write the id of the plan that this one translates.');
  return undefined;
}

/** The language of a translation as the site writes it. */
function findLocale(
  { file, beside, locale }: Translatable & { beside: string | undefined },
  original: Translatable,
  site: Site,
  tags: readonly string[],
): string | undefined {
  const said = beside ?? locale;
  if (!said) {
    complain(
      file,
      'RP161',
      'Missing locale, expected the language of this translation',
      'Write `locale: de`.',
    );
    return undefined;
  }
  const found = tags.find((tag) => tag.toLowerCase() === said.toLowerCase());
  if (!found) {
    const hint = `Add it to site.yaml: \`languages: { ${said}: {} }\`.`;
    complain(file, 'RP161', `Unknown language \`${said}\`; the site has ${tags.join(', ')}`, hint);
    return undefined;
  }
  if (found.toLowerCase() === (original.locale ?? site.locale).toLowerCase()) {
    complain(
      file,
      'RP161',
      `Unexpected translation into ${found}, the language of ${original.file.path} itself`,
    );
    return undefined;
  }
  return found;
}

function complain(file: VFile, code: string, text: string, hint?: string): void {
  report(file, { code, severity: 'error', text, hint });
}
