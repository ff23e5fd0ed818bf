import { wordsOf } from '../../languages/languages.ts';
import type { Site } from '../../release/site.ts';
import type { Status } from '../../release/vocabulary.ts';

/** States that a reader must know before anything else; the others go without saying. */
const telling: readonly Status[] = [
  'rolling out',
  'delayed',
  'paused',
  'rolled back',
  'yanked',
  'cancelled',
  'end of life',
];

/** The word for a state that a reader must know; `undefined` for all others. */
export function statusWord(status: Status, site: Site): string | undefined {
  if (!telling.includes(status)) return undefined;
  const { page, documents } = wordsOf(site);
  return status === 'paused' ? documents.paused : page.statuses[status];
}

/** States in which a release must not be installed any more. */
export const takenBack: readonly Status[] = ['rolled back', 'yanked'];
