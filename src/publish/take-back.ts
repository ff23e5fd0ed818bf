import type { Site } from '../release/site.ts';
import { withdrawnAddresses } from './addresses.ts';
import type { Publication, Records } from './publish.ts';

/**
 * The records as they were, without those that their authors have made internal. It is what becomes of them where nothing else may
 * change: no guard keeps in public what somebody has taken back.
 */
export function takeBack(
  previous: Records,
  { outcomes }: Pick<Publication, 'outcomes'>,
  site: Site,
): Records {
  const held = new Set(outcomes.flatMap(({ record }) => record?.id ?? []));
  const taken = new Set(outcomes.flatMap(({ last }) => (last && !held.has(last.id) ? [last.id] : [])));
  if (taken.size === 0) return previous;
  const stays = ({ id }: { id: string }) => !taken.has(id);
  const records = {
    releases: previous.releases.filter(stays),
    initiatives: previous.initiatives.filter(stays),
  };
  const roadmapChanges = previous.roadmapChanges?.filter(stays);
  return {
    ...records,
    withdrawn: withdrawnAddresses(records, previous, site),
    ...(previous.productInAddresses === false && { productInAddresses: false as const }),
    ...(roadmapChanges && roadmapChanges.length > 0 && { roadmapChanges }),
  };
}
