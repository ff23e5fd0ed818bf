import { isInsideName } from './labels.ts';

/** What stands around a line. */
export interface Around {
  /** What stands behind a dash in it is read as a text of its own, whose first label counts. */
  isCut?: boolean;
  /** It is quoted: in the words of others, no label is read. */
  isQuoted?: boolean;
}

/**
 * From where on a line names somebody or something for those inside, although it is not read as a label: one that begins in the middle of a line, as in
 * “Faster search. Owner: Jane Doe”, or has no colon with a gap behind it, as “Owner:Jane Doe”. What is meant is not known, so that it keeps nothing inside.
 */
export function findStrayLabel(line: string, { isCut, isQuoted }: Around = {}): string | undefined {
  const patterns = [isQuoted ? LABEL : MISSPELT, isCut ? BEHIND_SIGN : BEHIND_SIGN_OR_DASH];
  const found = patterns.flatMap((pattern) => [...line.matchAll(pattern)]);
  const label = found.find(({ 1: name }) => isInsideName(name as string));
  return label && line.slice(label.index);
}

const NAME = String.raw`(\p{L}[\p{L} ]{0,25})`;
const COLON = '(?::\\s|：)';
const LABEL = new RegExp(`^${NAME}${COLON}`, 'gu');
const MISSPELT = new RegExp(String.raw`^${NAME}(?::(?=[\p{Lu}@#])|=\s|-\s)`, 'gu');
const SIGN = '[.!?,;|·([{。！？、（「] *';
/** First it is asked whether there is a letter, so that the gap before it is looked at once. */
const behind = (before: string) => new RegExp(String.raw`(?=\p{L})(?<=${before})${NAME}${COLON}`, 'gu');
const BEHIND_SIGN = behind(SIGN);
const BEHIND_SIGN_OR_DASH = behind(String.raw`${SIGN}|\s[–—]\s`);
