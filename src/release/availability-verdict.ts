import type { Criterion, Release, Wave } from './release.ts';

/** What a reader says of themselves; nothing of it need be said. */
export interface Reader {
  /** An ISO 3166-1 code, a country's name or a group such as EU. */
  region?: string;
  tier?: string;
  /** Where they use the product: web, partner portal, … */
  channel?: string;
  device?: string;
}
export const readerFacts = ['region', 'tier', 'channel'] as const;
export type ReaderFact = (typeof readerFacts)[number];

export type Answer = 'yes' | 'not-yet' | 'no' | 'unknown';

/** Whether a reader has a release, and why. What the records do not tell stays unknown. */
export interface Verdict {
  answer: Answer;
  because:
    | 'released'
    | 'wave-done'
    | 'rolling-out'
    | 'in-waves'
    | 'paused'
    | 'stopped'
    | 'planned'
    | 'cancelled'
    | 'taken-back'
    | 'excluded'
    | 'not-included'
    | 'no-wave'
    | 'depends';
  /** The condition that decided, with its reason where it has one. */
  criterion?: Criterion;
  /** The wave that brings it. */
  wave?: Wave;
  /** A wave that has it now for some, and perhaps for this reader. */
  partly?: Wave;
  /** When, as far as that is public: a day or a partial date. */
  expected?: string;
  /** Where the answer is unknown: what is not known of the reader, and conditions that only a person can judge. */
  missing?: ReaderFact[];
  unless?: Criterion[];
  onlyIf?: Criterion[];
  /** Where the answer is unknown: the channel that the release is in, and the reader perhaps not. */
  inChannel?: string;
  /** Where the answer is unknown: what it would be if all those conditions were met. */
  otherwise?: Verdict;
}

export type Judged = Pick<Release, 'status' | 'audience' | 'waves' | 'expected' | 'released' | 'channel'>;
