import { releaseSlug } from './address.ts';
import { channelOf } from './channel.ts';
import { type Comparable, familyOf, labelOf, type Line } from './compare-line.ts';
import { compareVersions, isPrerelease } from './version.ts';

/** Why two versions cannot be compared. */
export type Fault =
  | { fault: 'no-releases' }
  | { fault: 'unknown-product'; asked: string; products: string[] }
  /** Nearest first. `isComing` where the version was announced and is not out. */
  | { fault: 'unknown-version'; which: 'from' | 'to'; asked: string; isComing: boolean; nearest: string[] }
  | { fault: 'unknown-channel'; asked: string; channels: string[] }
  /** The versions exist in several products: which is meant? */
  | { fault: 'several-products'; asked: string; products: string[] }
  /** One version belongs to this product, the other to that one. */
  | { fault: 'two-products'; from: string[]; to: string[] };

export interface Question {
  from: string;
  /** The newest release where absent. */
  to?: string;
  product?: string;
  channel?: string;
}

/** The line and the two releases of it that a question means, or why there are none. */
export function findVersions<R extends Comparable>(
  lines: readonly Line<R>[],
  { from, to, product, channel }: Question,
): { line: Line<R>; from: R; to: R } | Fault {
  const shipped = lines.filter(({ releases }) => releases.length > 0);
  if (shipped.length === 0) return { fault: 'no-releases' };
  const own = product === undefined ? shipped : shipped.filter((line) => line.product === product);
  if (own.length === 0)
    return { fault: 'unknown-product', asked: product ?? '', products: shipped.map((line) => line.product) };
  const hasFrom = own.filter((line) => matches(line, from).length > 0);
  const hasTo = to === undefined ? own : own.filter((line) => matches(line, to).length > 0);
  const both = hasFrom.filter((line) => hasTo.includes(line));
  const [line] = both;
  if (both.length > 1)
    return { fault: 'several-products', asked: from, products: both.map((each) => each.product) };
  if (!line) {
    if (hasFrom.length > 0 && hasTo.length > 0) {
      const names = (each: Line<R>[]) => each.map(({ product: name }) => name);
      return { fault: 'two-products', from: names(hasFrom), to: names(hasTo) };
    }
    return hasFrom.length > 0
      ? unknown(hasFrom, 'to', to ?? '')
      : unknown(hasTo.length > 0 ? hasTo : own, 'from', from);
  }
  const channels = [...new Set(line.releases.map(channelOf))];
  const asked = channel === undefined ? undefined : channelOf({ channel });
  if (asked !== undefined && !channels.includes(asked))
    return { fault: 'unknown-channel', asked: channel ?? '', channels };
  const start = choose(matches(line, from), asked);
  const end = to === undefined ? latestOf(line, asked, start) : choose(matches(line, to), asked);
  return start && end ? { line, from: start, to: end } : { fault: 'no-releases' };
}

/**
 * The newest release of a line that can be recommended: one that stands and has a version, final before pre-release, in the channel asked for
 * or else in the family of the release that the reader has.
 */
export function latestOf<R extends Comparable>(line: Line<R>, channel?: string, beside?: R): R | undefined {
  const standing = line.releases.filter(({ status }) => !wasTakenBack(status));
  const family = beside ? familyOf(beside) : 'stable';
  const own = standing.filter((each) =>
    channel === undefined ? familyOf(each) === family : channelOf(each) === channel,
  );
  const final = own.filter(({ version }) => !version || !isPrerelease(version));
  return (
    final.findLast(({ version }) => version) ??
    final.at(-1) ??
    own.at(-1) ??
    standing.at(-1) ??
    line.releases.at(-1)
  );
}

/** Yanked and rolled back: what such a release brought, nobody has any more. */
export function wasTakenBack(status: Comparable['status']): boolean {
  return status === 'yanked' || status === 'rolled back';
}

/** The releases that a word can mean: by version, by version with other zeros, by the part of its address, by title or id. */
function matches<R extends Comparable>({ releases }: Line<R>, asked: string): R[] {
  const word = normalise(asked);
  const ways: ((release: R) => boolean)[] = [
    ({ version }) => version !== undefined && normalise(version) === word,
    (release) => normalise(labelOf(release)) === word || releaseSlug(release) === word,
    ({ version }) => version !== undefined && compareVersions(version, asked) === 0,
    ({ id }) => id === word,
  ];
  for (const isMeant of ways) {
    const found = releases.filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}

/** The same version in two channels: the channel asked for, else the stable one, else the newest. */
function choose<R extends Comparable>(found: readonly R[], channel: string | undefined): R | undefined {
  return (
    found.findLast((each) => channelOf(each) === (channel ?? 'stable')) ??
    found.findLast((each) => channelOf(each) === 'stable') ??
    found.at(-1)
  );
}

function unknown<R extends Comparable>(
  lines: readonly Line<R>[],
  which: 'from' | 'to',
  asked: string,
): Extract<Fault, { fault: 'unknown-version' }> {
  const isComing = lines.some(({ awaited }) =>
    [...awaited].some(
      (version) => normalise(version) === normalise(asked) || compareVersions(version, asked) === 0,
    ),
  );
  const [first] = numbersOf(asked);
  const alike = lines.filter(({ releases }) =>
    releases.some(({ version }) => version && first !== undefined && numbersOf(version)[0] === first),
  );
  // Where one product counts like this, versions of the others are not meant.
  const nearest = (alike.length > 0 ? alike : lines)
    .flatMap(({ releases }) => nearestOf(releases, asked))
    .sort((a, b) => distance(a, asked) - distance(b, asked))
    .slice(0, 3);
  return { fault: 'unknown-version', which, asked, isComing, nearest: [...new Set(nearest)] };
}

function numbersOf(version: string): number[] {
  return (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

/** How far apart two versions are: their first numbers weigh most. Names are as they come. */
function distance(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return [0, 1, 2].reduce(
    (sum, place) => sum + Math.abs((left[place] ?? 0) - (right[place] ?? 0)) * 1000 ** (2 - place),
    0,
  );
}

/** The versions beside one that does not exist; for a name those that are spelt most like it. */
function nearestOf(releases: readonly Comparable[], asked: string): string[] {
  const below = releases.findLast(({ version }) => version && (compareVersions(version, asked) ?? 1) < 0);
  const above = releases.find(({ version }) => version && (compareVersions(version, asked) ?? -1) > 0);
  if (below || above) return [below, above].flatMap((each) => (each ? [labelOf(each)] : []));
  const word = normalise(asked);
  return releases
    .map((release) => ({ label: labelOf(release), likeness: likeness(normalise(labelOf(release)), word) }))
    .filter((each) => each.likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 2)
    .map(({ label }) => label);
}

/** How many pairs of neighbouring letters two words share (Dice 1945), from 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (word: string) => new Set(Array.from(word.slice(1), (letter, at) => word[at] + letter));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function normalise(word: string): string {
  return word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '');
}
