/** How the code that stands in release notes is read: enough to tell comments, strings, names and words of the language apart. */
export interface CodeLanguage {
  /** Sources of regular expressions, each of which takes a whole token and never looks at a character twice. */
  comment?: string;
  string?: string;
  name?: string;
  number?: string;
  inserted?: string;
  deleted?: string;
  meta?: string;
  keywords?: ReadonlySet<string>;
  /** Keywords may be written in capitals. */
  anyCase?: boolean;
}

/** The language of a fenced block by the word after its fence; `undefined` where it is shown plain. */
export function codeLanguage(word: string): CodeLanguage | undefined {
  return byName.get(word.toLowerCase());
}

const QUOTED = String.raw`"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?`;
const TEMPLATE = '`(?:[^`\\\\]|\\\\[\\s\\S])*`?';
const BLOCK_COMMENT = String.raw`/\*(?:[^*]|\*(?!/))*(?:\*/)?`;
const HASH_COMMENT = String.raw`(?<![^\s])#.*`;
const NUMBER = String.raw`(?<![\w.])(?:0[xX][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\w*`;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const cLike = (keywords: string): CodeLanguage => ({
  comment: String.raw`//.*|${BLOCK_COMMENT}`,
  string: `${QUOTED}|${TEMPLATE}`,
  number: NUMBER,
  keywords: words(keywords),
});

const script = cLike(
  'abstract any as async await boolean break case catch class const continue default delete do else enum export extends false ' +
    'finally for from function get if implements import in instanceof interface let new null number of private protected public ' +
    'readonly return satisfies set static string super switch this throw true try type typeof undefined unknown var void while yield',
);
const compiled = cLike(
  'abstract as async await bool boolean break byte case catch char class const continue data def default defer do double else enum ' +
    'extends false final finally float fn for fun func go goto guard if impl implements import in int interface internal let long ' +
    'match mod module mut namespace new nil null object open override package private protected pub public return self static ' +
    'string struct super switch this throw throws trait true try type unsafe use using val var void when where while',
);
const json: CodeLanguage = {
  comment: String.raw`//.*|${BLOCK_COMMENT}`,
  name: String.raw`"(?:[^"\\\n]|\\.)*"(?=\s*:)`,
  string: String.raw`"(?:[^"\\\n]|\\.)*"?`,
  number: String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`,
  keywords: words('true false null'),
};
const settings: CodeLanguage = {
  comment: HASH_COMMENT,
  meta: String.raw`^[ \t]*\[[^\]\n]*\]`,
  name: String.raw`(?=[\w.$/-])(?<=^[ \t]*(?:- )?)[\w.$/-]+(?=[ \t]*[:=])`,
  string: QUOTED,
  number: NUMBER,
  keywords: words('true false null yes no on off'),
};
const shell: CodeLanguage = {
  comment: HASH_COMMENT,
  meta: String.raw`^[ \t]*[$>%](?= )`,
  string: String.raw`"(?:[^"\\]|\\[\s\S])*"?|'[^']*'?`,
  name: String.raw`\$\{[^}\n]*\}?|\$\w+|(?<=\s)--?[A-Za-z][\w-]*`,
  keywords: words(
    'case cd do done echo elif else esac exit export fi for function if in local return set sudo then while',
  ),
};
const python: CodeLanguage = {
  comment: HASH_COMMENT,
  string: String.raw`"""(?:[^"]|"(?!""))*(?:""")?|'''(?:[^']|'(?!''))*(?:''')?|${QUOTED}`,
  meta: String.raw`^[ \t]*@[\w.]+`,
  number: NUMBER,
  keywords: words(
    'and as assert async await begin break class continue def del do elif else end ensure except False finally for from global if ' +
      'import in is lambda module nil None nonlocal not or pass raise require rescue return self True try unless until while with yield',
  ),
};
const sql: CodeLanguage = {
  comment: String.raw`--.*|${BLOCK_COMMENT}`,
  string: String.raw`'(?:[^']|'')*'?`,
  name: String.raw`"[^"\n]*"?`,
  number: NUMBER,
  anyCase: true,
  keywords: words(
    'add all alter and as asc begin between by case column commit constraint create default delete desc distinct drop else end exists ' +
      'foreign from full group having if in index inner insert into is join key left like limit not null offset on or order outer ' +
      'primary references right rollback select set table then union unique update values view when where with',
  ),
};
const markup: CodeLanguage = {
  comment: String.raw`<!--(?:[^-]|-(?!->))*(?:-->)?`,
  meta: String.raw`<[!?][^>\n]*>?`,
  name: String.raw`</?[A-Za-z][\w:.-]*|/?>`,
  string: String.raw`(?<==)(?:"[^"]*"?|'[^']*'?)`,
};
const styles: CodeLanguage = {
  comment: BLOCK_COMMENT,
  string: QUOTED,
  meta: String.raw`@[\w-]+`,
  name: String.raw`--[\w-]+|(?<=[{;\s])[a-z][a-z-]*(?=:\s)`,
  number: String.raw`#[\da-fA-F]{3,8}\b|(?<![\w-])\d[\d.]*(?:[a-z%]+)?`,
};
const http: CodeLanguage = {
  keywords: words('GET POST PUT PATCH DELETE HEAD OPTIONS'),
  meta: String.raw`^HTTP/[\d.]+.*|(?<= )HTTP/[\d.]+$`,
  name: String.raw`^[\w-]+(?=: )|"(?:[^"\\\n]|\\.)*"(?=\s*:)`,
  string: String.raw`"(?:[^"\\\n]|\\.)*"?`,
};
const diff: CodeLanguage = {
  meta: String.raw`^(?:@@|diff |index |--- |\+\+\+ ).*`,
  inserted: String.raw`^\+.*`,
  deleted: String.raw`^-.*`,
};

const byName = new Map<string, CodeLanguage>(
  (
    [
      ['js jsx mjs cjs ts tsx javascript typescript', script],
      ['c cpp c++ cs csharp java kotlin kt swift go rust rs dart scala php', compiled],
      ['json jsonc json5', json],
      ['yaml yml toml ini properties env dotenv dockerfile', settings],
      ['sh bash zsh shell console shellsession terminal', shell],
      ['py python rb ruby', python],
      ['sql', sql],
      ['html xml svg astro vue svelte', markup],
      ['css scss less', styles],
      ['http', http],
      ['diff patch', diff],
    ] as const
  ).flatMap(([names, language]) => names.split(' ').map((name): [string, CodeLanguage] => [name, language])),
);
