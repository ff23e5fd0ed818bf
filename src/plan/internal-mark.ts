import { lookAlike } from './look-alike.ts';
import { remembered } from './remembered.ts';

/**
 * True for a text that begins with “Internal” or a lock, in whatever letters, with whatever marks, emoji or brackets before it. So an
 * author keeps a note inside although it stands in a public section.
 */
export function beginsInternal(text: string): boolean {
  const look = markedLook(text);
  return [MARK, LABEL, MARK_ALONE].some((pattern) => pattern.test(look));
}

/** True for the title of a part that is to stay inside: one that is a note, begins so, or ends so, as “Why (internal)” does. */
export function isInternalTitle(title: string): boolean {
  const named = title.replace(/[a-z]\.\s/i, '');
  return beginsInternal(named) || END.test(markedLook(title)) || isInternalNote(title);
}

/** True for words that are a note by what stands before their colon or dash: “Internal: ask Sales”, “(Internal) ask Sales”, “Note (internal): ask Sales”. */
export function isLabelledInternal(text: string): boolean {
  const look = markedLook(text);
  return LABEL.test(look) || LABEL_IN_BRACKETS.test(look);
}

/** True for words that end with such a mark: “Cache for the tests (internal)”, “Ask Sales – internal only”. */
export function endsInternal(text: string): boolean {
  return MARK_AT_END.test(markedLook(text));
}

/** True for words that are a note by how they begin or end. */
export function isInternalNote(text: string): boolean {
  return isLabelledInternal(text) || endsInternal(text);
}

/** True for words that are nothing but such a mark: “Internal notes:”. */
export function isInternalMark(text: string): boolean {
  return MARK_ALONE.test(markedLook(text));
}

/** True for words behind a lock, which alone keeps no paragraph inside. */
export function beginsWithLock(text: string): boolean {
  return LOCKED.test(markedLook(text));
}

/** True for words that begin with the word in any of the languages, whatever follows: “Internal rollout plan”, “Interner Plan”. */
export function beginsWithWord(text: string): boolean {
  return BEGINS.test(markedLook(text));
}

/** Where a text says “internal:” although it neither begins it nor a sentence; -1 where it does not. */
export function findWord(text: string): number {
  return find(text, ANYWHERE)[0]?.from ?? -1;
}

/** True where the words say that a note is meant, not merely something that is internal: “Internal notes”, not “Internal links”. */
export function saysNote(text: string): boolean {
  return NOTE.test(markedLook(text));
}

/**
 * Where in a text notes stand that begin neither it nor a block: a line or a sentence that begins with “Internal:”, which goes on to the end, and
 * brackets that do.
 */
export function findNotes(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to, isTagged } of find(text, WITHIN)) {
    if (from >= (found.at(-1)?.to ?? 0)) found.push({ from, to: isTagged ? to : endOfNote(text, from) });
  }
  return found;
}

/** Where in a text something stands that looks so, and whether that is a note from tag to tag. */
function find(text: string, pattern: RegExp): { from: number; to: number; isTagged: boolean }[] {
  // Stryker disable next-line ConditionalExpression,ArrayDeclaration,StringLiteral: saves time only.
  if (markedLook(text) === '') return [];
  let look = '';
  const offsets: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/[^]/gu)) {
    const drawn = lookAlike(letter);
    look += drawn;
    for (let part = 0; part < drawn.length; part++) offsets.push(index);
  }
  offsets.push(text.length);
  return [...look.matchAll(pattern)].map(({ index, 0: mark, 1: tagged }) => ({
    from: offsets[index] as number,
    to: offsets[index + mark.length] as number,
    isTagged: tagged !== undefined,
  }));
}

/** Words as they look, where there is a lock or one of the words that marks are made of among them. Few are. */
const markedLook = remembered((text) => {
  const look = lookAlike(text);
  // Stryker disable next-line ConditionalExpression,StringLiteral: saves time only.
  return HOLDS_MARK.test(look) ? look : '';
});

/** Where the bracket that opens there is closed; the end of the text where it is not, and where none opens. */
function endOfNote(text: string, from: number): number {
  const opening = text[from] as string;
  const closing = CLOSING[opening];
  let depth = 0;
  for (const [at, letter] of text.slice(from).split('').entries()) {
    if (letter === opening) depth++;
    if (letter === closing && --depth === 0) return from + at + 1;
  }
  return text.length;
}

const CLOSING = Object.fromEntries(
  '() [] {} （） ［］ ｛｝ 【】 「」 『』 〔〕'.split(' ').map(([opening, closing]) => [opening, closing]),
);

/** One of several words, as they look: for `l` and `|` that is another letter. */
const anyOf = (words: string) => `(?:${words.split(' ').map(lookAlike).join('|')})`;
/** The same of Russian words, two of whose letters look like others where they are capitals. */
const russian = (words: string) =>
  anyOf(words.replace(/[вн]/g, (letter) => `[${letter}${letter.toUpperCase()}]`));
const INTERNAL = lookAlike('internal');
/** What a note may be called, and what is for those inside alone: “Internal notes”, “Internal ticket”. */
const NOTES =
  'notes? only use eyes information details comments? remarks? discussion memos? fyi todos? to\\s+do purposes distribution background context answer owners? ticket contact deadline estimate budget codename code\\s+name ref(?:erence)?';
const NEVER = `(?:${anyOf('please')}\\s+)?(?:${anyOf("(?:do\\s+)?not(?:\\s+yet)? don['’]?t never")}\\s+${anyOf('publish public share forward distribute disclose customer[\\s-]facing for\\s+publication for\\s+customers for\\s+distribution for\\s+external\\s+use for\\s+external\\s+distribution for\\s+public\\s+use for\\s+public\\s+release for\\s+public\\s+consumption')}|${anyOf('not\\s+to\\s+be')}\\s+${anyOf('published shared forwarded distributed disclosed')})`;
const KEEP = `(?:${anyOf('please')}\\s+)?${anyOf('keep')}\\s+(?:${anyOf('this it')}\\s+)?${anyOf('internal confidential')}`;
/** “Do not publish” and “not public” in other languages. */
const NOT_TO_BE_PUBLISHED = `(?:${anyOf('nicht')}\\s+${anyOf('veröffentlichen öffentlich')}|${anyOf('niet\\s+publiceren nie\\s+publikować لا\\s+تنشر')}|${anyOf('ne\\s+pas')}\\s+${anyOf('publier diffuser communiquer')}|${anyOf('no não')}\\s+${anyOf('publicar divulgar compartir')}|${anyOf('non')}\\s+${anyOf('pubblicare divulgare')}|${russian('не\\s+публиковать')})`;
const CHINESE_JAPANESE = `(?:仅[限供])?${anyOf('社内 内部 社外秘 非公開 機密 極秘 部外秘 机密 保密 公開禁止 公開不可 不公开 非公开 禁止公开')}${anyOf('用 限定 のみ 向け メモ 情報 専用 使用 备注 资料 参考')}?`;
/**
 * The word in the languages that Slipway speaks, and in others of its authors; with words that may stand before it, as in “For internal”, and words
 * that may stand behind it, as in “Internal notes only”.
 */
const WORDS: readonly Words[] = [
  { before: 'for only strictly company team fyi', word: INTERNAL, behind: NOTES },
  {
    before: 'strictly highly company private\\s+and private\\s+&',
    word: anyOf('confidential'),
    behind: NOTES,
  },
  { word: NEVER, behind: 'yet externally publicly outside (?:with\\s+)?customers' },
  { word: KEEP, behind: 'please only for\\s+now' },
  { word: anyOf('non[\\s-]public in\\s+confidence') },
  {
    before: 'nur streng alleen\\s+voor',
    word: anyOf('intern(?:e[rsnm]?)? internt vertraulich vertrouwelijk'),
    behind: 'notiz(?:en)? hinweise? anmerkung(?:en)? infos? kommentare? nutzung verwendung gebruik',
  },
  {
    before: 'notes? remarques? usage notas? uso',
    word: anyOf('internes? intern[aio]s? confidentiel(?:le)? confidencial riservato'),
  },
  {
    before: 'для только строго',
    word: russian('внутренн[ие]й внутреннее внутренняя внутренние внутреннего внутренних конфиденциально'),
    behind: 'использования пользования заметк[аи] примечани[ея]',
  },
  {
    before: 'tylko (?:tylko\\s+)?do\\s+użytku notatk[ai]',
    word: anyOf('wewnętrzn[aey] wewnętrznego poufne'),
    behind: 'notatk[ai]',
  },
  { word: NOT_TO_BE_PUBLISHED },
  { word: CHINESE_JAPANESE },
  { word: `${anyOf('내부 사내 대외비 비공개')}${anyOf('용 전용 메모')}?`, behind: '메모 공유 참고' },
  { before: 'ملاحظة ملاحظات للاستخدام', word: anyOf('(?:ال)?داخلية? سري') },
];
interface Words {
  before?: string;
  word: string;
  behind?: string;
}
const withWords = ({ before, word, behind }: Words) =>
  [
    before && String.raw`(?:${anyOf(before)}[\s-]+)?`,
    word,
    behind && String.raw`(?:[\s-]+${anyOf(behind)}){0,3}`,
  ].join('');
const [ENGLISH, ...OTHERS] = WORDS.map(withWords) as [string, ...string[]];
const WORD = `(?:${[ENGLISH, ...OTHERS].join('|')})`;
/** “2.1”, “a)”, as they look. */
const NUMBER = String.raw`(?:[\p{N}iovx]{1,4}(?:[.)][\p{N}io]*){1,5}|[a-z]\))\s+`;
/** Signs, a number, and the word of an alert: `[!NOTE]`. */
const BEFORE = String.raw`^[^\p{L}\p{N}]*(?:${NUMBER}|(?<=\[!)[\p{L}\p{N}_-]+\][^\p{L}\p{N}]*)?`;
const LOCK = `(?:[🔒🔐🔏]|${anyOf(':lock: :locked: :closed_lock_with_key: :lock_with_ink_pen:')})`;
// Stryker disable next-line all: saves time only.
const HOLDS_MARK = new RegExp([LOCK, ...WORDS.map(({ word }) => word)].join('|'), 'u');
const LOCKED = new RegExp(`${BEFORE}${LOCK}`, 'u');
const MARK = new RegExp(String.raw`${BEFORE}(?:${LOCK}|${INTERNAL}(?![\p{L}\p{N}]))`, 'u');
const ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}])${WORD}\s*:(?!\S)`, 'gu');
const BEGINS = new RegExp(String.raw`${BEFORE}${WORD}(?![\p{L}\p{N}_])`, 'u');
/** What stands between the word and what is said: a colon, the end of a bracket, a dash. */
const SAYS = String.raw`(?:\s*[:)\]}】」]|\s+[–—-]+\s|[—⸺])`;
/** The word alone may also be a sentence, say for whom, or stand behind a lock: “Internal. Ask Sales”, “Internal (Sales): ask”, “🔒 Internal plan”. */
const LABEL = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:${NUMBER})?(?:${WORD}${SAYS}|${ENGLISH}\s*(?:[.;!]+\s|[([][^)\]\n]{0,40}[)\]]\s*(?::|[–—-]+\s))|(?:@|${LOCK}[^\p{L}\p{N}]*)${INTERNAL}(?![\p{L}\p{N}_]))`,
  'u',
);
/** “Root cause (internal):” */
const IN_BRACKETS = String.raw`[^:.!?\n]{1,60}[([{]\s*${WORD}\s*[)\]}]\s*(?::|[–—-]+\s)`;
const LABEL_IN_BRACKETS = new RegExp(`^${IN_BRACKETS}`, 'u');
const MARK_ALONE = new RegExp(
  String.raw`${BEFORE}(?:${LOCK}|${WORD}(?:\s*[([][^)\]\n]{0,40}[)\]])?)[^\p{L}\p{N}]*$`,
  'u',
);
const END = new RegExp(
  String.raw`(?:${LOCK}|(?:[([{,:]|\s[–—-])\s*[.#]?${WORD}|\{[^{}%]{0,200}(?<!\p{L})${INTERNAL}(?!\p{L})[^{}%]{0,200}\})[^\p{L}\p{N}🔒🔐🔏]*$`,
  'u',
);
const MARK_AT_END = new RegExp(
  String.raw`(?:[([{【「][\s:.#]*${WORD}[\s!.]*[)\]}】」]|(?:,|\s[–—-]+)\s(?:${lookAlike('for')}\s+)?${INTERNAL}(?:[\s-]+${lookAlike('use')})?[\s-]+${lookAlike('only')}|\s[#@]${INTERNAL})[^\p{L}\p{N}]*$`,
  'u',
);
const NOTE = new RegExp(
  String.raw`${BEFORE}(?:${LOCK}|${INTERNAL}\s*(?:$|[^\p{L}\p{N}\s_]|${anyOf(NOTES)}(?![\p{L}\p{N}])))`,
  'u',
);
const WITHIN = new RegExp(
  String.raw`(?:\n[^\p{L}\p{N}\n]*|(?=\s)(?<=[.!?:;…。•·▪→⇒\p{Extended_Pictographic}]["”’»)\]}*_]*)\s+[^\p{L}\p{N}\s([{]*|(?<=[。!?]))(?:${WORD}${SAYS}|${IN_BRACKETS})|(?<=\s)[–—\-/${lookAlike('|')}]{1,3}\s+${WORD}\s*:(?!\S)|[([{【「『〔][^\p{L}\p{N}()[\]{}]*${WORD}(?:\s*:|\s+[–—-]+\s|—)|(?<![\p{L}\p{N}]):{1,2}${INTERNAL}(?=[[{])|([[{]${INTERNAL}[\]}][^]*?[[{]/${INTERNAL}[\]}])`,
  'gu',
);
