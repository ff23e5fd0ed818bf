import { type Secrets, type SecretPlace } from './secret-words.ts';
import { readTexts } from './hidden-texts.ts';
import { namesIn, sentencesOf, wordsOf } from './words.ts';

export interface Leak extends SecretPlace {
  words: string;
}

/**
 * The secrets that stand in a file of the site, whatever it is and however they are written there: HTML, JSON, addresses, base64, gzip, the
 * data about a picture. Every secret line once.
 * @param name of the file, which is public too
 */
export function findLeaks(secrets: Secrets, bytes: Uint8Array, name: string): Leak[] {
  const leaks = new Map<string, Leak>();
  const see = (words: string) => {
    const place = secrets.phrases.get(words);
    if (place) leaks.set(`${place.path}:${place.line}`, { ...place, words });
  };
  for (const text of [bytes, Buffer.from(name)].flatMap((each) => [...readTexts(each)])) {
    for (const sentence of sentencesOf(text)) findPhrases(secrets, wordsOf(sentence), see);
    for (const word of namesIn(text, 'any case')) see(word);
  }
  return [...leaks.values()];
}

function findPhrases({ lengths }: Secrets, words: readonly string[], see: (words: string) => void): void {
  for (const [index, word] of words.entries()) {
    for (const length of lengths.get(word) ?? NONE) see(words.slice(index, index + length).join(' '));
  }
}

const NONE: ReadonlySet<number> = new Set();
