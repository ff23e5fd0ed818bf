import { wordsWithTerms } from './search-terms.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** A text in pieces, of which those are marked that a result was found by. Joined they are the text. */
export function markWords(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const word of wordsWithTerms(text)) {
    if (!word.terms.some((term) => terms.has(term))) continue;
    if (word.start > end) pieces.push({ text: text.slice(end, word.start), marked: false });
    pieces.push({ text: text.slice(word.start, word.end), marked: true });
    end = word.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}
