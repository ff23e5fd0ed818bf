import type { Site } from '../release/site.ts';
import { withdrawnAddresses } from './addresses.ts';
import type { InitiativeTranslation, ReleaseTranslation } from '../release/translation.ts';
import type { PublicRecord, Publication, Records } from './publish.ts';

/**
 * The records as they were, without those that their authors have made internal. It is what becomes of them where nothing else may
 * change: no guard keeps in public what somebody has taken back.
 */
export function takeBack(
  previous: Records,
  { outcomes }: Pick<Publication, 'outcomes'>,
  site: Site,
): Records {
  const held = new Set<string>();
  for (const { record } of outcomes) if (record) held.add(nameOf(record));
  const taken = new Set<string>();
  for (const { last } of outcomes) if (last && !held.has(nameOf(last))) taken.add(nameOf(last));
  if (taken.size === 0) return previous;
  const stays = ({ id }: { id: string }) => !taken.has(id);
  const records = {
    releases: previous.releases.filter(stays),
    initiatives: previous.initiatives.filter(stays),
  };
  const isLeft = (each: ReleaseTranslation | InitiativeTranslation) =>
    !taken.has(each.of) && !taken.has(nameOf(each));
  const translations = previous.translations && {
    releases: previous.translations.releases.filter(isLeft),
    initiatives: previous.translations.initiatives.filter(isLeft),
  };
  const roadmapChanges = previous.roadmapChanges?.filter(stays);
  return {
    ...records,
    ...(translations &&
      translations.releases.length + translations.initiatives.length > 0 && { translations }),
    withdrawn: withdrawnAddresses(records, previous, site),
    ...(previous.productInAddresses === false && { productInAddresses: false as const }),
    ...(previous.authority && { authority: previous.authority }),
    ...(roadmapChanges && roadmapChanges.length > 0 && { roadmapChanges }),
  };
}

/** A translation goes by what it translates, and its language. */
function nameOf(record: PublicRecord): string {
  return 'of' in record ? `${record.of} ${record.locale}` : record.id;
}
