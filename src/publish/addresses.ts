import { initiativeAddress, releaseAddress } from '../release/address.ts';
import type { Initiative, Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import type { Records } from './publish.ts';

/**
 * An address that was public keeps answering. A record that has moved carries its earlier addresses in `formerly`; an address whose
 * content is gone is listed as withdrawn, and nothing more is kept of it.
 */
export function keepAddresses(
  records: Pick<Records, 'releases' | 'initiatives'>,
  previous: Records,
  site: Site,
): Pick<Records, 'releases' | 'initiatives'> {
  const several = site.products.length > 1;
  const inUse = new Set(
    [...records.releases, ...records.initiatives].map((record) => addressOf(record, several)),
  );
  const before = new Map(
    [...previous.releases, ...previous.initiatives].map((record) => [record.id, record]),
  );
  const keep = <Record extends Release | Initiative>(record: Record): Record => {
    const { formerly: _, ...rest } = record;
    const last = before.get(record.id);
    const formerly = last
      ? allAddressesOf(last, hadSeveral(previous)).filter((address) => !inUse.has(address))
      : [];
    return (formerly.length > 0 ? { ...rest, formerly: [...new Set(formerly)].sort() } : rest) as Record;
  };
  return { releases: records.releases.map(keep), initiatives: records.initiatives.map(keep) };
}

export function withdrawnAddresses(
  records: Pick<Records, 'releases' | 'initiatives'>,
  previous: Records,
  site: Site,
): string[] {
  const all = (each: Pick<Records, 'releases' | 'initiatives'>, several: boolean) =>
    [...each.releases, ...each.initiatives].flatMap((record) => allAddressesOf(record, several));
  const answered = new Set(all(records, site.products.length > 1));
  const once = new Set([...previous.withdrawn, ...all(previous, hadSeveral(previous))]);
  return [...once].filter((address) => !answered.has(address)).sort();
}

/** A site that gets its second product, or gives it up, moves all its releases. */
function hadSeveral({ productInAddresses }: Records): boolean {
  return productInAddresses !== false;
}

function addressOf(record: Release | Initiative, several: boolean): string {
  return 'status' in record ? releaseAddress(record, several) : initiativeAddress(record);
}

function allAddressesOf(record: Release | Initiative, several: boolean): string[] {
  return [addressOf(record, several), ...(record.formerly ?? [])];
}
