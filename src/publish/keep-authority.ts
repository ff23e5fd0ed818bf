import { authorityOf, isForAll } from '../release/authority.ts';
import type { Site } from '../release/site.ts';
import type { Records } from './publish.ts';

/**
 * What the ids of feeds begin with: what they began with before, as long as one of the records of then is still there. A folder that was emptied and filled
 * with something else is another site.
 * @param site has the earlier one, unless its settings name another
 */
export function keepAuthority(
  records: Pick<Records, 'releases' | 'initiatives'>,
  previous: Records,
  { authority, url }: Site,
): Pick<Records, 'authority'> {
  const before = new Set([...previous.releases, ...previous.initiatives].map(({ id }) => id));
  const all = [...records.releases, ...records.initiatives];
  const isNamed = authority !== previous.authority;
  const stays = isNamed || all.some(({ id }) => before.has(id));
  const now = stays ? authorityOf({ authority, url }) : authorityOf({ url });
  return all.length > 0 && isForAll(now) ? { authority: now } : {};
}
