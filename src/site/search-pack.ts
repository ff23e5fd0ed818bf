import type { SearchDocument } from './search-documents.ts';
import type { SearchFile } from './search-file.ts';
import { indexTerms } from './search-terms.ts';

/**
 * The terms of the texts but not those of titles and excerpts, which the browser reads itself. A document that is `undefined`
 * keeps its place and has no terms.
 */
export function packTerms(
  documents: readonly (SearchDocument | undefined)[],
): Pick<SearchFile, 'terms' | 'places'> {
  const found = new Map<string, number[]>();
  documents.forEach((document, place) => {
    for (const term of document ? hiddenTerms(document) : []) {
      const places = found.get(term);
      if (places) places.push(place);
      else found.set(term, [place]);
    }
  });
  const terms = [...found.keys()].sort();
  return {
    terms: terms.join(' '),
    places: terms
      .map((term) => found.get(term) ?? [])
      .map((list) => list.map((place, index) => (place - (list[index - 1] ?? 0)).toString(36)).join(','))
      .join(' '),
  };
}

/** The index is made several times before it fits. */
const hidden = new WeakMap<SearchDocument, string[]>();

function hiddenTerms(document: SearchDocument): string[] {
  const known = hidden.get(document);
  if (known) return known;
  const shown = new Set(indexTerms(`${document.title} ${document.excerpt()}`));
  const terms = indexTerms(document.body()).filter((term) => !shown.has(term));
  hidden.set(document, terms);
  return terms;
}
