import type { RawMap, RawValue } from '../../plan/document.ts';
import { readYaml, YamlError } from '../yaml.ts';
import type { Fragment, FragmentValue } from './fragment.ts';
import { ImportError } from './import-error.ts';
import { emptyRelease, type Imported, type ImportFile, type Loss } from './imported.ts';
import { readIstio } from './istio.ts';
import { readReno } from './reno.ts';

/**
 * Reads fragments, a file a change or a few. All of them are what comes next, in the order of their files.
 * @throws {ImportError} where a file is no YAML of this form
 */
export function importFragments(files: readonly ImportFile[], format: 'reno' | 'istio'): Imported {
  const release = emptyRelease(files[0]?.path ?? '', { status: 'draft' });
  const losses: Loss[] = [];
  const read = { reno: readReno, istio: readIstio }[format];
  for (const { path, text } of files) {
    const lose: Fragment['lose'] = (why, lost, what = 'lost') =>
      losses.push({ place: path, what, why, text: lost });
    for (const comment of text.match(/^#.*$/gm) ?? []) lose('a comment', comment);
    read({ path, entries: entriesOf(path, text), release, lose });
  }
  return { releases: [release], losses };
}

function entriesOf(path: string, text: string): Fragment['entries'] {
  return readMap(path, text).entries.map(({ key, value }) => ({ key, values: valuesOf(value) }));
}

function readMap(path: string, text: string): RawMap {
  try {
    return readYaml(text.replace(/^---\s*$/m, ''));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new ImportError(`${path}:${error.place.line} cannot be read: ${error.message}.`);
  }
}

function valuesOf(value: RawValue): FragmentValue[] {
  if (value === null) return [];
  switch (value.type) {
    case 'scalar':
      return value.text.trim() ? [value.text] : [];
    case 'list':
      return value.items.flatMap(valuesOf);
    case 'map':
      return [
        Object.fromEntries(
          value.entries.map((entry) => [entry.key, valuesOf(entry.value).map(String).join('\n')]),
        ),
      ];
  }
}
