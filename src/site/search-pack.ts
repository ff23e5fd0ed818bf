import { keptText } from '../documents/public/kept-text.ts';
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
  const shown = `${document.title} ${document.excerpt()}`;
  const body = document.body();
  const terms = keptText(`terms\n${shown}\n\n${body}`, () => {
    const without = new Set(indexTerms(shown));
    return indexTerms(body)
      .filter((term) => !without.has(term))
      .join(' ');
  });
  const list = terms ? terms.split(' ') : [];
  hidden.set(document, list);
  return list;
}
