/**
 * True where a line without line breaks or surrounding space holds nothing that Markdown or HTML reads in its own way, so that
 * it is its own rendering. Most titles are like that, and parsing them is most of the work on a long list.
 */
export function isPlainLine(line: string): boolean {
  return !SPECIAL.test(line);
}

/** True where a line begins with a letter, or with a number that begins no list: it is a paragraph, and no other block, and stays one without an escape. */
export function beginsWithWord(line: string): boolean {
  return /^(?:\p{L}|\d(?!\d*(?:\)|\.(?![\p{L}\d]))))/u.test(line);
}

/** A line of plain words and code spans alone, the other form that most titles have: its pieces in turn, words first. */
export function readCodeLine(line: string): string[] | undefined {
  // Code after a dollar is a formula.
  if (line.includes('$`')) return undefined;
  const pieces = line.split('`');
  if (pieces.length < 3 || pieces.length % 2 === 0) return undefined;
  // Two spans without anything between them are one fence of two backticks.
  const between = (place: number) => place > 0 && place < pieces.length - 1;
  const simple = pieces.every((piece, place) =>
    place % 2 === 0 ? isPlainLine(piece) && (piece !== '' || !between(place)) : CODE.test(piece),
  );
  return simple ? pieces : undefined;
}

/**
 * The paragraphs of a text that is nothing but simple lines with blank lines between them, each as `readCodeLine` reads a line;
 * `undefined` for all other texts. Most texts are like that.
 */
export function readPlainParagraphs(text: string): string[][] | undefined {
  const paragraphs: string[][] = [];
  for (const line of text.split(/\n{2,}/)) {
    if (!beginsWithWord(line) || /\s$/.test(line)) return undefined;
    const pieces = isPlainLine(line) ? [line] : readCodeLine(line);
    if (!pieces) return undefined;
    paragraphs.push(pieces);
  }
  return paragraphs;
}

const SPECIAL = /[\\`*_[\]<>&~@\r\n\t]|:\/\/|www\./i;
/** Not empty, and without space at its ends, of which Markdown drops some. */
const CODE = /^[^\s](?:.*[^\s])?$/u;
