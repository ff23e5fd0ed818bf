import type { Judged } from '../release/availability-verdict.ts';
import type { Criterion, Release } from '../release/release.ts';

/**
 * What a browser judges availability from: the lists, without the words. A condition is called by its place, `in 0` or `out 1`, under which its
 * words stand on the release's page.
 */
export type AvailabilityFile = Judged;

export function describeAvailability(release: Release): AvailabilityFile {
  const { status, channel, expected, released, audience, waves } = release;
  return {
    status,
    ...(channel && { channel }),
    ...(expected && { expected }),
    ...(released && { released }),
    ...(audience && {
      audience: {
        ...audience,
        ...(audience.include && {
          include: audience.include.map((each, at) => withoutWords(each, `in ${at}`)),
        }),
        ...(audience.exclude && {
          exclude: audience.exclude.map((each, at) => withoutWords(each, `out ${at}`)),
        }),
      },
    }),
    ...(waves && { waves }),
  };
}

/** True where there is anything to judge: what is out for everybody is had by everybody. */
export function isForSome(release: Release): boolean {
  return release.status !== 'released' || Boolean(release.audience ?? release.waves ?? release.channel);
}

/** The words with which releases tell plans, channels and regions apart, for a reader to choose from. */
export function wordsOfReaders(
  releases: readonly Release[],
): Record<'regions' | 'tiers' | 'channels', string[]> {
  const words = { regions: new Set<string>(), tiers: new Set<string>(), channels: new Set<string>() };
  for (const { audience, waves = [] } of releases) {
    const lists = [audience ?? {}, ...(audience?.include ?? []), ...(audience?.exclude ?? []), ...waves];
    for (const list of lists as Partial<Record<keyof typeof words, string[]>>[]) {
      for (const key of ['regions', 'tiers', 'channels'] as const)
        list[key]?.forEach((word) => words[key].add(word));
    }
  }
  return {
    regions: [...words.regions].sort(),
    tiers: [...words.tiers].sort(),
    channels: [...words.channels].sort(),
  };
}

function withoutWords({ regions, channels, tiers }: Criterion, text: string): Criterion {
  return { text, ...(regions && { regions }), ...(channels && { channels }), ...(tiers && { tiers }) };
}
