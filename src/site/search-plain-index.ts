import type { AsPlainObject } from 'minisearch';
import type { SearchFile } from './search-file.ts';
import type { SearchRow } from './search-rows.ts';
import { indexTerms, versionTerm, widerVersions } from './search-terms.ts';

/** What a document is found by. `context` is what stands around it: its product, its versions, its kind, its state. */
export const searchFields = ['title', 'version', 'body', 'context'] as const;

/** The index in MiniSearch's own form, as `toJSON` would give it had it seen every text. */
export function plainIndex(
  file: SearchFile,
  rows: readonly SearchRow[],
  badgeWords: Record<string, string>,
): AsPlainObject {
  const index = new Map<string, Record<string, Record<string, number>>>();
  const lengths: Record<string, Record<string, number>> = {};
  const sums = searchFields.map(() => 0);
  const add = (place: number, field: number, terms: readonly string[]) => {
    for (const term of terms) {
      let entry = index.get(term);
      if (!entry) index.set(term, (entry = {}));
      (entry[field] ??= {})[place] = 1;
    }
    const length = (lengths[place] ??= {});
    length[field] = (length[field] ?? 0) + terms.length;
    sums[field] = (sums[field] ?? 0) + terms.length;
  };
  rows.forEach((row, place) => {
    const version = row.version && versionTerm(row.version.toLowerCase());
    add(place, 0, indexTerms(row.title));
    add(
      place,
      1,
      row.in === 'releases' && row.version ? (version ? [version] : indexTerms(row.version)) : [],
    );
    add(place, 2, row.excerpt ? indexTerms(row.excerpt) : []);
    add(place, 3, indexTerms(contextOf(row, badgeWords)));
  });
  const places = file.places ? file.places.split(' ') : [];
  (file.terms ? file.terms.split(' ') : []).forEach((term, at) => {
    let place = 0;
    for (const step of places[at]?.split(',') ?? []) add((place += Number.parseInt(step, 36)), 2, [term]);
  });
  return {
    documentCount: rows.length,
    nextId: rows.length,
    documentIds: Object.fromEntries(rows.map((_, place) => [place, place])),
    fieldIds: Object.fromEntries(searchFields.map((field, place) => [field, place])),
    fieldLength: lengths as unknown as AsPlainObject['fieldLength'],
    averageFieldLength: sums.map((sum) => sum / Math.max(1, rows.length)),
    storedFields: {},
    dirtCount: 0,
    index: [...index] as unknown as AsPlainObject['index'],
    serializationVersion: 2,
  };
}

/** Words that a reader may add to narrow a search, though they stand in no text. */
function contextOf(row: SearchRow, badgeWords: Record<string, string>): string {
  const versions = row.version
    ? [...(row.in === 'releases' ? [] : [row.version]), ...widerVersions(row.version)]
    : [];
  const kind = row.in === 'issues' ? 'issue' : row.kind;
  return [row.product?.name, ...versions, kind && badgeWords[kind], row.state && badgeWords[row.state]]
    .filter(Boolean)
    .join(' ');
}
