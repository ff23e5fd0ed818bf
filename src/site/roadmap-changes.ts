import { initiativeAddress } from '../release/address.ts';
import type { RoadmapChange } from '../release/plan-history.ts';
import { addressOf } from './addresses.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';

/** Days on which the roadmap changed, newest first; what has no page any more is left out. */
export const getRoadmapChanges = once((content: Content): { day: string; changes: RoadmapChange[] }[] => {
  const known = content.roadmapChanges.filter(({ id }) => addressOfItem(content, id) !== undefined);
  const days = groupBy(known.toReversed(), ({ day }) => day);
  return [...days].map(([day, changes]) => ({ day, changes: changes.toReversed() }));
});

/** Where an item of the roadmap has its page now. */
export function addressOfItem(content: Content, id: string): string | undefined {
  return addresses(content).get(id);
}

const addresses = once(
  (content: Content) =>
    new Map([
      ...content.releases.map((release): [string, string] => [release.id, addressOf(content.site, release)]),
      ...[...content.initiatives, ...content.dropped].map((initiative): [string, string] => [
        initiative.id,
        initiativeAddress(initiative),
      ]),
    ]),
);
