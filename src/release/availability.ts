import type { Judged, Reader, ReaderFact, Verdict } from './availability-verdict.ts';
import { judgeProgress } from './availability-waves.ts';
import { channelOf } from './channel.ts';
import { isIn } from './regions.ts';
import type { Audience, Criterion } from './release.ts';

/**
 * Do I get this? In the order in which it matters: what was taken back, what one is shut out of, what one is not meant by, and then how far it
 * has come.
 *
 * @param today the day that is asked on, `2026-11-21`
 */
export function judgeAvailability(release: Judged, reader: Reader, today: string): Verdict {
  const { status, audience } = release;
  if (status === 'cancelled') return { answer: 'no', because: 'cancelled' };
  if (status === 'yanked' || status === 'rolled back' || status === 'end of life')
    return { answer: 'no', because: 'taken-back' };
  const excluded = (audience?.exclude ?? []).map((criterion) => ({ criterion, ...judge(criterion, reader) }));
  const shut = excluded.find(({ holds }) => holds === true);
  if (shut) return { answer: 'no', because: 'excluded', criterion: shut.criterion };
  const included = judgeInclusion(audience, reader);
  if (included.holds === false) return { answer: 'no', because: 'not-included' };
  const progress = judgeProgress(release, reader, today);
  const open = excluded.filter(({ holds }) => holds === undefined);
  const { channel } = release;
  const isOutside =
    channelOf(release) !== 'stable' && !isOneOf([channel ?? ''], reader.channel, reader.device);
  const isSure = included.holds === true && open.length === 0 && progress.missing === undefined && !isOutside;
  if (isSure || progress.answer === 'no') return progress;
  const missing = new Set([
    ...included.missing,
    ...open.flatMap((each) => each.missing),
    ...(progress.missing ?? []),
  ]);
  const unless = open.filter(({ missing: facts }) => facts.length === 0).map(({ criterion }) => criterion);
  const { missing: _, ...otherwise } = progress;
  return {
    answer: 'unknown',
    because: 'depends',
    ...(missing.size > 0 && { missing: [...missing].sort() }),
    ...(unless.length > 0 && { unless }),
    ...(included.onlyIf.length > 0 && { onlyIf: included.onlyIf }),
    ...(isOutside && { inChannel: channel }),
    otherwise,
  };
}

interface Judgement {
  /** `undefined` where it cannot be told. */
  holds: boolean | undefined;
  /** What would have to be known of the reader. */
  missing: ReaderFact[];
}

type Lists = Pick<Criterion, 'regions' | 'channels' | 'tiers'>;

/** A condition holds where each of its lists does; one without lists is for people to judge. */
function judge(lists: Lists, reader: Reader): Judgement {
  const facts = [
    lists.regions && {
      fact: 'region' as const,
      holds: reader.region ? isIn(lists.regions, reader.region) : undefined,
      isSaid: Boolean(reader.region),
    },
    lists.channels && {
      fact: 'channel' as const,
      holds: isOneOf(lists.channels, reader.channel, reader.device),
      isSaid: Boolean(reader.channel ?? reader.device),
    },
    lists.tiers && {
      fact: 'tier' as const,
      holds: isOneOf(lists.tiers, reader.tier),
      isSaid: Boolean(reader.tier),
    },
  ].filter((each) => each !== undefined);
  if (facts.some(({ holds }) => holds === false)) return { holds: false, missing: [] };
  const missing = facts.filter(({ isSaid }) => !isSaid).map(({ fact }) => fact);
  const isSure = facts.length > 0 && facts.every(({ holds }) => holds === true);
  return { holds: isSure ? true : undefined, missing };
}

function judgeInclusion(audience: Audience | undefined, reader: Reader): Judgement & { onlyIf: Criterion[] } {
  const { include = [], regions, channels, tiers } = audience ?? {};
  const frame =
    regions || channels || tiers ? judge({ regions, channels, tiers }, reader) : { holds: true, missing: [] };
  const each = include.map((criterion) => ({ criterion, ...judge(criterion, reader) }));
  if (frame.holds === false || (each.length > 0 && each.every(({ holds }) => holds === false)))
    return { holds: false, missing: [], onlyIf: [] };
  const isMeant = each.length === 0 || each.some(({ holds }) => holds === true);
  const open = isMeant ? [] : each.filter(({ holds }) => holds === undefined);
  return {
    holds: isMeant && frame.holds === true ? true : undefined,
    missing: [...frame.missing, ...open.flatMap(({ missing }) => missing)] as ReaderFact[],
    onlyIf: open.filter(({ missing }) => missing.length === 0).map(({ criterion }) => criterion),
  };
}

/** Compares words as people write them; `undefined` where none is said. */
export function isOneOf(words: readonly string[], ...said: (string | undefined)[]): boolean | undefined {
  const known = said.filter((word) => word !== undefined && word !== '');
  if (known.length === 0) return undefined;
  const normalise = (word: string) => word.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  return words.some((word) => known.some((each) => each && normalise(word) === normalise(each)));
}
