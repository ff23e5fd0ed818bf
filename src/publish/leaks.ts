import { hash } from 'node:crypto';
import { type Secrets, type SecretPlace } from './secret-words.ts';
import { readTexts } from './hidden-texts.ts';
import { namesIn, sentencesOf, wordsOf } from './words.ts';

export interface Leak extends SecretPlace {
  words: string;
}

/** Searches one file: what it is, and its name, which is public too. */
export type LeakSearch = (bytes: Uint8Array, name: string) => Leak[];

/**
 * Searches files of the site, whatever they are, for secrets, however they are written there: HTML, JSON, addresses, base64, gzip, the data
 * about a picture. Every secret line is told once. What was looked through in one file is not looked through again in the next: most of what
 * pages say stands on many of them.
 */
export function openLeakSearch(secrets: Secrets): LeakSearch {
  let seen = createSeen();
  return (bytes, name) => {
    const leaks = new Map<string, Leak>();
    const see = (words: string) => {
      const place = secrets.phrases.get(words);
      if (place) leaks.set(`${place.path}:${place.line}`, { ...place, words });
    };
    for (const file of [bytes, Buffer.from(name)]) {
      // Stryker disable next-line ConditionalExpression: saves time only, as some files have several names.
      if (!isNew(seen.files, hash('sha256', file))) continue;
      for (const text of readTexts(file, (run) => isNew(seen.runs, run))) {
        for (const sentence of sentencesOf(text))
          if (isNew(seen.sentences, sentence)) findPhrases(secrets, wordsOf(sentence), see);
        for (const part of text.split(NEVER_IN_NAMES))
          if (isNew(seen.parts, part)) namesIn(part, 'any case').forEach(see);
        // Stryker disable next-line AssignmentOperator: keeps memory small.
        seen.characters += text.length;
      }
    }
    // Parts hold on to the texts that they are from.
    // Stryker disable next-line ConditionalExpression,EqualityOperator: keeps memory small.
    if (seen.characters > MOST_SEEN) seen = createSeen();
    return [...leaks.values()];
  };
}

/** What was looked through already. */
const createSeen = () => ({
  files: new Set<string>(),
  sentences: new Set<string>(),
  parts: new Set<string>(),
  runs: new Set<string>(),
  characters: 0,
});

const MOST_SEEN = 40_000_000;
const NEVER_IN_NAMES = /[<>"\n]/;

function isNew(seen: Set<string>, part: string): boolean {
  const { size } = seen;
  return seen.add(part).size > size;
}

function findPhrases({ lengths }: Secrets, words: readonly string[], see: (words: string) => void): void {
  for (const [index, word] of words.entries()) {
    const own = lengths.get(word);
    if (!own) continue;
    for (const next of [undefined, words[index + 1]])
      own.get(next)?.forEach((length) => see(words.slice(index, index + length).join(' ')));
  }
}
