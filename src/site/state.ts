import { versionLabel } from '../release/channel.ts';
import type { Release } from '../release/release.ts';
import type { Status } from '../release/vocabulary.ts';
import { strings } from './strings.ts';

/** How a status weighs for a reader: it decides the colour, never alone. */
export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'calm';

const tones: Record<Status, Tone> = {
  draft: 'calm',
  planned: 'calm',
  'in development': 'busy',
  approved: 'busy',
  'rolling out': 'busy',
  released: 'good',
  delayed: 'warn',
  paused: 'warn',
  'rolled back': 'bad',
  yanked: 'bad',
  cancelled: 'calm',
  'end of life': 'calm',
};

export function toneOf(status: Status): Tone {
  return tones[status];
}

/** The sentence that a release page opens with where its state is news; `undefined` for what is simply released or planned. */
export function leadOf({ status }: Release): string | undefined {
  return (strings.stateLeads as Partial<Record<Status, string>>)[status];
}

/** How a release is named in a sentence: by its product and version, or by its title where it has none. */
export function nameOf(release: Pick<Release, 'title' | 'version' | 'channel'>, product: string): string {
  return release.version ? `${product} ${versionLabel(release)}` : release.title;
}
