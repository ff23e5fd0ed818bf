/**
 * The last brick of the wall: looks for internal words of plans in what was built. It does not trust the wall: a line of a section
 * that is internal stays so even where the wall let it into a record. Anywhere else, what stands in a plan and in no record is internal.
 *
 * Words are compared in runs of five (four where a phrase has no more), case, markup and punctuation aside, and so are tokens that name
 * something on their own: e-mail addresses, ticket numbers, codes.
 */
export interface Secrets {
  /** Run of words or token → where it stands. */
  phrases: Map<string, SecretPlace>;
}

export interface SecretPlace {
  path: string;
  line: number;
}

export interface Leak extends SecretPlace {
  words: string;
}

const RUN = 5;
const SHORTEST = 4;
const ANY_CASE = /\b[a-z]{2,10}-\d+\b/gi;

export interface PlanText {
  path: string;
  text: string;
  /** Lines that are internal whatever the records say. */
  internalLines: ReadonlySet<number>;
}

/**
 * What must not be public: the words of the plans less those that are public elsewhere.
 * @param records what the wall let through
 * @param others what is public without having passed the wall: settings, roadmap
 */
export function collectSecrets(
  plans: readonly PlanText[],
  records: readonly string[],
  others: readonly string[],
): Secrets {
  const open = new Set([...records, ...others].flatMap((text) => allOf(text)));
  const openBesides = new Set([
    ...others.flatMap((text) => allOf(text)),
    ...plans.flatMap(({ text, internalLines }) =>
      allOf(
        text
          .split('\n')
          .filter((_, index) => !internalLines.has(index + 1))
          .join('\n'),
      ),
    ),
  ]);
  const phrases = new Map<string, SecretPlace>();
  for (const { path, text, internalLines } of plans) {
    for (const [index, line] of text.split('\n').entries()) {
      // A phrase ends where the markup or the sentence does: across such an end, public words may meet by chance.
      const runs = line.split(/[.,!?:;|—–*_()[\]<>{}"“”`/]+/).flatMap((part) => runsOf(wordsOf(part)));
      for (const phrase of [...runs, ...tokensOf(line)]) {
        const isOpen = (internalLines.has(index + 1) ? openBesides : open).has(phrase);
        if (!isOpen && !phrases.has(phrase)) phrases.set(phrase, { path, line: index + 1 });
      }
    }
  }
  return { phrases };
}

/** The secrets that stand in a text of the site: HTML, feeds, JSON, whatever it is. Every secret line once. */
export function findLeaks(secrets: Secrets, text: string): Leak[] {
  const readable = decode(text);
  const leaks = new Map<string, Leak>();
  const see = (words: string) => {
    const place = secrets.phrases.get(words);
    if (place) leaks.set(`${place.path}:${place.line}`, { ...place, words });
  };
  for (const view of [readable, readable.replace(/<[^>]*>/g, ' ')]) {
    for (const phrase of phrasesOf(wordsOf(view))) see(phrase);
    for (const token of tokensOf(view, ANY_CASE)) see(token);
  }
  return [...leaks.values()];
}

function allOf(text: string): string[] {
  return [...phrasesOf(wordsOf(text)), ...tokensOf(text, ANY_CASE)];
}

/** Every run of the lengths that are compared. */
function* phrasesOf(words: readonly string[]): Generator<string> {
  for (let index = 0; index + SHORTEST <= words.length; index++) {
    yield words.slice(index, index + SHORTEST).join(' ');
    if (index + RUN <= words.length) yield words.slice(index, index + RUN).join(' ');
  }
}

/** The runs of one phrase: all of five words, or the phrase itself where it has four. */
function runsOf(words: readonly string[]): string[] {
  if (words.length === SHORTEST) return [words.join(' ')];
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, index) => words.slice(index, index + RUN).join(' '));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words that say enough on their own. In a plan a ticket is in capitals; in the output it may be in any case. */
function tokensOf(text: string, ticket = /\b[A-Z]{2,10}-\d+\b/g): string[] {
  const mails = text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
  const tickets = text.match(ticket) ?? [];
  const codes = (text.match(/\b[A-Za-z0-9]{10,40}\b/g) ?? []).filter(
    (word) => /\d/.test(word) && /[a-z]/i.test(word),
  );
  return [...mails, ...tickets, ...codes].map((token) => token.toLowerCase());
}

/** Text out of HTML entities, percent and JSON escapes. */
function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, number: string) => character(Number(number)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\[nrt"/\\]/g, ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, decodePercent)
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp);/g, ' ');
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ' ';
  }
}
