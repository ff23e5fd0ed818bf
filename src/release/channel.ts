import type { Release } from './release.ts';
import { versionSlug } from './version.ts';

type Channelled = Pick<Release, 'version' | 'channel'>;

/** Channels by the name that most people mean: what has none is stable. */
export function channelOf({ channel }: Pick<Release, 'channel'>): string {
  const name = channel?.trim().toLowerCase() ?? 'stable';
  return STABLE.has(name) ? 'stable' : name;
}

/**
 * The channel where the version does not tell it: the same version may be stable and beta at once, and each is a release of its own. Absent for
 * stable ones, and for `3.0.0-beta.1` in beta, which says so itself.
 */
export function ownChannelOf({ version, channel }: Channelled): string | undefined {
  if (!version || !channel || channelOf({ channel }) === 'stable') return undefined;
  const parts = versionSlug(version).split(/[^a-z]+/);
  return parts.includes(versionSlug(channel)) ? undefined : channel.trim();
}

/** What a version is called among others: `128.0`, or `128.0 ESR` beside it. */
export function versionLabel(release: Channelled): string | undefined {
  return [release.version, ownChannelOf(release)].filter(Boolean).join(' ') || undefined;
}

/** The part of an address that stands for a version and its channel: `128-0-esr`. Empty where nothing is left. */
export function channelledSlug(release: Channelled): string {
  return versionSlug(versionLabel(release) ?? '');
}

const STABLE = new Set(['stable', 'release', 'ga', 'general availability', 'production']);
