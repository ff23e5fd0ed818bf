import { decodeText } from './decode-text.ts';
import { namesIn, wordsOf } from './words.ts';

/**
 * The last brick of the wall knows what is internal without trusting the wall: a line of a section that is internal stays so even where
 * the wall let it into a record. Anywhere else, what stands in a plan and in no record is internal.
 *
 * Words are compared in runs of five (four where a phrase has no more), and so are names: e-mail addresses, ticket numbers, codes.
 */
export interface Secrets {
  /** Run of words or name → where it stands. */
  phrases: ReadonlyMap<string, SecretPlace>;
  /** How many words those runs have that begin with a word and go on with another; what is one word goes on with none. */
  lengths: Lengths;
}

export type Lengths = ReadonlyMap<string, ReadonlyMap<string | undefined, ReadonlySet<number>>>;

export interface SecretPlace {
  path: string;
  line: number;
}

export interface PlanText {
  path: string;
  text: string;
  /** Lines that are internal whatever the records say. */
  internalLines: ReadonlySet<number>;
}

const RUN = 5;
const SHORTEST = 4;

/**
 * What must not be public: the words of the plans less those that are public elsewhere.
 * @param records what the wall let through
 * @param others what is public without having passed the wall
 */
export function collectSecrets(
  plans: readonly PlanText[],
  records: readonly string[],
  others: readonly string[],
): Secrets {
  const openAnyway = others.flatMap(allOf);
  // A text with tabs stands in its record on one line, with `\n` in front of the first word of each paragraph.
  const written = records.flatMap((record) =>
    // Stryker disable next-line ConditionalExpression,StringLiteral: saves time only.
    record.includes('\\n') ? [record, decodeText(record)] : [record],
  );
  const open = new Set([...openAnyway, ...written.flatMap(allOf)]);
  const openBesides = new Set([...openAnyway, ...plans.map(withoutInternalLines).flatMap(allOf)]);
  const phrases = new Map<string, SecretPlace>();
  for (const { path, text, internalLines } of plans) {
    for (const [index, line] of text.split('\n').entries()) {
      const isOpen = internalLines.has(index + 1) ? openBesides : open;
      for (const phrase of secretsIn(line)) {
        if (!isOpen.has(phrase) && !phrases.has(phrase)) phrases.set(phrase, { path, line: index + 1 });
      }
    }
  }
  return { phrases, lengths: lengthsOf(phrases.keys()) };
}

function lengthsOf(phrases: Iterable<string>): Lengths {
  const starts = Map.groupBy(
    Array.from(phrases, (phrase) => phrase.split(' ')),
    ([first]) => first as string,
  );
  const lengthsAfter = (words: readonly string[][]) =>
    // Stryker disable next-line ArrowFunction: saves time only.
    [...Map.groupBy(words, ([, second]) => second)].map(
      ([second, own]) => [second, new Set(own.map(({ length }) => length))] as const,
    );
  return new Map([...starts].map(([first, own]) => [first, new Map(lengthsAfter(own))]));
}

function withoutInternalLines({ text, internalLines }: PlanText): string {
  return text
    .split('\n')
    .filter((_, index) => !internalLines.has(index + 1))
    .join('\n');
}

/** A phrase ends where the markup or the sentence does: across such an end, public words may meet by chance. */
function secretsIn(line: string): string[] {
  const parts = line.split(/[.,!?:;|—–*_()[\]<>{}"“”`/]/);
  return [...parts.flatMap((part) => runsOf(wordsOf(part))), ...namesIn(line, 'capitals')];
}

/** The runs of one phrase: all of five words, or the phrase itself where it has four. */
function runsOf(words: readonly string[]): string[] {
  return runs(words, words.length === SHORTEST ? SHORTEST : RUN);
}

/** Everything that could be a secret. */
function allOf(text: string): string[] {
  const words = wordsOf(text);
  return [...runs(words, SHORTEST), ...runs(words, RUN), ...namesIn(text, 'any case')];
}

function runs(words: readonly string[], length: number): string[] {
  const count = Math.max(0, words.length - length + 1);
  return Array.from({ length: count }, (_, index) => words.slice(index, index + length).join(' '));
}
