import { isolateIn } from '../languages/isolating.ts';
import { versionLabel } from '../release/channel.ts';
import type { Release } from '../release/release.ts';
import type { Status } from '../release/vocabulary.ts';
import { getSite } from './load.ts';
import { strings } from './strings.ts';

/** The sentence that a release page opens with where its state is news; `undefined` for what is simply released or planned. */
export function leadOf({ status }: Release): string | undefined {
  return (strings.stateLeads as Partial<Record<Status, string>>)[status];
}

/** How a release is named in a sentence: by its product and version, or by its title where it has none. */
export function nameOf(release: Pick<Release, 'title' | 'version' | 'channel'>, product: string): string {
  const version = versionLabel(release);
  if (!version) return release.title;
  return `${product} ${isolateIn(getSite().locale, version)}`;
}
