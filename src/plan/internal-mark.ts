import { lookAlike } from './look-alike.ts';

/**
 * True for a text that begins with “Internal” or a lock, in whatever letters, with whatever marks, emoji or brackets before it. So an
 * author keeps a note inside although it stands in a public section.
 */
export function beginsInternal(text: string): boolean {
  return MARK.test(lookAlike(text));
}

/** True for the title of a part that is to stay inside: one that begins so, or ends so, as “Why (internal)” does. */
export function isInternalTitle(title: string): boolean {
  return beginsInternal(title) || END.test(lookAlike(title));
}

/** True for words that are a note by what stands before their colon or dash: “Internal: ask Sales”, “(Internal) ask Sales”. */
export function isLabelledInternal(text: string): boolean {
  return LABEL.test(lookAlike(text));
}

/** True for words that are nothing but such a mark: “Internal notes:”. */
export function isInternalMark(text: string): boolean {
  return MARK_ALONE.test(lookAlike(text));
}

/** True for words behind a lock, which alone keeps no paragraph inside. */
export function beginsWithLock(text: string): boolean {
  return LOCKED.test(lookAlike(text));
}

/** True where the words say that a note is meant, not merely something that is internal: “Internal notes”, not “Internal links”. */
export function saysNote(text: string): boolean {
  return NOTE.test(lookAlike(text));
}

const WORD = lookAlike('internal');
/** Signs, and the word of an alert: `[!NOTE]`. */
const BEFORE = String.raw`^[^\p{L}\p{N}]*(?:(?<=\[!)[\p{L}\p{N}_-]+\][^\p{L}\p{N}]*)?`;
const LOCK = `(?:[🔒🔐🔏]|${[':lock:', ':closed_lock_with_key:', ':lock_with_ink_pen:'].map(lookAlike).join('|')})`;
const LOCKED = new RegExp(`${BEFORE}${LOCK}`, 'u');
const MARK = new RegExp(String.raw`${BEFORE}(?:${LOCK}|${WORD}(?![\p{L}\p{N}]))`, 'u');
const NOTES = ['notes?', 'only', 'use', 'information', 'details', 'comments?', 'remarks?', 'discussion'];
const KIND_OF_NOTE = String.raw`(?:\s+(?:${NOTES.map(lookAlike).join('|')}))?`;
const LABEL = new RegExp(
  String.raw`^(?:[^\p{L}\p{N}]*)${WORD}(?:[\s-]*${lookAlike('only')})?${KIND_OF_NOTE}(?:\s*[:)\]}]|\s+[–—-]+\s)`,
  'u',
);
const MARK_ALONE = new RegExp(
  String.raw`${BEFORE}(?:${LOCK}|${WORD}(?:[\s-]*${lookAlike('only')})?${KIND_OF_NOTE})[^\p{L}\p{N}]*$`,
  'u',
);
const END = new RegExp(
  String.raw`(?:${LOCK}|(?:[([{,:]|\s[–—-])\s*[.#]?${WORD}(?:[\s-]*${lookAlike('only')})?${KIND_OF_NOTE})[^\p{L}\p{N}]*$`,
  'u',
);
const NOTE = new RegExp(
  String.raw`${BEFORE}(?:${LOCK}|${WORD}\s*(?:$|[^\p{L}\p{N}\s]|(?:${NOTES.map(lookAlike).join('|')})(?![\p{L}\p{N}])))`,
  'u',
);
