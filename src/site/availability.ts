import type { Release, Wave } from '../release/release.ts';

/** Who can have a release, in the fewest words. */
export interface Availability {
  tiers: string[];
  regions: string[];
  channels: string[];
  /** The step of the roll-out that is under way or stands still. */
  wave?: Wave;
}

export function getAvailability({ audience, waves }: Release): Availability {
  const include = audience?.include ?? [];
  return {
    tiers: audience?.tiers ?? unique(include.flatMap((criterion) => criterion.tiers ?? [])),
    regions: audience?.regions ?? unique(include.flatMap((criterion) => criterion.regions ?? [])),
    channels: audience?.channels ?? unique(include.flatMap((criterion) => criterion.channels ?? [])),
    wave: waves?.findLast((wave) => wave.state === 'running' || wave.state === 'paused'),
  };
}

function unique(words: string[]): string[] {
  return [...new Set(words)];
}
