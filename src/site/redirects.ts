import { initiativeAddress, releaseAddress } from '../release/address.ts';
import { ownChannelOf } from '../release/channel.ts';
import type { Release } from '../release/release.ts';
import { isShipped } from '../release/vocabulary.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';
import { hasSeveralProducts } from './products.ts';
import { getLatest, getReleaseIndex } from './release-index.ts';

/** A page that only leads elsewhere, or, without `to`, says that its content was taken back. */
export interface Signpost {
  address: string;
  to?: string;
}

/**
 * Every address that answers although nothing stands there: former addresses, other names, the latest release, and what was
 * withdrawn. An address that is taken by a page is left to it; of two claims the first counts. No two differ in case alone.
 */
export const getSignposts = once((content: Content): Signpost[] => {
  const taken = new Set([...takenAddresses(content)].map(folded));
  const signposts = new Map<string, Signpost>();
  for (const signpost of claims(content)) {
    const key = folded(signpost.address);
    if (taken.has(key) || signposts.has(key)) continue;
    signposts.set(key, signpost);
  }
  return [...signposts.values()];
});

/** Newest releases that answer to their version as people type it; for older ones the page for what is not found does. */
const MOST_AS_WRITTEN = 200;

/** File systems of macOS and Windows take two addresses for one that differ in their case or in how accents are written. */
function folded(address: string): string {
  return address.normalize('NFC').toLowerCase();
}

function* claims(content: Content): Generator<Signpost> {
  const several = hasSeveralProducts(content.site);
  for (const release of content.releases) {
    const to = releaseAddress(release, several);
    for (const address of release.formerly ?? []) yield { address, to };
    for (const alias of release.aliases ?? [])
      yield { address: `${to.replace(/[^/]+\/$/, '')}${alias}/`, to };
  }
  const newest = content.shipped.slice(0, MOST_AS_WRITTEN);
  for (const release of [...newest.filter((each) => !ownChannelOf(each)), ...newest.filter(ownChannelOf)]) {
    const to = releaseAddress(release, several);
    const version = versionAsWritten(release);
    if (version) yield { address: `${to.replace(/[^/]+\/$/, '')}${version}/`, to };
    if (ownChannelOf(release))
      yield { address: releaseAddress({ ...release, channel: undefined }, several), to };
  }
  for (const initiative of [...content.initiatives, ...content.dropped]) {
    for (const address of initiative.formerly ?? []) yield { address, to: initiativeAddress(initiative) };
  }
  const latest = getLatest(content.shipped);
  if (latest) yield { address: '/releases/latest/', to: releaseAddress(latest, several) };
  for (const product of several ? getReleaseIndex(content) : []) {
    if (!product.latest) continue;
    yield { address: `/releases/${product.product}/latest/`, to: releaseAddress(product.latest, several) };
  }
  for (const address of content.withdrawn) yield { address };
}

/** `v1.2.0`, as people type it. */
function versionAsWritten({ status, version }: Release): string | undefined {
  if (!isShipped(status) || !version || !/^v?[0-9a-z.-]+$/i.test(version)) return undefined;
  return /^\d/.test(version) ? `v${version}` : version;
}

function* takenAddresses(content: Content): Generator<string> {
  const several = hasSeveralProducts(content.site);
  for (const release of content.releases) yield releaseAddress(release, several);
  for (const initiative of [...content.initiatives, ...content.dropped]) yield initiativeAddress(initiative);
  if (several) for (const { id } of content.site.products) yield `/releases/${id}/`;
  yield* ['/', '/roadmap/', '/changelog/', '/releases/', '/known-issues/', '/deprecations/', '/maintenance/'];
}
