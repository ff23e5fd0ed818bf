import { cutWords } from '../documents/public/one-line.ts';
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

/**
 * As much of a text as a result shows, so that the first word that it was found by is seen; cut between words.
 * @param most how long it may be, in UTF-16 units
 */
export function cutAround(text: string, terms: ReadonlySet<string>, most = 160): string {
  const [first, second] = markWords(text, terms);
  const at = first && second && !first.marked ? first.text.length : 0;
  const before = most / 4;
  if (text.length <= most || at <= before) return cutWords(text, most);
  const space = text.indexOf(' ', at - before);
  return `…${cutWords(text.slice(space >= 0 && space < at ? space + 1 : at), most)}`;
}
