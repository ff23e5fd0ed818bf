import { releaseSlug } from '../release/address.ts';
import type { Release } from '../release/release.ts';

interface Index {
  byId: Map<string, Release>;
  byAddress: Map<string, Release>;
}

/** The record of an id. Every plan asks, and all records are looked through once. */
export function recordOfId(records: readonly Release[], id: string): Release | undefined {
  return indexOf(records).byId.get(id);
}

/** The record that has the address of a release. */
export function recordAt(
  records: readonly Release[],
  product: string | undefined,
  slug: string,
): Release | undefined {
  return indexOf(records).byAddress.get(`${product}\n${slug}`);
}

const known = new WeakMap<readonly Release[], Index>();

function indexOf(records: readonly Release[]): Index {
  const index = known.get(records) ?? collect(records);
  known.set(records, index);
  return index;
}

/** The first of two counts. */
function collect(records: readonly Release[]): Index {
  const reversed = records.toReversed();
  return {
    byId: new Map(reversed.map((record) => [record.id, record])),
    byAddress: new Map(reversed.map((record) => [`${record.product}\n${releaseSlug(record)}`, record])),
  };
}
