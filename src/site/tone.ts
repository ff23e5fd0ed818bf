import type { Status } from '../release/vocabulary.ts';

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
