import { noise } from '#language/noise';

/**
 * Words → terms, the same way where the index is made and where a query is typed: without case and accents, versions in one
 * form, identifiers whole and in parts, scripts without spaces in pairs of characters.
 */

/** One word of a query. */
export interface QueryWord {
  /** What a result must have. */
  terms: string[];
  /** An identifier as it was typed: what has it whole comes first. */
  whole?: string;
}

/** The terms that a text is found by, each once. */
export function indexTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const word of wordsOf(text)) {
    for (const term of word.all) terms.add(term);
  }
  return dropNoise([...terms]);
}

export function queryWords(text: string): QueryWord[] {
  const words = wordsOf(text).map(({ parts, whole }) => ({ terms: parts, whole: whole[0] }));
  const telling = words.filter(({ terms }) => terms.some((term) => !NOISE.has(term)));
  return telling.length > 0 ? telling : words;
}

/** The pieces of a text that are words, and their terms, for marking what was found. */
export function wordsWithTerms(text: string): { start: number; end: number; terms: string[] }[] {
  return [...text.matchAll(WORD)].map((match) => {
    return { start: match.index, end: match.index + match[0].length, terms: termsOf(match[0]).all };
  });
}

/** A version in the form that all its spellings share: `v2.1.0` and `2.1` → `2.1`; `undefined` for what is none. */
export function versionTerm(word: string): string | undefined {
  const match = VERSION.exec(word);
  if (!match) return undefined;
  const numbers = (match[1] ?? '').split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
  while (numbers.length > 1 && numbers.at(-1) === '0') numbers.pop();
  return `${numbers.join('.')}${match[2] ?? ''}`;
}

/** The shorter versions that a version belongs to: `2.1.3` → `2.1`, `2`. */
export function widerVersions(version: string): string[] {
  const [word = ''] = version.split(' ');
  const [numbers = ''] = (versionTerm(fold(word)) ?? '').split('-');
  const parts = numbers.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
}

interface Word {
  /** An identifier as it stands, where it has parts. */
  whole: string[];
  parts: string[];
  /** These, and what is a term of the index alone. */
  all: string[];
}

interface Split extends Pick<Word, 'parts'> {
  whole?: string[];
  tail?: string[];
}

function wordsOf(text: string): Word[] {
  return (text.match(WORD) ?? []).map(termsOf);
}

/** Texts say the same words again and again. */
const known = new Map<string, Word>();
const MOST_KNOWN = 50_000;

function termsOf(word: string): Word {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const terms = readTerms(word);
  known.set(word, terms);
  return terms;
}

function readTerms(text: string): Word {
  const { whole = [], parts, tail = [] } = splitWord(text);
  return { whole, parts, all: [...whole, ...parts, ...tail] };
}

function splitWord(word: string): Split {
  if (UNSPACED.test(word)) return pairsOf(fold(word));
  const folded = fold(word);
  const version = versionTerm(folded);
  if (version) return { parts: [version] };
  const parts = word.split(JOINT).flatMap((part) => part.split(HUMP));
  const telling = [...new Set(parts.map(fold))].filter((part) => part && !NOISE.has(part));
  if (parts.length < 2 || telling.length === 0) return { parts: [folded] };
  // Very long identifiers are addresses: their parts find them.
  return { whole: folded.length <= 40 ? [folded] : [], parts: telling };
}

function pairsOf(run: string): Split {
  const characters = [...run];
  if (characters.length < 2) return { parts: characters };
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  // So that a single character is found at the end of a run, too.
  return { parts: pairs, tail: characters.slice(-1) };
}

/** Lower case without accents. Marks of other scripts are part of their letters and stay. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u00C0-\u024F\u0370-\u04FF\u1E00-\u1FFF]/g, (letter) =>
      letter.normalize('NFD').replace(/\p{Mn}/gu, ''),
    )
    .replace(/[\u0300-\u036F]/g, '')
    .replace(ARABIC, foldArabic);
}

/** Vowel signs and the bearers of a hamza are written or left out as one likes, and the article hangs on its word. */
function foldArabic(word: string): string {
  return word
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى$/, 'ي')
    .replace(/ة$/, 'ه')
    .replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u, '');
}

/** Words that stand in every text find nothing; where nothing else was asked for, they are all there is. */
function dropNoise(terms: string[]): string[] {
  const telling = terms.filter((term) => !NOISE.has(term));
  return telling.length > 0 ? telling : terms;
}

const UNSPACED_SCRIPTS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々`;
const UNSPACED = new RegExp(`^[${UNSPACED_SCRIPTS}]`, 'u');
const LETTER = String.raw`(?![${UNSPACED_SCRIPTS}])[\p{L}\p{N}\p{M}_]`;
const WORD = new RegExp(`[${UNSPACED_SCRIPTS}]+|(?:${LETTER})+(?:[.\\-/:@'’](?:${LETTER})+)*`, 'gu');
const JOINT = /[._\-/:@'’]+/;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const VERSION = /^v?(\d+(?:\.\d+)*)(-[a-z0-9.-]+)?$/;
const ARABIC = /[\p{Script=Arabic}\p{M}ـ]+/gu;
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const NOISE = new Set(noise.split(' ').map(fold));
