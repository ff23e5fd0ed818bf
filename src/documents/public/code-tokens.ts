import { type CodeLanguage, codeLanguage } from './code-languages.ts';

export const tokenKinds = [
  'comment',
  'string',
  'name',
  'number',
  'keyword',
  'meta',
  'inserted',
  'deleted',
] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface Token {
  text: string;
  kind?: TokenKind;
}

/** Longer code is shown plain: nobody reads it in a release note, and it would only weigh. */
const LONGEST = 20_000;

/**
 * Code as tokens, which together are the code again. Not a parser: it tells apart what a reader's eye looks for, in time that
 * grows with the code alone. A language that is not known gives one token without a kind.
 */
export function readTokens(code: string, word: string): Token[] {
  const language = code.length <= LONGEST ? codeLanguage(word) : undefined;
  if (!language) return [{ text: code }];
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(patternOf(language))) {
    const kind = kindOf(match, language);
    if (!kind || match[0] === '') continue;
    if (match.index > end) tokens.push({ text: code.slice(end, match.index) });
    tokens.push({ text: match[0], kind });
    end = match.index + match[0].length;
  }
  if (end < code.length) tokens.push({ text: code.slice(end) });
  return tokens;
}

/** In the order in which they are tried. */
const patterned = ['comment', 'meta', 'inserted', 'deleted', 'name', 'string', 'number'] as const;
const made = new Map<CodeLanguage, RegExp>();

function patternOf(language: CodeLanguage): RegExp {
  const known = made.get(language);
  if (known) return known;
  const parts = patterned.flatMap((kind) => (language[kind] ? [`(?<${kind}>${language[kind]})`] : []));
  const pattern = new RegExp([...parts, String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*)`].join('|'), 'gmu');
  made.set(language, pattern);
  return pattern;
}

function kindOf(
  { groups = {} }: RegExpMatchArray,
  { keywords, anyCase }: CodeLanguage,
): TokenKind | undefined {
  const { word } = groups;
  if (word === undefined) return patterned.find((kind) => groups[kind] !== undefined);
  return keywords?.has(anyCase ? word.toLowerCase() : word) ? 'keyword' : undefined;
}
