import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { languageAt } from './language-column.ts';
import type { SearchFile } from './search-file.ts';
import { plainIndex, searchFields } from './search-plain-index.ts';
import { type ResultGroup, resultGroups, type SearchRow, searchRows } from './search-rows.ts';
import { type QueryWord, queryWords, versionTerm } from './search-terms.ts';

export interface SearchFilters {
  product?: string;
  /** A change group, or `issue`. */
  kind?: string;
}

export interface SearchHit extends SearchRow {
  /** The terms of the index that it was found by, for marking. */
  terms: ReadonlySet<string>;
  /** Where they are not in the language of the site. */
  titleLocale: string | undefined;
  excerptLocale: string | undefined;
}

export interface SearchResults {
  total: number;
  groups: { group: ResultGroup; total: number; hits: SearchHit[] }[];
}

/** Finds in the index; `most` is the number of hits a group gives at once. With no words, filters alone choose. */
export type Search = (query: string, filters?: SearchFilters, most?: number) => SearchResults;

/** Makes the index searchable. `badgeWords` are the words that readers know the kinds of changes and the states of releases by, and `issue` those for known issues. */
export async function openSearch(file: SearchFile, badgeWords: Record<string, string>): Promise<Search> {
  const rows = searchRows(file);
  const engine = await MiniSearch.loadJSAsync(plainIndex(file, rows, badgeWords), {
    fields: [...searchFields],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  const hitOf = ({ id, terms }: SearchResult): SearchHit => ({
    ...(rows[id as number] as SearchRow),
    terms: new Set(terms),
    titleLocale: languageAt(file.titleLanguages, id as number),
    excerptLocale: languageAt(file.excerptLanguages, id as number),
  });
  return (query, filters = {}, most = 5) => {
    const words = queryWords(query);
    const options: SearchOptions = {
      boost: { title: 4, version: 10, context: 0.3 },
      // Newest first among equals: documents are counted from the newest release.
      boostDocument: (place: number) => 1 + 0.2 * (1 - place / rows.length),
      filter: ({ id }) => matches(rows[id as number], filters),
    };
    const found =
      words.length > 0
        ? lookUp(engine, words, options)
        : hasFilter(filters)
          ? engine.search(MiniSearch.wildcard, options)
          : [];
    const sorted = newestOfNamed(found, rows, words, file.products);
    const groups = resultGroups.map((group) => {
      const own = sorted.filter(({ id }) => rows[id as number]?.in === group);
      return { group, total: own.length, hits: own.slice(0, most).map(hitOf) };
    });
    return { total: sorted.length, groups: groups.filter(({ total }) => total > 0) };
  };
}

/** As typed first; only where that finds nothing are mistakes forgiven, and only then may a word be missing. */
function lookUp(engine: MiniSearch, words: QueryWord[], options: SearchOptions) {
  const ask = (combineWith: 'AND' | 'OR', forgiving: boolean) => {
    const queries = words.map((word) => askWord(word, forgiving));
    return engine.search({ combineWith, queries }, options);
  };
  const exact = ask('AND', false);
  if (exact.length > 0) return exact;
  const near = ask('AND', true);
  return near.length > 0 || words.length === 1 ? near : ask('OR', true);
}

/** Whoever types the name of a product, and nothing else, wants its newest. */
function newestOfNamed(
  found: SearchResult[],
  rows: readonly SearchRow[],
  words: readonly QueryWord[],
  products: SearchFile['products'],
): SearchResult[] {
  const termsIn = (words: readonly QueryWord[]) => words.flatMap(({ terms }) => terms).join(' ');
  const named = products.find(({ name }) => termsIn(queryWords(name)) === termsIn(words));
  if (!named) return found;
  const placeOf = ({ id }: SearchResult) =>
    rows[id as number]?.product?.id === named.id ? (id as number) : rows.length + (id as number);
  return [...found].sort((a, b) => placeOf(a) - placeOf(b));
}

/** In texts a word may have been begun only; the name of a product counts when it is whole, or `ride` would find all of *Rider app*. */
function askWord({ terms, whole }: QueryWord, forgiving: boolean): Query {
  const texts = {
    fields: ['title', 'version', 'body'],
    prefix: isPrefix,
    fuzzy: (term: string) => forgiving && mistakesIn(term),
  };
  const parts = terms.map((term): Query => ({
    combineWith: 'OR',
    queries: [
      { ...texts, queries: [term] },
      { fields: ['context'], prefix: false, fuzzy: false, queries: [term] },
    ],
  }));
  const all: Query = { combineWith: 'AND', queries: parts };
  return whole ? { combineWith: 'OR', queries: [all, { ...texts, fuzzy: false, queries: [whole] }] } : all;
}

/** `2.1` must not find 2.10; what belongs to 2.1 was indexed under it. */
function isPrefix(term: string): boolean {
  return !versionTerm(term);
}

/** How many letters of a term may be wrong. */
function mistakesIn(term: string): number | false {
  if (!/^\p{L}{4,}$/u.test(term)) return false;
  return term.length < 6 ? 1 : 2;
}

function hasFilter({ product, kind }: SearchFilters): boolean {
  return Boolean(product ?? kind);
}

function matches(row: SearchRow | undefined, { product, kind }: SearchFilters): boolean {
  if (!row || (product && row.product?.id !== product)) return false;
  return !kind || (kind === 'issue' ? row.in === 'issues' : row.kind === kind);
}
